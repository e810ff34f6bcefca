import { elementsOf, ownTextOf, setOwnText } from './page-tree.ts';
import type { Page, Step } from './step.ts';

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'data', 'srcset', 'imagesrcset']);

/** As the bundler writes an address in a style: without quotes, since it has no space or bracket. */
const URL_IN_STYLE = /url\(([^"')]+)\)/g;

/**
 * Makes addresses below the site's base relative and complete, down to the `index.html`, so that the
 * same files work at any path of any host and opened from disk. The page for addresses that do not
 * exist is shown at any depth, and keeps its addresses.
 */
export const relativeLinks: Step = (page) => {
  if (page.name === '404.html') return;
  for (const element of elementsOf(page.tree)) {
    if (element.tagName === 'style') {
      const css = ownTextOf(element).replace(URL_IN_STYLE, (_, url: string) => `url(${relative(url, page)})`);
      setOwnText(element, css);
    }
    for (const attribute of element.attrs) {
      const { name, value } = attribute;
      if (!ADDRESSES.has(name)) continue;
      attribute.value = name.endsWith('srcset') ? candidates(value, page) : relative(value, page);
    }
  }
};

function candidates(srcset: string, page: Page): string {
  return srcset
    .split(/,\s+/)
    .map((candidate) => candidate.trim().replace(/^\S+/, (url) => relative(url, page)))
    .join(', ');
}

/** An address as `page` writes it; one that is not below the base stays as it is. */
function relative(url: string, { name, address: { base } }: Page): string {
  if (!url.startsWith(base) || url.startsWith('//')) return url;
  const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(url.slice(base.length)) ?? [];
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const from = name.split('/').map(encodeURIComponent);
  if (suffix.startsWith('#') && suffix.length > 1 && file === from.join('/')) return suffix;
  const to = file.split('/');
  let shared = 0;
  while (shared < from.length - 1 && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = '../'.repeat(from.length - 1 - shared);
  const rest = to.slice(shared).join('/');
  // A colon in the first segment would be read as a scheme.
  const here = up === '' && /^[^/]*:/.test(rest) ? './' : '';
  return `${up}${here}${rest}${suffix}`;
}
