import { elementsOf, ownTextOf, type PageTree, parsePage } from './page-tree.ts';

/** A page that was parsed without its code, and how that is put back into what is written of it. */
export interface SealedPage {
  readonly tree: PageTree;
  /** Puts the lines of code back. */
  readonly open: (html: string) => string;
  /** Puts them back without colours. */
  readonly openPlain: (html: string) => string;
}

/** Stands, in a page that is parsed, around the number of a block of code; no page has this character otherwise. */
const SEAL = '\u0001';
const SEALED = new RegExp(`${SEAL}(\\d+)${SEAL}`, 'g');

const CODE = /<code>(<span class="line">[^]*?<\/span>)<\/code>/g;
const OTHER_TAG = /<(?!\/span>|span class="(?:line|code-[a-z]+)">)/;

/**
 * Parses a page whose code waits outside of its tree: its pieces are half of all elements of an article, and no step
 * has to do with them. Only what `code-block.ts` writes for lines that are not marked is taken out.
 */
export function parseSealed(text: string): SealedPage {
  const blocks: string[] = [];
  const sealed = text.includes(SEAL)
    ? text
    : text.replace(CODE, (whole, lines: string) =>
        OTHER_TAG.test(lines) ? whole : `<code>${SEAL}${blocks.push(lines) - 1}${SEAL}</code>`,
      );
  const tree = parsePage(sealed);
  const found = elementsOf(tree).filter(
    (element) => element.tagName === 'code' && isSealed(ownTextOf(element)),
  );
  // In a script, say, it is another thing than code.
  if (found.length !== blocks.length) return { tree: parsePage(text), open: same, openPlain: same };
  const opened = (html: string, blockAs: (lines: string) => string): string =>
    html.replace(SEALED, (seal, number: string) => blockAs(blocks[Number(number)] ?? seal));
  return {
    tree,
    open: (html) => opened(html, same),
    openPlain: (html) => opened(html, (lines) => lines.replace(/<[^>]*>/g, '')),
  };
}

function isSealed(text: string): boolean {
  return text.startsWith(SEAL);
}

function same(html: string): string {
  return html;
}
