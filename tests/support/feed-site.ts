import type { BuiltSite } from '../../src/outputs/output.ts';
import { type PublishedArticle } from '../../src/series/published.ts';
import { parseArticleName } from '../../src/series/article-name.ts';
import { keepNothing } from './keep-nothing.ts';

/** A published article that says little. */
export function published(
  slug: string,
  facts: Partial<Record<keyof PublishedArticle, unknown>> = {},
): PublishedArticle {
  const file = `articles/${slug}.md`;
  return {
    slug,
    file,
    member: parseArticleName(file)?.member,
    title: `Title of ${slug}`,
    description: `About ${slug}.`,
    summary: '',
    written: undefined,
    updated: undefined,
    minutes: 1,
    draft: false,
    canRender: true,
    language: undefined,
    image: undefined,
    upcoming: [],
    mentionedIn: [],
    ...facts,
  } as PublishedArticle;
}

/** A site at `https://example.org/blog/`. */
export function feedSite(articles: readonly PublishedArticle[], others: Partial<BuiltSite> = {}): BuiltSite {
  return {
    read: () => undefined,
    site: {
      title: 'The site',
      description: 'What it is.',
      language: 'en',
      origin: '',
      links: [],
      books: { epub: false, pdf: false },
    },
    address: { origin: 'https://example.org', base: '/blog/' },
    articles,
    hashes: () => Promise.resolve({ scripts: [], styles: [] }),
    redirects: [],
    heading: () => Promise.resolve(undefined),
    keep: keepNothing,
    html: (slug) => Promise.resolve(`<p>Text of ${slug}</p>`),
    markdown: () => Promise.resolve(''),
    publicFile: () => undefined,
    ...others,
  };
}
