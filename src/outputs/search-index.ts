import { close, createIndex, type PagefindIndex } from 'pagefind';
import { seriesOf } from '../series/catalogue.ts';
import type { PublishedArticle } from '../series/published.ts';
import { articleAddress } from '../series/target.ts';
import { breakWords } from '../series/word-breaks.ts';
import type { BuiltSite, Output, OutputFile } from './output.ts';
import { escaped } from './escaped.ts';

/** Where the index is, below the output folder. */
const FOLDER = 'pagefind';

/** In articles: while others keep this process busy, Pagefind's has enough to do. They are in memory as long. */
const AT_ONCE = 1000;

/** Pagefind's own interfaces, and what only they need. */
const UNUSED = /^pagefind-.*\.(js|css)$/;

/** After these, Pagefind would go on in the same word. */
const UNPARTED = /<\/(?:caption|dd|dt|figcaption|pre|summary)>/g;

/** The numbers of notes would become part of the words before them; formulas in lines of their own are no words. */
const NO_WORDS = ['sup > a', 'math[display="block"]', 'button', 'input'];

/**
 * An index of the text of all published articles for the search in the page: by words, with the
 * headings and notes that they stand below. All languages share one, so that each search finds all.
 */
export const searchIndex: Output = (site) => whilePagefindRuns(made(site));

async function made(site: BuiltSite): Promise<readonly OutputFile[]> {
  try {
    const { index, errors } = await createIndex({
      forceLanguage: stemmed(site.site.language),
      excludeSelectors: NO_WORDS,
    });
    if (!index) throw new Error(errors.join(' '));
    const series = seriesTitles(site.articles);
    // One after the other, since the index depends on their order; but Pagefind's process need not wait
    // for the next while this one hears of the last.
    const added: Promise<readonly string[]>[] = [];
    for (const article of site.articles) {
      const facts = { language: article.language ?? site.site.language, series: series.get(article.slug) };
      const words = body(article, await site.html(article.slug));
      added.push(add(index, article, `<html lang="${site.site.language}">${head(facts)}${words}</html>`));
      await added.at(-AT_ONCE);
    }
    const wrong = (await Promise.all(added)).flat();
    if (wrong.length > 0) throw new Error(wrong.join(' '));
    const { files, errors: unwritten } = await index.getFiles();
    if (unwritten.length > 0) throw new Error(unwritten.join(' '));
    return needed(files.map(({ path, content }) => ({ path, content: new Uint8Array(content) })));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The search index could not be made: ${why}`, { cause: error });
  } finally {
    await close();
  }
}

/**
 * What is made with Pagefind's process; throws where that has ended before: it tells nobody, and whoever waits for its
 * answers then waits for ever.
 */
async function whilePagefindRuns<Made>(making: Promise<Made>): Promise<Made> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  // Until it has answered, it keeps this process from ending; where something else does, too, nothing is told.
  const tell = () => {
    reject(
      new Error(
        'The search index could not be made: Pagefind did not answer. It may have been ended for want of memory.',
      ),
    );
  };
  process.once('beforeExit', tell);
  try {
    return await Promise.race([making, ended]);
  } finally {
    process.off('beforeExit', tell);
  }
}

/** Pagefind would break these into words in its own way, where `breakWords` has done so for each text. */
function stemmed(language: string): string {
  return /^(ja|th|zh)\b/.test(language) ? 'unknown' : language.toLowerCase();
}

/** Gives what is wrong; it never throws, since nobody may be waiting for it yet. */
async function add(
  index: PagefindIndex,
  { slug, file }: PublishedArticle,
  content: string,
): Promise<readonly string[]> {
  const url = `${articleAddress(slug, '')}index.html`;
  const { errors } = await index.addHTMLFile({ url, content }).catch((error: unknown) => ({
    errors: [String(error)],
  }));
  return errors.map((error) => `${file}: ${error}`);
}

/** The title of each part's series, by the part's slug. */
function seriesTitles(articles: readonly PublishedArticle[]): ReadonlyMap<string, string> {
  return new Map(
    seriesOf(articles).flatMap(({ index, parts }) => parts.map(({ slug }) => [slug, index.title] as const)),
  );
}

function head(facts: Readonly<Record<string, string | undefined>>): string {
  const elements = Object.entries(facts).map(([name, value]) =>
    value === undefined ? '' : `<meta data-pagefind-meta="${name}[content]" content="${escaped(value)}">`,
  );
  return `<head>${elements.join('')}</head>`;
}

function body({ title }: PublishedArticle, html: string): string {
  // Of lists, only notes have items with an id; they are anchors as headings are.
  const text = html.replaceAll('<li id="', '<li data-pagefind-title="Note" id="');
  const words = wordsApart(`<h1>${escaped(title)}</h1>${text}`).replace(UNPARTED, '$& ');
  return `<body>${words}</body>`;
}

function wordsApart(html: string): string {
  // Most articles have none to set apart, which is soon seen in one look at the whole.
  if (breakWords(html) === html) return html;
  return html.replace(/<[^>]*>|[^<]+/g, (piece) => (piece.startsWith('<') ? piece : breakWords(piece)));
}

/** A language that has a WebAssembly of its own does not need that of all others. */
function needed(files: readonly OutputFile[]): OutputFile[] {
  const hasOwn = files.some(({ path }) => /^wasm\.(?!unknown)/.test(path));
  return files
    .filter(({ path }) => !UNUSED.test(path) && !(hasOwn && path.startsWith('wasm.unknown')))
    .map(({ path, content }) => ({ path: `${FOLDER}/${path}`, content }));
}
