import { elementsOf, hasClass, type PageTree, setAttribute } from './page-tree.ts';

/**
 * Paints the diagrams of a page with attributes, which they have no classes for in a book: lines and
 * words in the colour of the text around them, by day and by night.
 */
export function paintDrawings(page: PageTree): void {
  const diagrams = elementsOf(page).filter((element) => hasClass(element, 'diagram'));
  for (const element of diagrams.flatMap(elementsOf)) {
    if (element.tagName === 'svg') {
      setAttribute(element, 'fill', 'none');
      setAttribute(element, 'stroke', 'currentColor');
      setAttribute(element, 'font-family', 'sans-serif');
    } else if (element.tagName === 'text') {
      setAttribute(element, 'fill', 'currentColor');
      setAttribute(element, 'stroke', 'none');
    } else if (hasClass(element, 'head')) {
      setAttribute(element, 'fill', 'currentColor');
    }
  }
}
