import { slug as slugify } from 'github-slugger';
import type { Article, Picture } from './article.ts';
import { parseArticleName } from './article-name.ts';
import { nearest } from './nearest.ts';
import { type Context, type Request, type Target, problem } from './target.ts';

export function missingArticle(request: Request, { project, article }: Context): Target {
  const wanted = lastSegment(request.path.replace(/\/index\.html?$/i, '')).replace(
    /\.(mdx?|markdown|html?)$/i,
    '',
  );
  const moved = project.articles.find(({ aliases }) => aliases.some(({ name }) => name === wanted));
  if (moved && moved.slug !== article.slug) {
    const message = `\`${request.url}\` leads to an address that \`${moved.file}\` has left.`;
    return problem('missing-article', message, `Write \`./${moved.slug}${suffixFor(request, moved)}\`.`);
  }
  const others = project.articles.filter(({ slug }) => slug !== article.slug || slug === wanted);
  const part = nearestPart(wanted, others);
  const found = part?.slug ?? nearest(wanted, others.map(({ slug }) => slug).toSorted());
  const lacks =
    part?.member && part.slug !== wanted ? `The series \`${part.member.series}\` has no such part. ` : '';
  return problem(
    'missing-article',
    `\`${request.url}\` leads to no article.`,
    found === undefined
      ? `Create \`articles/${wanted || 'name'}.mdx\`, or link to one of the articles there are.`
      : `${lacks}Did you mean \`./${found}${suffixFor(request, project.bySlug.get(found))}\`?`,
  );
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
  return problem(
    'missing-fragment',
    `\`${target.file}\` has no \`#${fragment}\`.`,
    found === undefined ? anchorsOf(target) : `Did you mean \`${linkPart}#${found}\`?`,
  );
}

export function missingPicture(request: Request, { project }: Context): Target {
  const { url, path } = request;
  const found = nearestPicture(path, [...project.pictures.values()]);
  const suggestion = found && `../articleimages/${found.path}`;
  if (suggestion && isSameButCase(path, suggestion)) {
    return problem(
      'missing-picture',
      `\`${url}\` is written with other capitals than the file, and so is found on some systems only.`,
      `Write \`${suggestion}\`.`,
    );
  }
  if (suggestion && lastSegment(path) === lastSegment(suggestion)) {
    return problem('missing-picture', `\`${url}\` leads to no picture.`, `Did you mean \`${suggestion}\`?`);
  }
  return problem(
    'missing-picture',
    `There is no picture \`${url}\`.`,
    suggestion === undefined
      ? 'Put it into `articleimages/` and write `../articleimages/` and its name.'
      : `Did you mean \`${suggestion}\`?`,
  );
}

export function missingFile(request: Request, context: Context): Target {
  const { project } = context;
  const wanted = lastSegment(request.path);
  const picture = nearestPicture(wanted, [...project.pictures.values()], 0);
  const file = nearest(request.path.replace(/^(\.\.?\/)*(\/)?(public\/)?/, ''), project.files.keys());
  const found = picture ? `../articleimages/${picture.path}` : file && `/${file}`;
  return problem(
    'missing-file',
    `\`${request.url}\` leads to no file.`,
    found === undefined
      ? `Put the file into \`public/\` and write \`/${wanted}\`.`
      : `Did you mean \`${found}\`?`,
  );
}

export function outsideProject(request: Request, { project }: Context): Target {
  const wanted = lastSegment(request.path);
  const picture = nearestPicture(wanted, [...project.pictures.values()]);
  const article = nearest(wanted.replace(/\.mdx?$/, ''), project.bySlug.keys());
  const found = picture ? `../articleimages/${picture.path}` : article && `./${article}${request.suffix}`;
  return problem(
    'outside-project',
    `\`${request.url}\` leads out of the project.`,
    found === undefined
      ? 'Link to an article, to a picture in `articleimages/`, or to a file in `public/`.'
      : `Did you mean \`${found}\`?`,
  );
}

/** Compares whole names, and names without their extension: `cat.jpg` may well mean `cat.png`. */
function nearestPicture(path: string, files: readonly Picture[], slips?: number): Picture | undefined {
  const pictures = files.filter(({ size }) => size !== undefined);
  const wanted = lastSegment(path);
  if (wanted === '') return undefined;
  const byName = new Map(pictures.map((picture) => [lastSegment(picture.path), picture]));
  const byStem = new Map(pictures.map((picture) => [stem(picture.path), picture]));
  const exact = byName.get(wanted) ?? byStem.get(stem(wanted));
  if (exact || slips === 0) return exact;
  const name = nearest(wanted, byName.keys());
  const stemName = nearest(stem(wanted), byStem.keys());
  return byName.get(name ?? '') ?? byStem.get(stemName ?? '');
}

function anchorsOf(article: Article): string {
  const ids = article.headings.flatMap(({ id }) => (id === undefined ? [] : [`\`#${id}\``]));
  if (ids.length === 0) return 'That article has no headings to link to.';
  const shown = ids.slice(0, 5).join(', ');
  return `Its headings are ${shown}${ids.length > 5 ? ', …' : ''}.`;
}

function isSameButCase(path: string, suggestion: string): boolean {
  const [one, other] = [path, suggestion].map((text) => text.replace(/^\/|^(\.\.?\/)+/, ''));
  return one !== other && one?.toLowerCase() === other?.toLowerCase();
}

function lastSegment(path: string): string {
  return path.split(/[/\\]/).findLast((segment) => segment !== '') ?? '';
}

function stem(path: string): string {
  return lastSegment(path).replace(/\.[^.]*$/, '');
}
