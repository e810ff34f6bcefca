import { afterFrontMatter } from './front-matter-block.ts';

/** What opens a block of code where nothing else is open: a line that begins with it. */
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;

/** What ends one, if it is as long: where it is indented, that depends on what is around the code. */
const END = /^[ \t]*(`{3,}|~{3,})[ \t]*$/;

/** What is computed stands in braces, and what is imported and exported begins a line. */
export const JAVASCRIPT = /\{|^(?:import|export)\b/m;

/**
 * Whether an article may need JavaScript, told from its lines, a hundred times sooner than by parsing it. It is said
 * of some that need none, and never of one that does that it needs none: of a line in which something may begin in
 * which three backticks would be no code, no more is asked.
 */
export function mayNeedJavaScript(text: string): boolean {
  return mayHoldJavaScript(afterFrontMatter(text.replace(/^\uFEFF+/, '')));
}

/** The same of a text without its front matter: between two rules there may be another. */
export function mayHoldJavaScript(body: string): boolean {
  let fence: string | undefined;
  for (const line of body.split(/\r\n|\n|\r/)) {
    if (fence !== undefined) {
      const mark = END.exec(line)?.[1];
      if (!mark?.startsWith(fence)) continue;
      if (!line.startsWith(fence)) return true;
      fence = undefined;
      continue;
    }
    fence = FENCE.exec(line)?.[1];
    if (fence === undefined && (JAVASCRIPT.test(line) || mayHoldFences(line))) return true;
  }
  return false;
}

/** Whether code may begin somewhere else in the line, or the lines that follow may be a formula, or go on with a tag. */
function mayHoldFences(line: string): boolean {
  const start = line.trimStart();
  if (/`{3}|~{3}|^\$\$/.test(start)) return true;
  if (!start.startsWith('<')) return false;
  if (!start.trimEnd().endsWith('>') || /\/\*|\s\/\//.test(start)) return true;
  const quotes = start.match(/["']/g) ?? [];
  return quotes.length % 2 === 1 || new Set(quotes).size > 1;
}
