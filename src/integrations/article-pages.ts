import { setImmediate } from 'node:timers/promises';
import type { AstroPrerenderer } from 'astro';
import type { SiteAddress } from '../series/site-address.ts';

/** The route whose pages are articles. */
const ROUTE = 'src/pages/[slug].astro';

/**
 * Has the pages of articles made without being written, each under its slug: what finishes them writes them once,
 * where Astro would write each for it to be read and written over. All other pages are Astro's to write.
 */
export function articlePages(
  { origin, base }: SiteAddress,
  give: (slug: string, html: Uint8Array) => void,
): (standard: AstroPrerenderer) => AstroPrerenderer {
  return (standard) => ({
    ...standard,
    name: 'article-pages',
    getStaticPaths: async () => {
      const paths = await standard.getStaticPaths();
      for (const { pathname, route } of paths.filter(isArticle)) {
        const slug = pathname.replaceAll('/', '');
        const url = new URL(`${base}${encodeURIComponent(slug)}/`, origin || 'http://localhost');
        const result = await standard.render(new Request(url), { routeData: route });
        const response = result instanceof Response ? result : result.response;
        give(slug, new Uint8Array(await response.arrayBuffer()));
        await setImmediate();
      }
      return paths.filter((path) => !isArticle(path));
    },
  });
}

function isArticle({ route }: { readonly route: { readonly component: string } }): boolean {
  return route.component === ROUTE;
}
