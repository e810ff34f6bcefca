import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { FrontMatter } from '../series/article.ts';
import { type FrontMatterFinding, readFrontMatter } from '../series/front-matter.ts';
import { type Finding, type Place, START } from '../series/problem.ts';
import { placeAt } from './source-text.ts';

/** Front matter as read from a file. */
export interface FrontMatterSource {
  readonly values: FrontMatter;
  readonly found: readonly { readonly finding: Finding; readonly place: Place }[];
  /** The file's text with its front matter blanked, so that places in it stay true. */
  readonly body: string;
  readonly placeOf: (key: string) => Place;
}

// What Astro takes for front matter: `frontmatterRE` in @astrojs/internal-helpers/frontmatter.
const FRONT_MATTER = /(?:^\uFEFF?|^\s*\n)(---|\+\+\+)([\s\S]*?\n)(?:---|\+\+\+)/;
const UNCLOSED = /^\s*---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+/;

export function readFrontMatterSource(text: string): FrontMatterSource {
  const match = FRONT_MATTER.exec(text);
  if (!match) return { values: {}, found: unclosed(text), body: text, placeOf: () => START };
  const [block, fence = '', yaml = ''] = match;
  const body = block.replace(/[^\r\n]/g, ' ') + text.slice(block.length);
  if (fence === '+++') {
    const hint = 'Write it as YAML, one `key: value` a line, between two lines `---`.';
    const finding = syntax('Front matter between `+++` is not supported.', hint);
    return {
      values: {},
      found: [{ finding, place: placeAt(text, block.indexOf(fence)) }],
      body,
      placeOf: () => START,
    };
  }
  const offset = block.indexOf(fence) + fence.length;
  const placeInYaml = (at: number) => placeAt(text, offset + at);
  const document = parseDocument(yaml, { lineCounter: new LineCounter(), prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const message = `The front matter is not valid YAML: ${sentence(error.message)}`;
    const finding = syntax(message, yamlHint(yaml, error.pos[0]));
    return { values: {}, found: [{ finding, place: placeInYaml(error.pos[0]) }], body, placeOf: () => START };
  }
  const { values, findings } = readFrontMatter(document.toJS({ maxAliasCount: 20 }));
  const placeOf = (path: FrontMatterFinding['path'], about: FrontMatterFinding['about'] = 'value') =>
    placeInYaml(offsetOf(document, path, about));
  return {
    values,
    found: findings.map((finding) => ({ finding, place: placeOf(finding.path, finding.about) })),
    body,
    placeOf: (key) => placeOf([key]),
  };
}

/** Where a key or a value starts; a value that is missing is where its key is. */
function offsetOf(document: Document, path: FrontMatterFinding['path'], about: 'key' | 'value'): number {
  const value: unknown = path.length > 0 ? document.getIn(path, true) : document.contents;
  const start = isNode(value) && value.range && value.range[1] > value.range[0] ? value.range[0] : undefined;
  if (about === 'value' && start !== undefined) return start;
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pairs = isNode(parent) && 'items' in parent ? parent.items : [];
  const pair = pairs.find((item) => hasKey(item, path.at(-1)));
  return pair?.key.range?.[0] ?? start ?? 0;
}

function hasKey(item: unknown, key: unknown): item is { key: { value: unknown; range?: readonly number[] } } {
  if (typeof item !== 'object' || item === null || !('key' in item)) return false;
  return isNode(item.key) && 'value' in item.key && String(item.key.value) === String(key);
}

function unclosed(text: string): FrontMatterSource['found'] {
  if (!UNCLOSED.test(text)) return [];
  const finding = syntax('The front matter has no end.', 'Close it with a line `---` before the text.');
  return [{ finding, place: placeAt(text, text.indexOf('---')) }];
}

function yamlHint(yaml: string, at: number): string {
  const line = yaml.slice(yaml.lastIndexOf('\n', Math.max(0, at - 1)) + 1).split('\n')[0] ?? '';
  const [, key, value] = /^(\w+):\s+([^"'[{].*:.*)$/.exec(line) ?? [];
  if (key && value) return `A value with a colon stands between quotes: \`${key}: "${value.trim()}"\`.`;
  return 'Write one `key: value` a line, and a text with special characters between quotes.';
}

function sentence(message: string): string {
  const text = message.trim().replace(/\s+/g, ' ');
  return text.endsWith('.') ? text : `${text}.`;
}

function syntax(message: string, hint: string): Finding {
  return { rule: 'front-matter-syntax', message, hint };
}
