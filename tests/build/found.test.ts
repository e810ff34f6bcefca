import { beforeAll, describe, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';
import { attribute, Page, text } from '../support/page.ts';
import { xmlTexts } from '../support/xml.ts';

const LONG_TITLE = `Attention, ${'and how it came to be what it is, '.repeat(8)}told at length`;
const LONG_TEXT = 'A model guesses the next word of a text, again and again. '.repeat(18).trim();

const ARTICLES = {
  'articles/llm0.md': '# The series\n\nWhat it is about.\n',
  'articles/llm1.md': `---\ntitle: 'A "quoted" </script><script>alert(1)</script> & title'\ndate: 2024-02-01\nupdated: 2024-05-01\nimage: ../articleimages/card.png\n---\n\n${LONG_TEXT}\n`,
  'articles/llm2.md': `# ${LONG_TITLE}\n\n*Written on Aug 21, 2024*\n\nText.\n`,
  'articles/llm3.md': '---\nlang: ar\n---\n# كيف تعمل النماذج\n\nنص.\n',
  'articles/注意.md': '---\nlang: ja\n---\n# 注意機構とは何か\n\n本文。\n',
  'articles/llm4.md': '---\ndraft: true\n---\n# Not yet\n',
  'articleimages/card.png': { width: 1200, height: 630 },
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

type Thing = Readonly<Record<string, unknown>>;

describe.each<[string, Readonly<Record<string, string>>]>([
  ['https://llm-internals.example/', {}],
  ['https://example.org/blog/', { BASE_PATH: 'blog', SITE_URL: 'https://example.org' }],
])('a site at %s', (home, environment) => {
  let site: FixtureSite;
  const page = (path: string) => new Page(site.read(`dist/${path}`));
  const data = (path: string): readonly Thing[] => {
    const blocks = page(path)
      .find('script')
      .filter((script) => attribute(script, 'type') === 'application/ld+json');
    return blocks.flatMap((block) => {
      const [content = ''] = block.childNodes.map((node) => ('value' in node ? node.value : ''));
      return (JSON.parse(content) as { '@graph': readonly Thing[] })['@graph'];
    });
  };
  const tags = (path: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      page(path)
        .find('meta')
        .map((meta) => [
          attribute(meta, 'property') ?? attribute(meta, 'name') ?? '',
          attribute(meta, 'content') ?? '',
        ]),
    );

  beforeAll(async () => {
    site = await FixtureSite.make(`found-${home.replaceAll(/\W+/g, '-')}`, ARTICLES);
    const { code, output } = await site.build(environment);
    expect(code, output).toBe(0);
  });

  test('says of a part what is shown where it is shared', () => {
    expect(tags('llm1/index.html')).toMatchObject({
      'og:type': 'article',
      'og:title': 'A "quoted" </script><script>alert(1)</script> & title',
      'og:url': `${home}llm1/`,
      'og:site_name': 'LLM Internals',
      'og:locale': 'en_US',
      'article:published_time': '2024-02-01',
      'article:modified_time': '2024-05-01',
      'twitter:card': 'summary_large_image',
    });
  });

  test.each([
    ['index.html', 'website', 'en_US', 'LLM Internals'],
    ['llm0/index.html', 'website', 'en_US', 'The series'],
    ['llm2/index.html', 'article', 'en_US', LONG_TITLE],
    ['llm3/index.html', 'article', 'ar_EG', 'كيف تعمل النماذج'],
    ['注意/index.html', 'article', 'ja_JP', '注意機構とは何か'],
  ])('tells %s apart as %s in %s', (path, type, locale, title) => {
    expect(tags(path)).toMatchObject({ 'og:type': type, 'og:locale': locale, 'og:title': title });
  });

  test('describes a page in a few whole sentences, everywhere the same', () => {
    const { description, 'og:description': shared } = tags('llm1/index.html');
    expect(description).toMatch(/^(A model guesses the next word of a text, again and again\. ){5}…$/);
    expect(shared).toBe(description);
    expect(data('llm1/index.html')[0]).toHaveProperty('description', description);
  });

  test('tells what each page is, at its address', () => {
    const types = (path: string) => data(path).map((thing) => thing['@type']);
    expect(types('index.html')).toEqual(['WebSite']);
    expect(types('llm0/index.html')).toEqual(['CreativeWorkSeries', 'BreadcrumbList']);
    for (const path of ['llm1/index.html', 'llm2/index.html', 'llm3/index.html', '注意/index.html']) {
      expect(types(path)).toEqual(['TechArticle', 'BreadcrumbList']);
      const [canonical] = page(path)
        .find('link')
        .flatMap((link) => (attribute(link, 'rel') === 'canonical' ? (attribute(link, 'href') ?? []) : []));
      expect(data(path)[0]).toHaveProperty('url', canonical);
      expect(tags(path)['og:url']).toBe(canonical);
    }
  });

  test('gives the article the picture that it is shared with', () => {
    expect(data('llm1/index.html')[0]).toHaveProperty('image', tags('llm1/index.html')['og:image']);
  });

  test('has a headline of a title of any length', () => {
    const headline = String(data('llm2/index.html')[0]?.['headline']);
    expect(headline.length).toBeLessThanOrEqual(110);
    expect(headline).toMatch(/^Attention, and how .*…$/);
  });

  test('lists each page in the sitemap, and no draft', () => {
    const xml = site.read('dist/sitemap.xml');
    expect(xmlTexts(xml, 'loc')).toEqual([
      home,
      ...['llm0', 'llm1', 'llm2', 'llm3', '%E6%B3%A8%E6%84%8F'].map((slug) => `${home}${slug}/`),
    ]);
    expect(xmlTexts(xml, 'lastmod')).toEqual(['2024-05-01', '2024-08-21']);
    for (const address of xmlTexts(xml, 'loc')) {
      const file = `${decodeURIComponent(address.slice(home.length))}index.html`;
      expect(site.files('dist')).toContain(file);
    }
  });

  test('leads to the sitemap and to its icons', () => {
    expect(site.read('dist/robots.txt')).toContain(`\nSitemap: ${home}sitemap.xml\n`);
    const addresses = (path: string) =>
      page(path)
        .find('link')
        .filter((link) => /icon|manifest/.test(attribute(link, 'rel') ?? ''))
        .map((link) => attribute(link, 'href'));
    const names = ['favicon.ico', 'favicon.svg', 'apple-touch-icon.png', 'site.webmanifest'];
    expect(addresses('llm1/index.html')).toEqual(names.map((name) => `../${name}`));
    expect(addresses('404.html')).toEqual(names.map((name) => new URL(home).pathname + name));
  });

  test('hides the page for what does not exist, which leads on from any depth', () => {
    expect(tags('404.html')).toMatchObject({ robots: 'noindex' });
    expect(Object.keys(tags('404.html')).filter((name) => /^(og|article|twitter):/.test(name))).toEqual([]);
    expect(data('404.html')).toEqual([]);
    const base = new URL(home).pathname;
    const links = page('404.html')
      .find('a')
      .map((link) => `${text(link)} ${attribute(link, 'href') ?? ''}`);
    expect(links).toEqual(
      expect.arrayContaining([`the home page of LLM Internals ${base}`, `The series ${base}llm0/`]),
    );
    const ways = page('404.html')
      .attributes('a', 'href')
      .filter((href) => !href.startsWith('#'));
    expect(ways.filter((href) => !href.startsWith(base))).toEqual([]);
  });
});

describe('files of the author’s own', () => {
  const ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>';

  test('stand for what the site would make of that name', async () => {
    const site = await FixtureSite.make('own-files', {
      'articles/a.md': '# A\n\nText.\n',
      'public/favicon.svg': ICON,
      'public/robots.txt': 'User-agent: *\nDisallow: /private/\n',
      'public/.nojekyll': 'own\n',
      'public/apple-touch-icon.png': { width: 180, height: 180 },
    });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    for (const name of ['robots.txt', '.nojekyll', 'apple-touch-icon.png']) {
      expect(site.read(`dist/${name}`)).toBe(site.read(`public/${name}`));
    }
  });

  test('are never overwritten: the build ends and tells of one that cannot stand there', async () => {
    const site = await FixtureSite.make('own-sitemap', {
      'articles/a.md': '# A\n\nText.\n',
      'public/favicon.svg': ICON,
      'public/sitemap.xml': '<urlset/>\n',
    });
    const { code, output } = await site.build();
    expect(code).toBe(1);
    expect(output).toContain('public/sitemap.xml: the site has a `sitemap.xml` of its own');
    expect(site.files('dist')).toEqual([]);
  });
});
