import { type Element, findElement, hasClass, textOf } from './page-tree.ts';

/** A block of code has its language in its caption, else where a pointer finds it. */
export function titleOfCode(pre: Element): string | undefined {
  const block = pre.parentNode;
  const isPlain = block && 'tagName' in block && block.tagName === 'div' && hasClass(block, 'code-block');
  return isPlain ? languageOf(block) : undefined;
}

/** The language of a block of code, behind the title in its caption. */
export function languageAfter({ parentNode }: Element): string {
  const language = parentNode && 'tagName' in parentNode ? languageOf(parentNode) : undefined;
  return language === undefined ? '' : ` (${language})`;
}

function languageOf(block: Element): string | undefined {
  const label = findElement(block, (element) => hasClass(element, 'code-language'));
  return label && textOf(label);
}
