import { isNode, isSeq, parseDocument } from 'yaml';
import { readFrontMatterSource } from './front-matter-source.ts';
import { applyEdits, type Range, type TextEdit } from './text-edits.ts';

/** Aliases that an article's front matter gets, and such as it loses. */
export interface AliasChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * An article's source with other aliases in its front matter, which is made where there is none, and goes where
 * nothing stays in it. All else stays byte for byte. Undefined where it is written so that this cannot be done.
 */
export function editAliases(source: string, { add, remove }: AliasChange): string | undefined {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(mark.length);
  const before = aliasesIn(text);
  if (add.length + remove.length === 0) return source;
  const without = remove.reduce(removeAlias, text);
  const edited = add.reduce(addAlias, without);
  const wanted = [...before.filter((alias) => !remove.includes(alias)), ...add];
  return isRight(edited, { text, wanted }) ? mark + edited : undefined;
}

function isRight(edited: string, of: { readonly text: string; readonly wanted: readonly string[] }): boolean {
  const [then, now] = [readFrontMatterSource(of.text), readFrontMatterSource(edited)];
  const others = (values: object) => JSON.stringify({ ...values, aliases: undefined });
  return (
    then.found.every(({ finding }) => finding.rule !== 'front-matter-syntax') &&
    now.found.length === then.found.length &&
    JSON.stringify(aliasesIn(edited)) === JSON.stringify(of.wanted) &&
    others(now.values) === others(then.values) &&
    edited.slice(now.end).trimStart() === of.text.slice(then.end).trimStart()
  );
}

function aliasesIn(text: string): readonly string[] {
  return readFrontMatterSource(text).values.aliases ?? [];
}

function addAlias(text: string, alias: string): string {
  const front = readFrontMatterSource(text);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  if (front.end === 0) return ['---', `aliases: [${quoted(alias)}]`, '---', '', text].join(lineEnd);
  const list = listIn(text);
  if (!list) return insert(text, front.end - '---'.length, `aliases: [${quoted(alias)}]${lineEnd}`);
  const last = list.items.at(-1);
  if (list.isFlow) {
    return last
      ? insert(text, last.end, `, ${quoted(alias)}`)
      : insert(text, list.range.start + 1, quoted(alias));
  }
  const line = lineAround(text, last ?? list.range);
  const indent = text.slice(line.start, line.end).replace(/\S.*$/s, '');
  return insert(text, line.end, `${indent}- ${quoted(alias)}${lineEnd}`);
}

function removeAlias(text: string, alias: string): string {
  const list = listIn(text);
  const index = aliasesIn(text).indexOf(alias);
  const item = list?.items[index];
  if (!list || !item) return text;
  if (list.items.length === 1) return withoutKey(text, list.range);
  if (!list.isFlow) return replace(text, lineAround(text, item));
  const [previous, next] = [list.items[index - 1], list.items[index + 1]];
  const start = previous?.end ?? item.start;
  return replace(text, { start, end: previous ? item.end : (next?.start ?? item.end) });
}

/** Without the key `aliases`; a front matter that only it was in goes, with the empty line after it. */
function withoutKey(text: string, value: Range): string {
  const { start } = lineAround(text, { start: text.lastIndexOf('aliases', value.start), end: value.start });
  const { end } = lineAround(text, { start: value.start, end: value.start + 1 });
  const last = lineAround(text, { start: Math.max(value.start, value.end - 1), end: value.end });
  const edited = replace(text, { start, end: Math.max(end, last.end) });
  return edited.replace(/^---[ \t]*(\r\n|\n|\r)---[ \t]*\1(\1)?/, '');
}

interface AliasList {
  readonly range: Range;
  readonly isFlow: boolean;
  readonly items: readonly Range[];
}

function listIn(text: string): AliasList | undefined {
  const range = readFrontMatterSource(text).rangeOf('aliases');
  if (!range) return undefined;
  const column = range.start - lineAround(text, range).start;
  const isFlow = text.startsWith('[', range.start);
  const indent = isFlow ? 0 : column;
  const { contents } = parseDocument(' '.repeat(indent) + text.slice(range.start, range.end));
  if (!isSeq(contents)) return undefined;
  const items = contents.items.flatMap((item) => (isNode(item) && item.range ? [item.range] : []));
  const from = range.start - indent;
  return {
    range: { start: range.start, end: range.start + text.slice(range.start, range.end).trimEnd().length },
    isFlow,
    items: items.map(([start, end]) => ({ start: from + start, end: from + end })),
  };
}

/** The lines that a stretch stands on, with the line ending of the last. */
function lineAround(text: string, { start, end }: Range): Range {
  const before = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1));
  const rest = text.slice(end).replace(/^[^\r\n]*(\r\n|\n|\r)?/, '');
  return { start: before + 1, end: text.length - rest.length };
}

function insert(text: string, at: number, piece: string): string {
  return applyEdits(text, [{ start: at, end: at, text: piece }]);
}

function replace(text: string, range: Range, piece = ''): string {
  const edit: TextEdit = { ...range, text: piece };
  return applyEdits(text, [edit]);
}

/** YAML takes some words, and all that begins like a number, for something else than a text. */
function quoted(alias: string): string {
  const isPlain = /^\p{L}/u.test(alias) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(alias);
  return isPlain ? alias : JSON.stringify(alias);
}
