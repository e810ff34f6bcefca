import type { Article, Project, Reference } from './article.ts';
import { parseArticleName } from './article-name.ts';
import { resolveExternal } from './external.ts';
import { missingArticle, missingFragment, unpublished } from './missing.ts';
import { missingFile, missingPicture, outsideProject } from './missing-file.ts';
import { type Context, mendedBy, type Request, type Target, problem } from './target.ts';

const PARTS = /^([^?#]*)(\?[^#]*)?(#.*)?$/s;

/** Spaces and marks without width, which come with what was copied from elsewhere. */
const INVISIBLE = /[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g;

const NOTHING = { suffix: '', fragment: '' };

/**
 * Says what an author's reference means. The only place that decides this: the check, the build
 * and the dev server all ask here.
 */
export function resolveReference(reference: Pick<Reference, 'url' | 'use'>, context: Context): Target {
  const url = withoutControls(reference.url);
  if (url === '') return problem('malformed-link', 'This has no target.', 'Write where it leads.');
  const visible = url.replace(INVISIBLE, '');
  if (visible !== url) {
    const hint = `Write it anew: \`${visible}\`.`;
    return mendedBy(
      problem('malformed-link', `\`${url}\` has a character that cannot be seen.`, hint),
      visible,
    );
  }
  const own = ownPath(url, context.project.address);
  if (own !== undefined) return resolveReference({ url: own, use: reference.use }, context);
  if (/^[a-z]:[\\/]/i.test(url))
    return outsideProject({ ...NOTHING, url, path: url.slice(2), use: reference.use }, context);
  const external = context.project.bySlug.has(url) ? undefined : resolveExternal(url, reference.use);
  if (external) return external;

  const [, rawPath = '', query = '', fragment = ''] = PARTS.exec(url) ?? [];
  const path = decoded(rawPath);
  if (path === undefined || decoded(fragment) === undefined) {
    return problem(
      'malformed-link',
      `\`${url}\` has a \`%\` that is not followed by two hexadecimal digits of a character.`,
      'Write `%25` for the character `%` itself.',
    );
  }
  return resolvePath({ url, path, suffix: query + fragment, fragment, use: reference.use }, context);
}

/** The path below the site's base of a full address of the site itself. */
function ownPath(url: string, { origin, base }: Project['address']): string | undefined {
  const home = origin + base;
  return origin !== '' && url.startsWith(home) ? `/${url.slice(home.length)}` : undefined;
}

function resolvePath(request: Request, context: Context): Target {
  const { path, suffix, use } = request;
  if (path === '' && use === 'link') return resolveHere(request, context);
  const place = placeInProject(path, context.project);
  if (place === undefined) return outsideProject(request, context);
  if ((place === '' || place === 'articles') && use === 'link') return resolveHome(request);

  const picture = context.project.pictures.get(below('articleimages/', place) ?? '');
  if (picture) return { kind: 'picture', picture, suffix };
  const file = publicFile(place, path, context.project);
  if (file !== undefined) return { kind: 'file', path: file, suffix };

  if (use === 'picture') return missingPicture(request, context);
  if (use === 'resource') return missingFile(request, context);
  const article = context.project.bySlug.get(slugAt(place) ?? '');
  return article ? resolveArticle(article, request, context) : missingTarget(place, request, context);
}

/** A file in `public/`; for a folder with an index, the folder. */
function publicFile(place: string, path: string, { files }: Project): string | undefined {
  const file = below('public/', place);
  if (file === undefined) return undefined;
  const onDisk = files.get(file);
  if (onDisk !== undefined && !path.endsWith('/')) return onDisk;
  return files.get(`${file}/index.html`)?.replace(/index\.html$/, '');
}

/** The home page is the site's own, and has no anchors that an article could know. */
function resolveHome({ suffix, fragment }: Request): Target {
  if (/^(#(top)?)?$/i.test(fragment)) return { kind: 'home', suffix };
  const hint = 'Link to `/`, or to an article.';
  return problem('missing-fragment', `The home page has no \`${fragment}\`.`, hint);
}

function resolveHere(request: Request, context: Context): Target {
  const here = context.project.bySlug.get(context.article.slug);
  return missingFragment(request, here) ?? { kind: 'here', suffix: request.suffix };
}

function resolveArticle(article: Article, request: Request, context: Context): Target {
  if (article.draft && !context.article.draft) {
    return problem(
      'draft-link',
      `\`${request.url}\` leads to a draft, which is not published.`,
      `Publish \`${article.file}\` (remove \`draft: true\`), or take the link out until then.`,
    );
  }
  const found: Target = { kind: 'article', slug: article.slug, suffix: request.suffix };
  return missingFragment(request, article) ?? found;
}

function missingTarget(place: string, request: Request, context: Context): Target {
  if (place.startsWith('articleimages/')) return missingPicture(request, context);
  const isFile = /\.[a-z0-9]{2,5}$/i.test(place) && !/\.(mdx?|markdown|html?)$/i.test(place);
  if (isFile) return missingFile(request, context);
  const isElsewhere = !/^(articles|public)\//.test(place);
  return isElsewhere ? unpublished(request, context) : missingArticle(request, context);
}

/** Path from the project root without `.`, `..` and a last `/`; undefined where it leaves the project. */
function placeInProject(path: string, project: Project): string | undefined {
  const fromRoot = path.startsWith('/');
  const segments = fromRoot ? [] : ['articles'];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  const place = segments.join('/').normalize('NFC');
  const isRoom = /^(articles|articleimages|public)(\/|$)/.test(place);
  return fromRoot && place !== '' && !isRoom ? servedAt(place, project) : place;
}

/** The place of what is served at an address: an article, or a file in `public/`. */
function servedAt(address: string, project: Project): string {
  const place = `articles/${address}`;
  return project.bySlug.has(slugAt(place) ?? '') ? place : `public/${address}`;
}

function slugAt(place: string): string | undefined {
  return parseArticleName(/\.mdx?$/.test(place) ? place : `${place}.md`)?.slug;
}

function below(folder: string, place: string): string | undefined {
  return place.startsWith(folder) ? place.slice(folder.length) : undefined;
}

/** Browsers drop these characters before they look for a scheme, so we do too. */
function withoutControls(url: string): string {
  // eslint-disable-next-line no-control-regex
  return url.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
