import type { AstroPrerenderer } from 'astro';
import { expect, test } from 'vitest';
import { articlePages } from '../../../src/integrations/article-pages.ts';

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;

const ARTICLE = { route: '/[slug]' };
const HOME = { route: '/' };
const PATHS = [
  { pathname: '/', route: HOME },
  { pathname: '/llm1', route: ARTICLE },
  { pathname: '/über', route: ARTICLE },
] as unknown as Paths;

/** A prerenderer whose pages say how they were asked for. */
function standard(render?: AstroPrerenderer['render']): AstroPrerenderer {
  return {
    name: 'standard',
    setup: () => Promise.resolve(),
    getStaticPaths: () => Promise.resolve(PATHS),
    render:
      render ?? (({ url }, { routeData }) => Promise.resolve(new Response(`${url} ${routeData.route}`))),
  };
}

async function made(origin: string, prerenderer: AstroPrerenderer, kept = '') {
  const pages: [string, string][] = [];
  const give = async (slug: string, make: () => Promise<Uint8Array>) => {
    pages.push([slug, slug === kept ? 'kept' : Buffer.from(await make()).toString()]);
  };
  const fileOf = (slug: string) => `articles/${slug}.md`;
  const own = articlePages({ origin, base: '/blog/' }, { give, fileOf })(prerenderer);
  return { left: await own.getStaticPaths(), pages, own };
}

test('pages of articles are made one after the other, all others are left to Astro', async () => {
  const prerenderer = standard();
  const { left, pages, own } = await made('https://example.org', prerenderer);
  expect(pages).toEqual([
    ['llm1', 'https://example.org/blog/llm1/ /[slug]'],
    ['über', 'https://example.org/blog/%C3%BCber/ /[slug]'],
  ]);
  expect(left).toEqual(PATHS.slice(0, 1));
  expect([own.setup, own.render]).toEqual([prerenderer.setup, prerenderer.render]);
});

test('a page that nobody needs to make is not made', async () => {
  const asked: string[] = [];
  const prerenderer = standard(({ url }) => (asked.push(url), Promise.resolve(new Response('made'))));
  const { pages } = await made('https://example.org', prerenderer, 'llm1');
  expect(pages).toEqual([
    ['llm1', 'kept'],
    ['über', 'made'],
  ]);
  expect(asked).toEqual(['https://example.org/blog/%C3%BCber/']);
});

test('a page with what Astro wants to know of it is one, too, and a site needs no origin', async () => {
  const { pages } = await made(
    '',
    standard(({ url }) => Promise.resolve({ response: new Response(url) })),
  );
  expect(pages[0]).toEqual(['llm1', 'http://localhost/blog/llm1/']);
});

test('what goes wrong with a page ends the build, and names the article', async () => {
  const failing = standard(() => Promise.reject(new Error('No page.')));
  await expect(made('', failing)).rejects.toThrow('`articles/llm1.md` cannot be shown: No page.');
});
