import { setImmediate } from 'node:timers/promises';
import type { AstroPrerenderer, RouteData } from 'astro';
import type { SiteAddress } from '../series/site-address.ts';

/** The route whose pages are articles: `pages/[slug].astro`. */
const ROUTE = '/[slug]';

export interface ArticlePagesOptions {
  /** Is given each in turn, and makes it if it has to. */
  readonly give: (slug: string, make: () => Promise<Uint8Array>) => Promise<void>;
  /** The file of an article. */
  readonly fileOf: (slug: string) => string;
}

/**
 * Has the pages of articles made without being written, each under its slug: what finishes them writes them once,
 * where Astro would write each for it to be read and written over. All other pages are Astro's to write.
 */
export function articlePages(
  { origin, base }: SiteAddress,
  { give, fileOf }: ArticlePagesOptions,
): (standard: AstroPrerenderer) => AstroPrerenderer {
  return (standard) => {
    const rendered = async (request: Request, routeData: RouteData) => {
      const result = await standard.render(request, { routeData });
      const response = result instanceof Response ? result : result.response;
      return new Uint8Array(await response.arrayBuffer());
    };
    return {
      ...standard,
      name: 'article-pages',
      getStaticPaths: async () => {
        const paths = await standard.getStaticPaths();
        for (const { pathname, route } of paths.filter(isArticle)) {
          const slug = pathname.replaceAll('/', '');
          const url = new URL(`${base}${encodeURIComponent(slug)}/`, origin || 'http://localhost');
          await give(slug, () => rendered(new Request(url), route)).catch(tellOf(fileOf(slug)));
          await setImmediate();
        }
        return paths.filter((path) => !isArticle(path));
      },
    };
  };
}

/** Says of which article it is what goes wrong. */
function tellOf(file: string): (error: unknown) => never {
  return (error) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`\`${file}\` cannot be shown: ${why}`, { cause: error });
  };
}

function isArticle({ route }: { readonly route: { readonly route: string } }): boolean {
  return route.route === ROUTE;
}
