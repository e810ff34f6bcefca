import type { Article, Project } from './article.ts';
import type { SeriesMember } from './article-name.ts';
import type { Day } from './day.ts';
import { mentionsIn } from './mentions.ts';
import { isFatal, type Problem } from './problem.ts';
import { readingMinutes } from './reading-time.ts';
import { resolveReference } from './reference.ts';

/** When the repository's history says that a file was first committed, and its text last changed. */
export interface FileHistory {
  readonly first: Day;
  /** Undefined for a text that has never changed since its first commit. */
  readonly changed: Day | undefined;
}

/** An article as pages show it. */
export interface PublishedArticle {
  readonly slug: string;
  readonly file: string;
  readonly member: SeriesMember | undefined;
  readonly title: string;
  readonly description: string;
  /** The description's first sentence. */
  readonly summary: string;
  readonly written: Day | undefined;
  /** Undefined where it would say no more than `written`. */
  readonly updated: Day | undefined;
  /** Reading time. */
  readonly minutes: number;
  readonly draft: boolean;
  /** Whether it can be shown: only the dev server meets articles that cannot. */
  readonly canRender: boolean;
  /** The language of its text, where that is not the site's. */
  readonly language: string | undefined;
  /** The picture that stands for it where it is shared, as a path below `articleimages/`. */
  readonly image: string | undefined;
  readonly upcoming: readonly string[];
  /** The slugs of published articles that link to it. */
  readonly mentionedIn: readonly string[];
}

/**
 * What any page may show of an article, which may not be its own: the page of an article is made again when one
 * of these has changed, of whatever article.
 */
export type ListedArticle = Pick<PublishedArticle, 'slug' | 'member' | 'title' | 'language' | 'upcoming'>;

/** No more of an article than others' pages may show. */
export function listed({ slug, member, title, language, upcoming }: PublishedArticle): ListedArticle {
  return { slug, member, title, language, upcoming };
}

export interface PublishOptions {
  readonly drafts: boolean;
  /** By file; empty where there is no history to be trusted. */
  readonly history: ReadonlyMap<string, FileHistory>;
  readonly problems: readonly Problem[];
}

/** The articles that a site shows, in order. */
export function publish(project: Project, { drafts, history, problems }: PublishOptions): PublishedArticle[] {
  const mentions = mentionsIn(project);
  return project.articles
    .filter(({ draft }) => drafts || !draft)
    .map((article) => {
      const { slug, file, member, draft, language, upcoming } = article;
      const title = article.title ?? slug;
      const written = article.written ?? history.get(file)?.first;
      const updated = article.updated ?? history.get(file)?.changed;
      return {
        slug,
        file,
        member,
        title,
        description: article.description ?? title,
        summary: article.summary ?? '',
        written,
        updated: updated !== undefined && (written === undefined || updated > written) ? updated : undefined,
        minutes: readingMinutes(article.words),
        draft,
        canRender: !problems.some((problem) => problem.file === file && isFatal(problem)),
        language,
        image: imageOf(article, project),
        upcoming,
        mentionedIn: mentions.get(slug) ?? [],
      };
    });
}

function imageOf(article: Article, project: Project): string | undefined {
  if (article.image === undefined) return undefined;
  const target = resolveReference({ url: article.image, use: 'picture' }, { article, project });
  return target.kind === 'picture' ? target.picture.path : undefined;
}
