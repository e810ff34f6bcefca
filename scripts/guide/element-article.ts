import type { GuideElement } from './guide.ts';

/** A whole article of an element: as it is written in the guide, below a title where it has none. */
export function elementArticle({ name, format, text }: GuideElement): { path: string; text: string } {
  const hasTitle = text.startsWith('---\n');
  return { path: `articles/${name}.${format}`, text: hasTitle ? text : `# ${name}\n\n${text}` };
}
