import type { Article, Picture, Project, ReferenceUse } from './article.ts';
import type { Finding } from './problem.ts';

/** What a reference leads to. `suffix` is its `?query#fragment`, as typed. */
export type Target =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'here'; readonly suffix: string }
  | { readonly kind: 'home'; readonly suffix: string }
  | { readonly kind: 'article'; readonly slug: string; readonly suffix: string }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly suffix: string }
  | { readonly kind: 'file'; readonly path: string; readonly suffix: string }
  | { readonly kind: 'problem'; readonly finding: Finding };

/** Where a reference stands: its article, among everything that it can lead to. */
export interface Context {
  readonly article: Pick<Article, 'slug' | 'draft'>;
  readonly project: Project;
}

/** An internal reference in its parts: `path` is decoded, `suffix` and `fragment` are as typed. */
export interface Request {
  readonly url: string;
  readonly path: string;
  readonly suffix: string;
  readonly fragment: string;
  readonly use: ReferenceUse;
}

export function problem(rule: Finding['rule'], message: string, hint: string): Target {
  return { kind: 'problem', finding: { rule, message, hint } };
}

/** A problem with the only address that is right; as it is where there is none. */
export function mendedBy(target: Target, replacement: string | undefined): Target {
  if (target.kind !== 'problem' || replacement === undefined) return target;
  return { kind: 'problem', finding: { ...target.finding, replacement } };
}

/**
 * The address of a target, right for a site served at `base` (which starts and ends with `/`).
 * A problem has none.
 */
export function addressOf(target: Target, base: string): string | undefined {
  switch (target.kind) {
    case 'external':
      return target.url;
    case 'here':
      return target.suffix;
    case 'home':
      return base + target.suffix;
    case 'article':
      return `${articleAddress(target.slug, base)}${target.suffix}`;
    case 'picture':
      return `${pictureAddress(target.picture.path, base)}${target.suffix}`;
    case 'file':
      return `${base}${encodePath(target.path)}${target.suffix}`;
    case 'problem':
      return undefined;
  }
}

export function articleAddress(slug: string, base: string): string {
  return `${base}${encodePath(slug)}/`;
}

/** The article as Markdown, beside its page. */
export function markdownAddress(slug: string, base: string): string {
  return `${base}${encodePath(slug)}.md`;
}

export function pictureAddress(path: string, base: string): string {
  return `${base}articleimages/${encodePath(path)}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
