import type { BuiltSite, Output } from '../../src/outputs/output.ts';
import { redirectsOf } from '../../src/series/redirects.ts';
import { publish } from '../../src/series/published.ts';
import type { Site } from '../../src/site.ts';
import { projectOf } from './articles.ts';
import { keepNothing } from './keep-nothing.ts';

export const SITE: Site = {
  title: 'Internals',
  description: 'How it works.',
  language: 'en',
  origin: 'https://site.example',
  links: [],
  books: { epub: false, pdf: false },
};

export interface BuiltParts extends Partial<Omit<BuiltSite, 'articles'>> {
  /** By file name: `llm1.md`. */
  readonly articles?: Readonly<Record<string, string>>;
  readonly publicFiles?: Readonly<Record<string, string>>;
}

/** A built site in memory, at https://site.example/blog/ unless told otherwise. */
export function builtSite({ articles = {}, publicFiles = {}, ...rest }: BuiltParts = {}): BuiltSite {
  const project = projectOf({ articles });
  return {
    read: () => undefined,
    site: SITE,
    address: project.address,
    articles: publish(project, { drafts: false, history: new Map(), problems: [] }),
    hashes: () => Promise.resolve({ scripts: [], styles: [] }),
    redirects: redirectsOf(project),
    keep: keepNothing,
    html: () => Promise.resolve(''),
    heading: () => Promise.resolve(undefined),
    markdown: (slug) => Promise.resolve(articles[`${slug}.md`] ?? ''),
    publicFile: (path) => {
      const text = publicFiles[path];
      return text === undefined ? undefined : Buffer.from(text);
    },
    ...rest,
  };
}

/** What an output makes of a site, by path. */
export async function outputOf(output: Output, site: BuiltSite): Promise<Map<string, Buffer>> {
  const files = await output(site);
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content)]));
}
