import type { ArticleName } from '../series/article-name.ts';
import { textOf } from './node-text.ts';
import { parseBody } from './parse.ts';

/** Signs that mean something in Markdown, in MDX or in a formula, wherever they stand. */
const SIGNS = /[\\`*_[\]<>{}#$~&|!]/gu;

/**
 * The heading that shows a title exactly as it is, without a backslash where none is needed.
 * Undefined for a title that cannot be one.
 */
export function headingOf(title: string, format: ArticleName['format']): string | undefined {
  const isRight = (text: string) => shows(`# ${text}`, title, format);
  if (isRight(title)) return `# ${title}`;
  let text = title.replace(SIGNS, '\\$&');
  if (!isRight(text)) return undefined;
  for (let at = text.length - 2; at >= 0; at--) {
    const without = text.slice(0, at) + text.slice(at + 1);
    if (text[at] === '\\' && isRight(without)) text = without;
  }
  return `# ${text}`;
}

function shows(heading: string, title: string, format: ArticleName['format']): boolean {
  const [only, ...more] = parseBody(`${heading}\n`, format).tree?.children ?? [];
  if (only?.type !== 'heading' || more.length > 0) return false;
  // An address in a title becomes a link, whatever stands before it.
  return only.children.every(({ type }) => type === 'text' || type === 'link') && textOf(only) === title;
}
