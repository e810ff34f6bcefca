import { type Document, isMap, isNode, isScalar, type Node, parseDocument, visit } from 'yaml';
import type { FrontMatter } from '../series/article.ts';
import { type FrontMatterFinding, readFrontMatter } from '../series/front-matter.ts';
import { isOverflow } from './nesting.ts';
import type { Finding } from '../series/problem.ts';
import type { Range } from './text-edits.ts';

export interface ReadYaml {
  readonly values: FrontMatter;
  /** Offsets count in the YAML; `about` is the key, where one is known. */
  readonly found: readonly { readonly finding: Finding; readonly offset: number; readonly about?: string }[];
  readonly offsetOf: (key: string) => number;
  /** Where the value of a key is written, with its quotes. */
  readonly rangeOf: (key: string) => Range | undefined;
}

/** Reads the YAML of front matter; of what is not YAML, only the first mistake is told. */
export function readYaml(yaml: string): ReadYaml {
  const document = parseDocument(yaml, { prettyErrors: false });
  const wrong = syntaxError(document, yaml) ?? signOfYaml(document);
  if (wrong) return { values: {}, found: [wrong], offsetOf: () => 0, rangeOf: () => undefined };
  const { values, findings } = readFrontMatter(document.toJS());
  const found = findings.map(({ path, about: part, rule, message, hint }) => ({
    finding: { rule, message, hint },
    offset: offsetOf(document, path, part),
    about: part === 'key' && hint.includes('`title`?') ? 'title' : String(path[0] ?? 'title'),
  }));
  return {
    values,
    found,
    offsetOf: (key) => offsetOf(document, [key], 'value'),
    rangeOf: (key) => {
      const value: unknown = document.getIn([key], true);
      const [start, end] = (isNode(value) ? value.range : undefined) ?? [];
      return start === undefined || end === undefined ? undefined : { start, end };
    },
  };
}

type Wrong = ReadYaml['found'][number];

function syntaxError({ errors, warnings }: Document, yaml: string): Wrong | undefined {
  const [error] = [...errors, ...warnings];
  if (!error) return undefined;
  const reason = (isOverflow(error) ? 'it is nested too deeply' : error.message)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/; please use .*|\.$/, '');
  const finding = syntax(`The front matter is not valid YAML: ${reason}.`, hintFor(yaml, error.pos[0]));
  return { finding, offset: error.pos[0] };
}

/** Anchors, aliases and tags are YAML's own; here they are always text that wants quotes. */
function signOfYaml(document: Document): Wrong | undefined {
  let wrong: Wrong | undefined;
  visit(document, (_key, node) => {
    if (wrong || !isNode(node)) return;
    const isSign = 'source' in node && node.constructor.name === 'Alias';
    const hasSign = ('anchor' in node && node.anchor) || node.tag;
    if (!isSign && !hasSign) return;
    const message = 'The front matter has a value that begins with `&`, `*` or `!`, a sign of YAML’s own.';
    wrong = { finding: syntax(message, 'Put the value between quotes.'), offset: nodeOffset(node) };
  });
  return wrong;
}

/** Where a key or a value starts; an empty value is where its key is, or where it stands in a list. */
function offsetOf(document: Document, path: FrontMatterFinding['path'], about: 'key' | 'value'): number {
  const value: unknown = document.getIn(path, true);
  const range = isNode(value) ? value.range : undefined;
  const isThere = range && (range[1] > range[0] || typeof path.at(-1) === 'number');
  if (about === 'value' && isThere) return range[0];
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const keys = pairs.map(({ key }) => key).filter((key) => isScalar(key));
  return nodeOffset(keys.find((key) => String(key.value) === String(path[0])));
}

function nodeOffset(node: Node | undefined): number {
  return node?.range?.[0] ?? 0;
}

function hintFor(yaml: string, at: number): string {
  const line = yaml.slice(yaml.lastIndexOf('\n', Math.max(0, at - 1)) + 1).replace(/\n.*$/s, '');
  const [, key, value] = /^(\w+):\s+([^"'[{].*:.*)$/.exec(line.trimEnd()) ?? [];
  if (key && value) return `A value with a colon stands between quotes: \`${key}: "${value.trim()}"\`.`;
  return 'Write one `key: value` a line, and a text with special characters between quotes.';
}

function syntax(message: string, hint: string): Finding {
  return { rule: 'front-matter-syntax', message, hint };
}
