import type { Root } from 'mdast';
import type { ArticleName } from '../series/article-name.ts';
import { type Finding, type Place, START } from '../series/problem.ts';
import { micromarkParse } from './micromark-parse.ts';
import { isOverflow, OVERFLOW, tooDeep } from './nesting.ts';
import { plainParse } from './plain/plain-parse.ts';
import { placeAt } from './source-text.ts';

export type Parsed =
  { readonly tree: Root } | { readonly tree?: never; readonly finding: Finding; readonly place: Place };

/**
 * Parses an article's body. MDX stops at its first mistake, and both at what is nested so deep that
 * whoever goes through the tree would run out of stack.
 */
export function parseBody(body: string, format: ArticleName['format']): Parsed {
  try {
    const tree = plainParse(body, format) ?? micromarkParse(body, format);
    return tooDeep(tree) ?? { tree };
  } catch (error) {
    if (isOverflow(error)) return overflow(body, format);
    const reason = textOf(error, 'reason') ?? textOf(error, 'message') ?? String(error);
    const [message, hint] = explain(withOpening(reason, body), textOf(causeOf(error), 'message'));
    return { finding: { rule: 'mdx-syntax', message, hint }, place: openedAt(reason) ?? placeOf(error) };
  }
}

/** The parser does not say where its stack ended: it is in the last of the fewest lines that end it. */
function overflow(body: string, format: ArticleName['format']): Parsed {
  const lines = body.split('\n');
  let [enough, short] = [lines.length, 0];
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (overflows(lines.slice(0, middle).join('\n'), format)) enough = middle;
    else short = middle;
  }
  return { finding: OVERFLOW, place: { line: enough, column: 1 } };
}

function overflows(body: string, format: ArticleName['format']): boolean {
  try {
    micromarkParse(body, format);
    return false;
  } catch (error) {
    return isOverflow(error);
  }
}

const AS_TEXT = 'Put it between backticks, or write a backslash before it';

/** MDX's own words, and what authors most often meant when they met them. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/`!`.*before name/i, 'Write a comment as `{/* … */}`.'],
  [/create a link in MDX/i, 'Write the address without `<` and `>`, or as `[text](address)`.'],
  [/before name/i, `A \`<\` opens a tag in MDX. ${AS_TEXT}: \`\\<\`.`],
  [/closing brace/i, `A \`{\` opens an expression in MDX. ${AS_TEXT}: \`\\{\`.`],
  [/parse expression/i, `What stands between \`{\` and \`}\` is JavaScript in MDX. ${AS_TEXT}: \`\\{\`.`],
  [
    /import\/exports?/i,
    'A line that starts with `import` or `export` is JavaScript in MDX. Begin the line otherwise.',
  ],
  [/expected a closing tag|expected corresponding.*closing/i, 'Close the tag: `<br />`, or `<b>…</b>`.'],
  [/unexpected closing (tag|slash)/i, 'Open the tag before, or remove this one.'],
  [/end of file/i, 'Close what was opened here.'],
];

function explain(reason: string, cause: string | undefined): readonly [string, string] {
  const hint = HINTS.find(([pattern]) => pattern.test(reason))?.[1];
  // Acorn ends its message with a place of its own, counted otherwise.
  const detail = cause === undefined ? '' : `: ${cause.replace(/\s*\(\d+:\d+\)$/, '')}`;
  const message = `${reason.trim().replace(/\s+/g, ' ').replace(/\.$/, '')}${detail}.`;
  return [message, hint ?? 'Mend it, or save the article as `.md` if it needs no MDX.'];
}

/** MDX tells where the text ends in an open expression; where that was opened, its author needs to know. */
function withOpening(reason: string, body: string): string {
  if (!reason.includes('end of file in expression')) return reason;
  let depth = 0;
  let at = body.length - 1;
  for (; at >= 0; at--) {
    if (body[at] === '}') depth++;
    if (body[at] === '{' && depth-- === 0) break;
  }
  const { line, column } = placeAt(body, Math.max(0, at));
  return reason.replace('in expression', `in the expression that begins at ${line}:${column}`);
}

/** For a tag that is never closed MDX gives the place of what ends before; where it was opened is in its words. */
function openedAt(reason: string): Place | undefined {
  const [, line, column] = /^Expected a closing tag for .*? \((\d+):(\d+)-/.exec(reason) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}

function placeOf(error: unknown): Place {
  if (typeof error !== 'object' || error === null) return START;
  const { line, column } = { line: undefined, column: undefined, ...error };
  return typeof line === 'number' ? { line, column: typeof column === 'number' ? column : 1 } : START;
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function textOf(error: unknown, key: string): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
