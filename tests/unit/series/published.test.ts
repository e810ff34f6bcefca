import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/series/day.ts';
import { neighboursOf, partsAround, seriesOf, upcomingOf } from '../../../src/series/catalogue.ts';
import { checkProject } from '../../../src/series/check.ts';
import { picturesUsed } from '../../../src/series/pictures-used.ts';
import { type FileHistory, publish } from '../../../src/series/published.ts';
import { projectOf, type ProjectFiles } from '../../support/articles.ts';

function published(
  articles: ProjectFiles['articles'] = {},
  { drafts = false, history = new Map<string, FileHistory>() } = {},
) {
  return publish(projectOf({ articles, pictures: ['card.png'] }), { drafts, history, problems: [] });
}

describe('publish', () => {
  test('leaves drafts out, unless they are asked for', () => {
    const articles = { 'llm1.md': '---\ndraft: true\n---\n# Draft\n', 'llm0.md': '# Index\n' };
    expect(published(articles).map(({ slug }) => slug)).toEqual(['llm0']);
    expect(published(articles, { drafts: true }).map(({ slug, draft }) => [slug, draft])).toEqual([
      ['llm0', false],
      ['llm1', true],
    ]);
  });

  const history = new Map([['articles/a.md', { first: '2024-01-02' as Day, changed: '2024-03-04' as Day }]]);

  test.each([
    [
      'the front matter before the text',
      '---\ndate: 2023-01-01\n---\n# A\n\n*Written on May 1, 2023*\n',
      '2023-01-01',
      '2024-03-04',
    ],
    ['the text before the history', '# A\n\n*Written on May 1, 2023*\n', '2023-05-01', '2024-03-04'],
    ['the history', '# A\n', '2024-01-02', '2024-03-04'],
    ['no update before it was written', '# A\n\nWritten on 5 May 2024.\n', '2024-05-05', undefined],
    ['the front matter’s update', '---\nupdated: 2025-01-01\n---\n# A\n', '2024-01-02', '2025-01-01'],
  ])('takes dates from %s', (_what, text, written, updated) => {
    const [article] = published({ 'a.md': text }, { history });
    expect([article?.written, article?.updated]).toEqual([written, updated]);
  });

  test('shows no date where nothing is known', () => {
    const [article] = published({ 'a.md': '# A\n' });
    expect([article?.written, article?.updated]).toEqual([undefined, undefined]);
  });

  test('describes an article without a paragraph by its title', () => {
    const [article] = published({ 'a.md': '# A title\n' });
    expect([article?.description, article?.summary]).toEqual(['A title', '']);
  });

  test('calls an article without a title by its address', () => {
    expect(published({ 'a.md': 'Text.\n' }).map(({ title }) => title)).toEqual(['a']);
  });

  test('sums an article up in the first sentence of its description', () => {
    const [article] = published({ 'a.md': '# A\n\nIt costs `3.5! A` dollars. More follows.\n' });
    expect(article?.summary).toBe('It costs 3.5! A dollars.');
  });
});

test('cannot render what has a problem that ends its rendering, and can what has another', () => {
  const project = projectOf({ articles: { 'a.mdx': '{', 'b.md': '# B\n\n[x](./nope)\n' } });
  const problems = checkProject(project, ['articles/a.mdx', 'articles/b.md']);
  const articles = publish(project, { drafts: true, history: new Map(), problems });
  expect(articles.map(({ slug, canRender }) => [slug, canRender])).toEqual([
    ['a', false],
    ['b', true],
  ]);
});

test('is shared with the picture that its front matter names', () => {
  const articles = {
    'a.md': '---\nimage: ../articleimages/card.png\n---\n# A\n',
    'b.md': '---\nimage: ../articleimages/nope.png\n---\n# B\n',
    'c.md': '# C\n',
  };
  expect(published(articles).map(({ image }) => image)).toEqual(['card.png', undefined, undefined]);
});

test('plans no title twice: what is there is no longer to come', () => {
  const articles = {
    'llm0.md': '---\nupcoming: [Self-Attention, Training]\n---\n# L\n',
    'llm1.md': '# Self-attention\n',
  };
  expect(seriesOf(published(articles)).map(upcomingOf)).toEqual([['Training']]);
});

test('knows which articles link to which, drafts and itself left out', () => {
  const articles = {
    'a.md': '# A\n\n[b](./b) [b](./b#x) [a](./a)\n',
    'b.md': '# B\n\n## X\n\n[a](./a)\n',
    'c.md': '---\ndraft: true\n---\n# C\n\n[a](./a)\n',
    'd.md': '# D\n\n[a](./a) [no](./nope)\n',
  };
  expect(published(articles).map(({ slug, mentionedIn }) => [slug, mentionedIn])).toEqual([
    ['a', ['b', 'd']],
    ['b', ['a']],
    ['d', []],
  ]);
});

describe('series', () => {
  const parts = Object.fromEntries(
    Array.from({ length: 12 }, (_, number) => [`llm${number}.md`, `# Part ${number}\n`]),
  );
  const [series] = seriesOf(published(parts));
  const slugs = (list: readonly { readonly slug: string }[] = []) => list.map(({ slug }) => slug);

  test('orders parts by number, ten after nine', () => {
    expect(slugs(series?.parts).slice(-3)).toEqual(['llm9', 'llm10', 'llm11']);
  });

  test('is as many as there are names with an index', () => {
    const articles = {
      'llm0.md': '# L\n',
      'nlp0.md': '# N\n',
      'nlp2.md': '# N2\n',
      'rag3.md': '# R\n',
      'about.md': '# A\n',
    };
    expect(seriesOf(published(articles)).map(({ name, parts }) => [name, slugs(parts)])).toEqual([
      ['llm', []],
      ['nlp', ['nlp2']],
    ]);
  });

  test.each([
    ['llm0', undefined, 'llm1'],
    ['llm1', 'llm0', 'llm2'],
    ['llm9', 'llm8', 'llm10'],
    ['llm11', 'llm10', undefined],
    ['nlp1', undefined, undefined],
  ])('reads %s between %s and %s', (slug, previous, next) => {
    const neighbours = series && neighboursOf(series, slug);
    expect([neighbours?.previous?.slug, neighbours?.next?.slug]).toEqual([previous, next]);
  });

  test.each([
    ['llm1', ['llm1', 'llm2', 'llm3']],
    ['llm5', ['llm4', 'llm5', 'llm6']],
    ['llm11', ['llm9', 'llm10', 'llm11']],
  ])('shows the parts around %s', (slug, expected) => {
    expect(slugs(series && partsAround(series, slug, 3))).toEqual(expected);
  });
});

test('uses the pictures of published articles, shown or linked, once', () => {
  const project = projectOf({
    articles: {
      'a.md':
        '# A\n\n![A cat](../articleimages/cat.png) [it](../articleimages/cat.png) [dog](../articleimages/dog.png) [b](./b) [nope](../articleimages/nope.png)\n',
      'b.md': '---\ndraft: true\n---\n# B\n\n![A fox](../articleimages/fox.png)\n',
    },
    pictures: ['cat.png', 'dog.png', 'fox.png', 'owl.png'],
  });
  const paths = (drafts: boolean) => picturesUsed(project, { drafts }).map(({ path }) => path);
  expect(paths(false)).toEqual(['cat.png', 'dog.png']);
  expect(paths(true)).toEqual(['cat.png', 'dog.png', 'fox.png']);
});
