import type { Article, Picture, Project } from './article.ts';
import { mentionsIn } from './mentions.ts';
import { readingMinutes } from './reading-time.ts';
import { resolveReference } from './reference.ts';

/** A picture, and the weight of its file in bytes. */
export interface WeighedPicture {
  readonly path: string;
  readonly bytes: number;
}

/** What can be counted of one article. */
export interface ArticleStatistics {
  readonly file: string;
  readonly slug: string;
  readonly title: string;
  readonly series: string | undefined;
  /** 0 for an index; undefined for a page outside any series. */
  readonly part: number | undefined;
  readonly draft: boolean;
  readonly words: number;
  readonly minutes: number;
  /** The pictures that it shows or links to, each once, as they are in `articleimages/`. */
  readonly pictures: readonly WeighedPicture[];
  /** The slugs of other articles that it links to, each once. */
  readonly linksTo: readonly string[];
  /** How many different addresses of other sites it links to. */
  readonly linksOut: number;
  /** The slugs of published articles that link to it. */
  readonly linkedFrom: readonly string[];
}

export interface Statistics {
  readonly articles: readonly ArticleStatistics[];
  /** Of what is published: drafts do not count. */
  readonly total: {
    readonly articles: number;
    readonly parts: number;
    readonly drafts: number;
    readonly words: number;
    readonly minutes: number;
    readonly pictures: number;
    readonly bytes: number;
  };
  /** Pictures that no article refers to, nor are the drawing of one that is. */
  readonly orphans: readonly WeighedPicture[];
  /** The slugs of published parts, an index aside, that no text of another article links to. */
  readonly unlinked: readonly string[];
}

/** Counts what a project has; `bytesOf` gives the weight of a picture's file. */
export function statisticsOf(project: Project, bytesOf: (picture: Picture) => number): Statistics {
  const mentions = mentionsIn(project);
  const weigh = (picture: Picture): WeighedPicture => ({ path: picture.path, bytes: bytesOf(picture) });
  const articles = project.articles.map((article): ArticleStatistics => {
    const { pictures, linksTo, linksOut } = targetsOf(article, project);
    return {
      file: article.file,
      slug: article.slug,
      title: article.title ?? article.slug,
      series: article.member?.series,
      part: article.member?.number,
      draft: article.draft,
      words: article.words,
      minutes: readingMinutes(article.words),
      pictures: pictures.map(weigh),
      linksTo,
      linksOut,
      linkedFrom: mentions.get(article.slug) ?? [],
    };
  });
  const published = articles.filter(({ draft }) => !draft);
  const parts = published.filter(({ part }) => part !== undefined && part > 0);
  const shown = new Map(
    published.flatMap(({ pictures }) => pictures.map(({ path, bytes }) => [path, bytes])),
  );
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
  const used = new Set(articles.flatMap(({ pictures }) => pictures.map(({ path }) => path)));
  return {
    articles,
    total: {
      articles: published.length,
      parts: parts.length,
      drafts: articles.length - published.length,
      words: sum(published.map(({ words }) => words)),
      minutes: sum(published.map(({ minutes }) => minutes)),
      pictures: shown.size,
      bytes: sum(shown.values()),
    },
    orphans: [...project.pictures.values()].filter((picture) => !isOf(used, picture)).map(weigh),
    unlinked: parts.filter(({ linkedFrom }) => linkedFrom.length === 0).map(({ slug }) => slug),
  };
}

/** Whether a picture is used, or is the drawing from which one that is used was rendered. */
function isOf(used: ReadonlySet<string>, { path }: Picture): boolean {
  return used.has(path) || (path.endsWith('.svg') && used.has(path.replace(/svg$/, 'png')));
}

function targetsOf(article: Article, project: Project) {
  const targets = article.references.map((reference) => resolveReference(reference, { article, project }));
  const pictures = targets.flatMap((target) => (target.kind === 'picture' ? [target.picture] : []));
  const articles = targets.flatMap((target) => (target.kind === 'article' ? [target.slug] : []));
  const others = targets.flatMap((target) => (target.kind === 'external' ? [target.url] : []));
  return {
    pictures: [...new Set(pictures)],
    linksTo: [...new Set(articles)].filter((slug) => slug !== article.slug),
    linksOut: new Set(others.filter((url) => /^https?:/i.test(url))).size,
  };
}
