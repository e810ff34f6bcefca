import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';
import { attribute, Page, text } from '../support/page.ts';
import { indexedPages } from '../support/search-index.ts';

const ARTICLES = {
  'articles/llm0.mdx': '---\nupcoming:\n  - Self-attention\n---\n\n# The *series*\n\nWhat it is about.\n',
  'articles/llm1.md':
    '# Part `one`\n\n*Written on Aug 21, 2024*\n\n![A grey field](../articleimages/field.png)\n\n## First\n\nLLMs guess. They do.\n\n[next](./llm2#second "Go on"), [home](/), [file](/file.txt), [picture](../articleimages/field.png)\n\n## Second\n\n<a href="./llm2.mdx">raw</a> <img src="../articleimages/dot.svg" alt="A dot">\n',
  'articles/llm2.mdx':
    '---\nimage: ../articleimages/field.png\n---\n\n# Part two\n\n[back](../articles/llm1.md#first) <a href="llm1">raw</a> <img src="../articleimages/anim.gif" alt="It moves"/>\n\n## Second\n\n```js\nlet a = 1\n```\n',
  'articles/llm3.md': '---\ndraft: true\n---\n\n# Not yet\n',
  'articles/about.md': '# About\n\nThis site.\n',
  'articleimages/field.png': { width: 1600, height: 900 },
  'articleimages/unused.png': { width: 10, height: 10 },
  'articleimages/dot.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle r="9" cx="10" cy="10"/></svg>',
  'articleimages/anim.gif': Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  'public/file.txt': 'A file.\n',
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

/** What a build puts into names that change with the content. */
const HASH = /([._])(?:[\w-]{8}|[0-9a-f]{12}|[0-9a-f]{7}|[0-9a-f]{10})\./;

const FILES = [
  ...['.hosting/Caddyfile', '.hosting/nginx.conf', '.nojekyll', '_headers', 'vercel.json'],
  ...['index.html', 'about/index.html', 'llm0/index.html', 'llm1/index.html', 'llm2/index.html', '404.html'],
  '_astro/BaseLayout.astro_astro_type_script_index_0_lang.HASH.js',
  '_astro/panel.HASH.js',
  '_astro/stix-two-math.HASH.woff2',
  ...['_astro/field.1408.HASH.webp', '_astro/field.704.HASH.webp'],
  ...['about', 'home', 'llm0', 'llm1'].map((slug) => `_astro/${slug}.card.HASH.png`),
  ...['articleimages/anim.gif', 'articleimages/dot.svg', 'articleimages/field.png'],
  ...['favicon.svg', 'file.txt', 'llm.epub'],
  ...['apple-touch-icon.png', 'favicon.ico', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png'],
  ...['atom.xml', 'rss.xml', 'feed.json', 'feed.css', 'llm0/atom.xml', 'llm0/rss.xml', 'llm0/feed.json'],
  ...['offline/index.html', 'sw.js'],
  ...['about.md', 'llm0.md', 'llm1.md', 'llm2.md', 'llms-full.txt', 'llms.txt'],
  ...['robots.txt', 'site.webmanifest', 'sitemap.xml'],
  ...Array.from({ length: 4 }, () => 'pagefind/fragment/en_HASH.pf_fragment'),
  ...['pagefind/index/en_HASH.pf_index', 'pagefind/pagefind.en_HASH.pf_meta'],
  ...['pagefind/pagefind-entry.json', 'pagefind/pagefind.js', 'pagefind/wasm.en.pagefind'],
];

describe.each<[string, Readonly<Record<string, string>>]>([
  ['/', {}],
  ['/blog/', { BASE_PATH: 'blog', SITE_URL: 'https://example.org' }],
])('a site at %s', (base, environment) => {
  let site: FixtureSite;
  let output: string;
  const page = (path: string) => new Page(site.read(`dist/${path}`));

  beforeAll(async () => {
    site = await FixtureSite.make(`valid${base.replaceAll('/', '-')}`, ARTICLES);
    const result = await site.build(environment);
    output = result.output;
    expect(result.code, output).toBe(0);
  });

  test('is exactly these files, and compressed copies of those that are text', () => {
    const files = site.files('dist').map((file) => file.replace(HASH, '$1HASH.'));
    const isCopy = (file: string) => /\.(br|gz)$/.test(file);
    expect(files.filter((file) => !isCopy(file))).toEqual(FILES.toSorted());
    expect(files.filter(isCopy)).toEqual(
      expect.arrayContaining(['llm1/index.html.br', 'llm1/index.html.gz', 'atom.xml.br']),
    );
    expect(files.filter((file) => /(png|webp|woff2|pagefind\/.*_\w+)\.(br|gz)$/.test(file))).toEqual([]);
  });

  test('leads every reference to where its author meant it', () => {
    const [article] = page('llm1/index.html').find('article.prose');
    const links = new Page(`<body>${site.read('dist/llm1/index.html').split('<article')[1] ?? ''}`);
    expect(article).toBeDefined();
    expect(
      links
        .find('a')
        .flatMap((link) =>
          attribute(link, 'class') ? [] : [`${text(link)} ${attribute(link, 'href') ?? ''}`],
        )
        .slice(0, 5),
    ).toEqual([
      'next ../llm2/index.html#second',
      'home ../index.html',
      'file ../file.txt',
      'picture ../articleimages/field.png',
      'raw ../llm2/index.html',
    ]);
    expect(page('llm2/index.html').attributes('a', 'href')).toEqual(
      expect.arrayContaining(['../llm1/index.html#first', '../llm1/index.html']),
    );
  });

  test('shows pictures in their size, with copies where those help', () => {
    const images = page('llm1/index.html').find('img');
    expect(
      images.map((image) => [
        attribute(image, 'src'),
        attribute(image, 'width'),
        attribute(image, 'height'),
        attribute(image, 'loading'),
      ]),
    ).toEqual([
      ['../articleimages/field.png', '704', '396', 'eager'],
      ['../articleimages/dot.svg', '40', '20', 'lazy'],
    ]);
    expect(page('llm1/index.html').attributes('source', 'srcset')[0]).toMatch(
      /^..\/_astro\/field\.704\.\w{8}\.webp 704w, ..\/_astro\/field\.1408\.\w{8}\.webp 1408w$/,
    );
    expect(page('llm2/index.html').attributes('img', 'src')).toEqual(['../articleimages/anim.gif']);
  });

  test('renders a part in the layout of its series', () => {
    const part = page('llm1/index.html');
    expect(part.texts('h1')).toEqual(['Part one']);
    expect(part.attributes('h1', 'id')).toEqual(['part-one']);
    expect(part.texts('nav.breadcrumb')[0]).toBe('LLM Internals The series Part 1 of 2');
    expect(part.texts('ul.article-facts')[0]).toBe('Written 21 August 2024 1 min read');
    expect(part.texts('nav.contents-beside')[0]).toBe('Contents First Second');
    expect(part.texts('nav.part-navigation')[0]).toBe('Index of the seriesThe seriesNext partPart two');
    expect(part.attributes('a', 'aria-current')).toEqual(['page']);
  });

  test('leads from the last part to what is still to come', () => {
    expect(page('llm2/index.html').texts('nav.part-navigation')[0]).toContain('Still to comeSelf-attention');
  });

  test('lists the parts on the index, with all that is known of them', () => {
    const index = page('llm0/index.html');
    expect(index.texts('li.part')).toEqual([
      '1Part one LLMs guess. Written 21 August 2024 1 min read',
      '2Part two back raw 1 min read',
      '3Self-attention Still to come',
    ]);
    expect(index.texts('h1')).toEqual(['The series']);
  });

  test('has a home page with the series and the pages, and a 404 page that leads on', () => {
    expect(page('index.html').texts('h2')).toEqual(['The series', 'Pages']);
    expect(page('index.html').attributes('a.button', 'href')).toEqual(['llm1/index.html']);
    expect(page('404.html').attributes('a', 'href')).toEqual(
      expect.arrayContaining([base, `${base}llm0/`, `${base}llm1/`]),
    );
  });

  test('has no draft anywhere', () => {
    for (const file of site.files('dist').filter((name) => /\.(html|md|txt)$/.test(name))) {
      expect(site.read(`dist/${file}`)).not.toContain('Not yet');
    }
  });

  test('finds the text of each article, and of no draft', () => {
    const found = indexedPages((path) => readFileSync(join(site.root, 'dist', path)), site.files('dist'));
    expect(found.map(({ url, meta }) => [url, meta['title'], meta['series']])).toEqual([
      ['about/index.html', 'About', undefined],
      ['llm0/index.html', 'The series', undefined],
      ['llm1/index.html', 'Part one', 'The series'],
      ['llm2/index.html', 'Part two', 'The series'],
    ]);
    expect(found[2]?.content).toContain('LLMs guess. They do.');
    expect(JSON.stringify(found)).not.toContain('Not yet');
  });

  test('has each article as Markdown, whose addresses are right anywhere', () => {
    const home = `${environment['SITE_URL'] ?? 'https://llm-internals.example'}${base}`;
    expect(site.read('dist/llm1.md')).toBe(
      `# Part \`one\`\n\n*Written on Aug 21, 2024*\n\n![A grey field](${home}articleimages/field.png)\n\n## First\n\nLLMs guess. They do.\n\n[next](${home}llm2/#second "Go on"), [home](${home}), [file](${home}file.txt), [picture](${home}articleimages/field.png)\n\n## Second\n\n<a href="${home}llm2/">raw</a> <img src="${home}articleimages/dot.svg" alt="A dot">\n`,
    );
    expect(site.read('dist/llm2.md')).toContain(
      `# Part two\n\n[back](${home}llm1/#first) <a href="${home}llm1/">`,
    );
    expect(page('llm1/index.html').attributes('a', 'href')).toContain('../llm1.md');
    const alternates = page('llm1/index.html')
      .find('link')
      .filter((link) => attribute(link, 'type') === 'text/markdown');
    expect(alternates.map((link) => attribute(link, 'href'))).toEqual(['../llm1.md']);
    const full = site.read('dist/llms-full.txt');
    expect(full.match(/^Source: .*$/gm)).toEqual(
      ['about', 'llm0', 'llm1', 'llm2'].map((slug) => `Source: ${home}${slug}/`),
    );
    expect(site.read('dist/llms.txt').match(/(?<=^- \[.*)\(.*?\)/gm)).toEqual(
      ['llm0', 'llm1', 'llm2', 'about'].map((slug) => `(${home}${slug}.md)`),
    );
  });

  test('says where each page is', () => {
    const origin = environment['SITE_URL'] ?? 'https://llm-internals.example';
    const canonical = (path: string) =>
      page(path)
        .find('link')
        .filter((link) => attribute(link, 'rel') === 'canonical')
        .map((link) => attribute(link, 'href'));
    expect(canonical('llm1/index.html')).toEqual([`${origin}${base}llm1/`]);
    expect(canonical('index.html')).toEqual([`${origin}${base}`]);
    expect(page('llm1/index.html').attributes('html', 'lang')).toEqual(['en']);
  });

  test('has a picture for each page that is shared, in the size that the page tells', async () => {
    const origin = environment['SITE_URL'] ?? 'https://llm-internals.example';
    const names = ['index.html', 'about/index.html', 'llm0/index.html', 'llm1/index.html', 'llm2/index.html'];
    for (const name of names) {
      const told = new Map(
        page(name)
          .find('meta')
          .map((meta) => [
            attribute(meta, 'property') ?? attribute(meta, 'name'),
            attribute(meta, 'content'),
          ]),
      );
      const address = told.get('og:image') ?? '';
      expect(address.startsWith(`${origin}${base}`)).toBe(true);
      const path = join(site.root, 'dist', decodeURIComponent(address.slice(`${origin}${base}`.length)));
      const { width, height } = await sharp(path).metadata();
      expect([told.get('og:image:width'), told.get('og:image:height')]).toEqual([`${width}`, `${height}`]);
      expect(told.get('og:image:alt')).toContain(name.startsWith('llm1') ? 'Part one' : '');
      expect(told.get('twitter:image')).toBe(address);
    }
    expect(page('404.html').attributes('meta', 'property')).not.toContain('og:image');
  });

  test('has no inline style attribute, and no script but those of the site', () => {
    for (const file of site.files('dist').filter((name) => name.endsWith('.html'))) {
      expect(site.read(`dist/${file}`)).not.toContain(' style="');
      const scripts = page(file).find('script');
      const kinds = scripts.map(
        (script) =>
          attribute(script, 'src')?.replace(/^.*_astro\/.*/, 'file') ?? attribute(script, 'type') ?? 'theme',
      );
      expect(kinds.filter((kind) => !/^(speculationrules|application\/ld\+json)$/.test(kind))).toEqual([
        'theme',
        'file',
      ]);
    }
  });

  test('was built without a warning', () => {
    expect(output).not.toMatch(/warn/i);
    expect(output).toContain('7 pages verified');
  });
});

test('gives each of several series its place, parts in the order of their numbers', async () => {
  const numbers = [1, 2, 9, 10, 11, 100, 999, 1000];
  const site = await FixtureSite.make('two-series', {
    'articles/llm0.md': '# Models\n',
    ...Object.fromEntries(numbers.map((number) => [`articles/llm${number}.md`, `# Model ${number}\n`])),
    'articles/nlp0.mdx': '# Language\n',
    'articles/nlp1.mdx': '# Words\n\n[other](./llm1000)\n',
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  const home = new Page(site.read('dist/index.html'));
  expect(home.texts('h2')).toEqual(['Models', 'Language']);
  const index = new Page(site.read('dist/llm0/index.html'));
  expect(index.texts('h3')).toEqual(numbers.map((number) => `Model ${number}`));
  const tenth = new Page(site.read('dist/llm10/index.html'));
  expect(tenth.texts('nav.part-navigation')).toEqual(['Previous partModel 9Next partModel 11']);
  expect(tenth.texts('nav.breadcrumb')).toEqual(['LLM Internals Models Part 4 of 8']);
  expect(tenth.attributes('nav.series-parts', 'aria-labelledby')).toEqual(['site:series-parts']);
});
