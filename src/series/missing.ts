import { slug as slugify } from 'github-slugger';
import type { Article } from './article.ts';
import { parseArticleName } from './article-name.ts';
import { nearest, onlyNearest } from './nearest.ts';
import { lastSegment } from './nearest-picture.ts';
import { type Context, mendedBy, type Request, type Target, problem } from './target.ts';

export function missingArticle(request: Request, { project, article }: Context): Target {
  const wanted = lastSegment(request.path.replace(/\/index\.html?$/i, '')).replace(
    /\.(mdx?|markdown|html?)$/i,
    '',
  );
  const moved = project.articles.find(({ aliases }) => aliases.some(({ name }) => name === wanted));
  if (moved && moved.slug !== article.slug) {
    const message = `\`${request.url}\` leads to an address that \`${moved.file}\` has left.`;
    const found = `./${moved.slug}${suffixFor(request, moved)}`;
    return mendedBy(
      problem('missing-article', message, `Write \`${found}\`.`),
      keepsFragment(request, moved) ? found : undefined,
    );
  }
  const others = project.articles.filter(({ slug }) => slug !== article.slug || slug === wanted);
  const part = nearestPart(wanted, others);
  const found = part?.slug ?? nearest(wanted, others.map(({ slug }) => slug).toSorted());
  const lacks =
    part?.member && part.slug !== wanted ? `The series \`${part.member.series}\` has no such part. ` : '';
  const target = project.bySlug.get(found ?? '');
  const address = `./${found ?? ''}${suffixFor(request, target)}`;
  const isOnly = found !== undefined && found === onlyArticle(wanted, part, others);
  return mendedBy(
    problem(
      'missing-article',
      `\`${request.url}\` leads to no article.`,
      found === undefined
        ? `Create \`articles/${wanted || 'name'}.mdx\`, or link to one of the articles there are.`
        : `${lacks}Did you mean \`${address}\`?`,
    ),
    isOnly && keepsFragment(request, target) ? address : undefined,
  );
}

/** Another part of the series that is meant is another article; the same part may be written in another way. */
function onlyArticle(
  wanted: string,
  part: Article | undefined,
  others: readonly Article[],
): string | undefined {
  const number = parseArticleName(`articles/${wanted}.md`)?.member?.number;
  if (part) return part.member?.number === number ? part.slug : undefined;
  return onlyNearest(
    wanted,
    others.map(({ slug }) => slug),
  );
}

function keepsFragment({ fragment }: Request, article: Article | undefined): boolean {
  const id = fragment.slice(1);
  return id === '' || !article?.whole || article.ids.has(id) || onlyNearest(id, article.ids) !== undefined;
}

/** The query and fragment of a request, the latter only as the article suggested has it. */
function suffixFor({ suffix, fragment }: Request, article: Article | undefined): string {
  const query = suffix.slice(0, suffix.length - fragment.length);
  const id = fragment.slice(1);
  if (!article?.whole || id === '' || article.ids.has(id)) return suffix;
  const near = nearest(id, article.ids);
  return near === undefined ? query : `${query}#${near}`;
}

/** For a part that a series does not have: the part with the nearest number. */
function nearestPart(slug: string, articles: readonly Article[]): Article | undefined {
  const wanted = parseArticleName(`articles/${slug}.md`)?.member;
  const parts = articles.flatMap((article) =>
    wanted && article.member?.series === wanted.series
      ? [{ article, distance: Math.abs(article.member.number - wanted.number) }]
      : [],
  );
  return parts.toSorted((a, b) => a.distance - b.distance)[0]?.article;
}

/** For a path to a place in the project that is not published, such as its README. */
export function unpublished(request: Request, context: Context): Target {
  const target = missingArticle(request, context);
  if (target.kind !== 'problem' || target.finding.hint.includes('Did you mean')) return target;
  return problem(
    'outside-project',
    `\`${request.url}\` leads to nothing that is published.`,
    'Link to its `https:` address, or put the file into `public/` and write `/` and its name.',
  );
}

/** Undefined where the fragment exists, or where the target could not be parsed and so cannot be asked. */
export function missingFragment(request: Request, target: Article | undefined): Target | undefined {
  const fragment = decodeURIComponent(request.fragment.slice(1)).replace(/:~:.*$/s, '');
  // Every browser scrolls to the top for these two, whatever ids there are:
  // https://html.spec.whatwg.org/multipage/browsing-the-web.html#select-the-indicated-part
  if (fragment === '' || fragment.toLowerCase() === 'top') return undefined;
  if (!target?.whole || target.ids.has(fragment)) return undefined;
  const slug = slugify(fragment.trim());
  const found = target.ids.has(slug) ? slug : nearest(fragment, target.ids);
  const linkPart = request.url.slice(0, request.url.length - request.fragment.length);
  const only = target.ids.has(slug) ? slug : onlyNearest(fragment, target.ids);
  return mendedBy(
    problem(
      'missing-fragment',
      `\`${target.file}\` has no \`#${fragment}\`.`,
      found === undefined ? anchorsOf(target) : `Did you mean \`${linkPart}#${found}\`?`,
    ),
    only && `${linkPart}#${only}`,
  );
}

function anchorsOf(article: Article): string {
  const ids = article.headings.flatMap(({ id }) => (id === undefined ? [] : [`\`#${id}\``]));
  if (ids.length === 0) return 'That article has no headings to link to.';
  const shown = ids.slice(0, 5).join(', ');
  return `Its headings are ${shown}${ids.length > 5 ? ', …' : ''}.`;
}
