import type { Reference } from './article.ts';
import { resolveReference } from './reference.ts';
import type { Context } from './target.ts';

/**
 * The slug of the article that a reference leads to, also where it is a draft or lacks the fragment; undefined
 * where it leads to anything else.
 */
export function articleBehind(
  { url, use }: Pick<Reference, 'url' | 'use'>,
  { article, project }: Context,
): string | undefined {
  const anyone = { slug: article.slug, draft: true };
  const target = resolveReference({ url: pathOf(url), use }, { article: anyone, project });
  return target.kind === 'article' ? target.slug : undefined;
}

/**
 * The address of an article that got another name, in the form in which the old one was typed. `after` is where
 * the reference stands then, among the articles with their new names.
 */
export function movedLink(
  { url, use }: Pick<Reference, 'url' | 'use'>,
  { from, to }: { readonly from: string; readonly to: string },
  after: Context,
): string {
  const path = pathOf(url);
  const segments = path.split('/');
  const written = segments.map((segment) => movedSegment(segment, from, to));
  const candidates = written.flatMap((segment, index) =>
    segment === undefined ? [] : [segments.with(index, segment).join('/')],
  );
  const found = candidates.findLast((candidate) => articleBehind({ url: candidate, use }, after) === to);
  return (found ?? `./${to}`) + url.slice(path.length);
}

/** A segment that names an article, with another name; with the same spaces, extension and kind of letters. */
function movedSegment(segment: string, from: string, to: string): string | undefined {
  const typed = segment.trim();
  const extension = /\.mdx?$/.exec(typed)?.[0] ?? '';
  const isWhole = decoded(typed) === from;
  const stem = typed.slice(0, typed.length - extension.length);
  if (!isWhole && decoded(stem) !== from) return undefined;
  const name = typed.includes('%') ? encodeURIComponent(to) : to;
  const isComposed = typed === typed.normalize('NFC');
  const written = (isComposed ? name : name.normalize('NFD')) + (isWhole ? '' : extension);
  return segment.replace(typed, () => written);
}

/** Of a path that leads to an article, in which every `%` is followed by what it must be. */
function decoded(text: string): string {
  return decodeURIComponent(text.replace(/[\t\n\r]/g, '')).normalize('NFC');
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
