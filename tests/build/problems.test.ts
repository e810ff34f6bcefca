import { beforeEach, describe, expect, test } from 'vitest';
import { RULES } from '../../src/series/problem.ts';
import { FixtureSite } from '../support/fixture-site.ts';

const GOOD = { 'articles/a.md': '# A\n', 'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' };

/** One article for every rule, and the start of what must be told of it. */
const BROKEN: readonly (readonly [file: string, content: string | Uint8Array, ...told: string[]])[] = [
  ['a b.md', '# Name\n', 'a b.md:1:1  error  article-name'],
  ['al.md', '---\naliases: [c]\n---\n# A\n', 'al.md:2:10  error  alias-taken'],
  ['draft.md', '---\ndraft: true\n---\n# Draft\n'],
  ['b.md', '# B\n\n[x](./draft)\n', 'b.md:3:1  error  draft-link'],
  ['c.md', '# C\n', ''],
  ['c.mdx', '# C\n', 'c.mdx:1:1  error  duplicate-article'],
  ['oo.md', '# O\n\n```js titel="x"\n```\n', 'oo.md:3:7  error  code-meta'],
  ['d.md', '# D\n\n<p id="d">x</p>\n', 'd.md:3:1  error  duplicate-id'],
  ['e.md', '\n', 'e.md:1:1  error  empty-article'],
  ['f.md', '# F\n\n##\n', 'f.md:3:1  error  empty-heading'],
  ['g.md', Buffer.from('# G\n\n\xe4', 'latin1'), 'g.md:3:1  error  encoding'],
  ['h.md', '# H\n\n# I\n', 'h.md:3:1  error  extra-title'],
  ['i.md', '---\ntitel: I\n---\n# I\n', 'i.md:2:1  error  front-matter-key'],
  ['j.md', '---\ntitle: [\n---\n# J\n', 'j.md:3:1  error  front-matter-syntax'],
  ['k.md', '---\ndate: 2024-02-30\n---\n# K\n', 'k.md:2:7  error  front-matter-value'],
  ['l.md', '# L\n\n### M\n', 'l.md:3:1  error  heading-level'],
  ['m.md', '# M\n\n[x](https://)\n', 'm.md:3:1  error  malformed-link'],
  ['n.mdx', '# N\n\n{\n', 'n.mdx:4:1  error  mdx-syntax'],
  ['o.md', '# O\n\n[x](./nowhere)\n', 'o.md:3:1  error  missing-article'],
  ['p.md', '# P\n\n[x](/nowhere.pdf)\n', 'p.md:3:1  error  missing-file'],
  ['q.md', '# Q\n\nx[^1]\n', 'q.md:3:2  error  missing-footnote'],
  ['r.md', '# R\n\n[x](#nowhere)\n', 'r.md:3:1  error  missing-fragment'],
  ['s.mdx', "# S\n\nimport X from './nowhere.astro'\n\n<X />\n", 's.mdx:3:15  error  missing-import'],
  ['t1.md', '# T\n', 't1.md:1:1  error  missing-index'],
  ['u.md', '# U\n\n![A cat](../articleimages/nowhere.png)\n', 'u.md:3:1  error  missing-picture'],
  ['v.md', 'V\n', 'v.md:1:1  error  missing-title'],
  ['w/w.md', '# W\n', 'w/w.md:1:1  error  nested-article'],
  ['x.md', '# X\n\n[x](../../x)\n', 'x.md:3:1  error  outside-project'],
  ['y.md', '# Y\n\n![](../articleimages/dot.svg)\n', 'y.md:3:1  warning  picture-alt'],
  ['z.md', '# Z\n\n![A cat](https://example.org/cat.png)\n', 'z.md:3:1  error  remote-resource'],
  ['404.md', '# 404\n', '404.md:1:1  error  reserved-name'],
  ['pp.mdx', '# O\n\n<Tab titel="x">y</Tab>\n', 'pp.mdx:3:6  error  component-prop'],
  ['aa.mdx', '# A\n\n<Nope />\n', 'aa.mdx:3:1  error  unknown-component'],
  ['bb.mdx', '# B\n\n{nope}\n', 'bb.mdx:3:2  error  unknown-name'],
  ['cc.md', '# C\n\n![A cat](../articleimages/broken.png)\n', 'cc.md:3:1  error  unreadable-picture'],
  ['dd.md', '# D\n\n[x](javascript:x)\n', 'dd.md:3:1  error  unsafe-scheme'],
  ['ee.md', '# E\n\n[^1]: x\n', 'ee.md:3:1  error  unused-footnote'],
  ['gg.md', '# G\n\n[](#g)\n', 'gg.md:3:1  error  link-text'],
  ['hh.md', '# H\n\n<div>\n', 'hh.md:3:1  error  unclosed-element'],
  ['ii.md', '# I\n\nVec<T>\n', 'ii.md:3:4  error  unknown-element'],
  ['jj.md', '# J\n\n[r]: #j\n\n[r]: /\n', 'jj.md:5:1  error  duplicate-definition'],
  ['kk.mdx', '# K\n\nexport const url = 1\n', 'kk.mdx:3:14  error  duplicate-export'],
  ['ll.md', '# L\n\n[x][nope]\n', 'll.md:3:1  error  missing-definition'],
  ['mm.md', '# M\n\n##N\n', 'mm.md:3:1  error  heading-syntax'],
  ['nn.md', '# N\n\n<img src=../x.png>\n', 'nn.md:3:1  error  html-syntax'],
  ['qq.md', '# O\n\nLet $\\nope$ be.\n', 'qq.md:3:5  error  math-syntax'],
  ['rr.md', '# R\n\n```mermaid\ngraph LR\n  A -> B\n```\n', 'rr.md:5:5  error  diagram-syntax'],
  ['ss.md', `# S\n\n${'> '.repeat(101)}x\n`, 'ss.md:3:201  error  deep-nesting'],
  ['tt.md', '# T\n\na\u202eb\n', 'tt.md:3:2  error  hidden-character'],
  ['uu.md', ' '.repeat(1_000_001), 'uu.md:1:1  error  article-size'],
  ['ff.md', '# F\n\n*Written on Feb 30, 2024*\n', 'ff.md:3:1  error  written-date'],
];

/** What is told of files that are no articles. */
const TOLD_ELSEWHERE = [
  'public/secret.txt:1:1  error  outside-link',
  'public/twin.txt:1:1  error  duplicate-file',
];

const files = Object.fromEntries(BROKEN.map(([name, content]) => [`articles/${name}`, content]));
const told = [
  ...BROKEN.flatMap(([, , ...lines]) =>
    lines.filter((line) => line !== '').map((line) => `articles/${line}`),
  ),
  ...TOLD_ELSEWHERE,
];

test('there is an article for every rule', () => {
  const rules = told.map((line) => line.split('  ').at(-1));
  expect(rules.toSorted()).toEqual(Object.keys(RULES).toSorted());
});

describe('a site with every problem', () => {
  let site: FixtureSite;

  beforeEach(async () => {
    site = await FixtureSite.make('problems', {
      ...GOOD,
      ...files,
      'articleimages/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
      'articleimages/broken.png': 'not a picture',
      'public/Twin.txt': 'x',
      'public/twin.txt': 'x',
      'dist/index.html': 'the site before',
    });
    site.link('public/secret.txt', import.meta.filename);
  });

  test.each([
    ['a check', 'scripts/check.ts', '--root', '.'],
    ['a build', 'scripts/site.ts', 'build'],
  ])('is told whole by %s, which fails and leaves the last build alone', async (_what, ...command) => {
    const { code, output } = await site.run(command);
    const lines = output
      .split('\n')
      .filter((line) => /^ {2}\S/.test(line))
      .map((line) => line.trim());
    expect(lines.toSorted()).toEqual(told.toSorted());
    expect(output).toContain(`${told.length - 1} errors, 1 warning`);
    expect(code).toBe(1);
    expect(site.files('dist')).toEqual(['index.html']);
    expect(site.read('dist/index.html')).toBe('the site before');
    expect(output).not.toMatch(/^\s+at /m);
  });
});

describe('a build that fails', () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, RegExp]>([
    [
      'because an expression throws',
      { 'articles/b.mdx': '# B\n\n{null.x}\n' },
      {},
      /`articles\/b\.mdx` cannot be shown: .*null/,
    ],
    [
      'because a page is not as it must be',
      { 'articles/b.mdx': "# B\n\nexport const H = 'h1'\n\n<H>again</H>\n" },
      {},
      /b\/index\.html: it has 2 `h1` elements, not one/,
    ],
    [
      'because its address is wrong',
      {},
      { SITE_URL: 'example.org' },
      /SITE_URL is `example\.org`; it must be/,
    ],
    ['because its base is wrong', {}, { BASE_PATH: '/a b' }, /BASE_PATH is `\/a b`; it must be/],
  ])('%s exits with 1 and leaves the last build alone', async (_why, more, environment, expected) => {
    const site = await FixtureSite.make('failing', {
      ...GOOD,
      ...more,
      'dist/index.html': 'the site before',
    });
    const { code, output } = await site.build(environment);
    expect(output).toMatch(expected);
    expect(code).toBe(1);
    expect(site.files('dist')).toEqual(['index.html']);
  });

  test('leaves nothing behind that the next build does not clean up', async () => {
    const site = await FixtureSite.make('cleaning', { ...GOOD, 'articles/b.mdx': '# B\n\n{null.x}\n' });
    await site.build();
    site.write('articles/b.mdx', '# B\n');
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(site.files('.').filter((file) => file.startsWith('.dist-'))).toEqual([]);
    expect(site.files('dist')).toContain('b/index.html');
  });
});

describe('npm run check', () => {
  test.each([
    [['--help'], 0, /--root DIR/],
    [['--nope'], 2, /--nope/],
    [['--root'], 2, /--root/],
  ])('with %j exits with %i', async (args, expected, words) => {
    const site = await FixtureSite.make('check', GOOD);
    const { code, output } = await site.run(['scripts/check.ts', ...args]);
    expect(output).toMatch(words);
    expect(code).toBe(expected);
  });

  test('says that all is well', async () => {
    const site = await FixtureSite.make('check', GOOD);
    const { code, output } = await site.run(['scripts/check.ts', '--root', site.root]);
    expect(output).toBe('1 article checked: nothing is in the way of a build.\n');
    expect(code).toBe(0);
  });
});
