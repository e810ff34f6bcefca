import { joinWords } from '../../series/word-breaks.ts';

/** A page that Pagefind found, as far as it is shown. */
export interface FoundPage {
  /** The path of its file below the site's root. */
  readonly raw_url?: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly sub_results: readonly {
    readonly title: string;
    /** With `<mark>` around what was searched for, and no other tag. */
    readonly excerpt: string;
    readonly anchor?: { readonly id: string };
    readonly weighted_locations: readonly { readonly balanced_score: number }[];
  }[];
}

export interface Piece {
  readonly text: string;
  /** Whether it was searched for. */
  readonly isMatch: boolean;
}

/** A place in an article where something was found. */
export interface FoundSection {
  readonly title: readonly Piece[];
  readonly excerpt: readonly Piece[];
  readonly address: string;
}

export interface FoundArticle {
  readonly title: string;
  readonly series: string | undefined;
  readonly language: string | undefined;
  readonly sections: readonly FoundSection[];
}

export interface Place {
  /** The site's root. */
  readonly root: string;
  /** The page that the reader is on. */
  readonly here: string;
}

/** How many sections of one article are shown: the best of them, in the order of the text. */
const SECTIONS = 4;

export function foundArticle(page: FoundPage, place: Place): FoundArticle {
  const scored = page.sub_results.map((section) => ({
    section,
    score: section.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0),
  }));
  const best = new Set(scored.toSorted((one, other) => other.score - one.score).slice(0, SECTIONS));
  return {
    title: joinWords(page.meta['title'] ?? ''),
    series: page.meta['series'],
    language: page.meta['language'],
    sections: scored
      .filter((one) => best.has(one))
      .map(({ section }) => ({
        ...titleAndExcerpt(section.title, section.excerpt),
        address: addressOf(page.raw_url ?? '', section.anchor?.id, place),
      })),
  };
}

/** An excerpt often begins with its heading, which is then shown once, with its words marked. */
function titleAndExcerpt(title: string, excerpt: string): Pick<FoundSection, 'title' | 'excerpt'> {
  const heading = joinWords(title.trim());
  const pieces = piecesOf(joinWords(excerpt));
  const text = pieces.map((piece) => piece.text).join('');
  if (!text.startsWith(heading)) return { title: [{ text: heading, isMatch: false }], excerpt: pieces };
  const [before, after] = [[] as Piece[], [] as Piece[]];
  let left = heading.length;
  for (const { text, isMatch } of pieces) {
    if (left > 0) before.push({ text: text.slice(0, left), isMatch });
    if (text.length > left) after.push({ text: text.slice(Math.max(0, left)), isMatch });
    left = Math.max(0, left - text.length);
  }
  const [first] = after;
  if (first) after[0] = { ...first, text: first.text.replace(/^[.\s]+/, '') };
  return { title: before, excerpt: after.filter(({ text }) => text !== '') };
}

/** The pieces of a text in which matches stand in `<mark>`, and `<` and `>` as `&lt;` and `&gt;`. */
export function piecesOf(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((piece) => piece !== '')
    .map((piece) => ({
      text: piece
        .replace(/<\/?mark>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
      isMatch: piece.startsWith('<mark>'),
    }));
}

/** A place in the page that the reader is on is reached without loading the page again. */
export function addressOf(path: string, id: string | undefined, { root, here }: Place): string {
  const url = new URL(path, root);
  const current = new URL(here);
  const isHere = folderOf(url) === folderOf(current);
  if (isHere) [url.pathname, url.search] = [current.pathname, current.search];
  url.hash = id ?? (isHere ? 'top' : '');
  return url.href;
}

function folderOf({ pathname }: URL): string {
  return pathname.replace(/\/index\.html$/, '/');
}
