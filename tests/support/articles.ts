import { readArticle } from '../../src/markdown/read-article.ts';
import type { Article, Picture, Project } from '../../src/series/article.ts';
import { COMPONENTS } from '../../src/series/author-components.ts';
import { parseArticleName } from '../../src/series/article-name.ts';
import { checkProject } from '../../src/series/check.ts';
import { compareArticles } from '../../src/series/order.ts';

/** Reads an article from text. */
export function articleOf(file: string, text: string | Uint8Array): Article {
  const name = parseArticleName(file);
  if (!name) throw new Error(`${file} is not an article`);
  return readArticle(name, typeof text === 'string' ? new TextEncoder().encode(text) : text);
}

export interface ProjectFiles {
  /** By file name: `llm1.md`. */
  readonly articles?: Readonly<Record<string, string | Uint8Array>>;
  readonly pictures?: readonly string[];
  readonly unreadable?: readonly string[];
  readonly files?: readonly string[];
  readonly modules?: readonly string[];
  readonly components?: Project['components'];
}

/** A project in memory. */
export function projectOf(files: ProjectFiles): Project {
  const articles = Object.entries(files.articles ?? {})
    .map(([name, text]) => articleOf(`articles/${name}`, text))
    .toSorted(compareArticles);
  const pictures: Picture[] = [
    ...(files.pictures ?? []).map((path) => ({ path, size: { width: 1600, height: 900 } })),
    ...(files.unreadable ?? []).map((path) => ({ path, size: undefined })),
  ];
  return {
    articles,
    bySlug: new Map(articles.toReversed().map((article) => [article.slug, article])),
    pictures: new Map(pictures.map((picture) => [picture.path, picture])),
    files: new Map((files.files ?? []).map((path) => [path, path])),
    address: { origin: 'https://site.example', base: '/blog/' },
    modules: new Set(files.modules),
    components: files.components ?? COMPONENTS,
  };
}

/** The problems of a project in memory, one line each: `file:line:column rule message hint`. */
export function problemsOf(files: ProjectFiles, others: readonly string[] = []): string[] {
  const project = projectOf(files);
  const names = [...project.articles.map(({ file }) => file), ...others];
  return checkProject(project, names).map(
    ({ file, place, rule, message, hint }) =>
      `${file}:${place.line}:${place.column} ${rule} ${message} ${hint}`,
  );
}
