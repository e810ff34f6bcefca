import { describe, expect, test } from 'vitest';
import { addressOf, foundArticle, type FoundPage, piecesOf } from '../../../../src/client/search/found.ts';

const PLACE = { root: 'https://site.example/blog/', here: 'https://site.example/blog/llm1/?a=b#c' };

test.each([
  ['another page', 'llm2/index.html', 'x', 'https://site.example/blog/llm2/index.html#x'],
  ['the top of another page', 'llm2/index.html', undefined, 'https://site.example/blog/llm2/index.html'],
  ['a place in this page', 'llm1/index.html', 'x y', 'https://site.example/blog/llm1/?a=b#x%20y'],
  ['the top of this page', 'llm1/index.html', undefined, 'https://site.example/blog/llm1/?a=b#top'],
])('leads to %s', (_, path, id, address) => {
  expect(addressOf(path, id, PLACE)).toBe(address);
});

test('takes marks out of an excerpt, and leaves its other text as it is', () => {
  expect(piecesOf('a &lt;b&gt; <mark>c &lt;</mark> &amp;')).toEqual([
    { text: 'a <b> ', isMatch: false },
    { text: 'c <', isMatch: true },
    { text: ' &amp;', isMatch: false },
  ]);
});

describe('an article that was found', () => {
  const section = (title: string, excerpt: string, score = 1): FoundPage['sub_results'][number] => ({
    title,
    excerpt,
    anchor: { id: title.toLowerCase() },
    weighted_locations: [{ balanced_score: score }],
  });
  const sectionsOf = (...sub_results: FoundPage['sub_results']) =>
    foundArticle({ raw_url: 'llm2/index.html', meta: { title: 'T', series: 'S' }, sub_results }, PLACE)
      .sections;

  test('shows a heading once, with what was searched for marked in it', () => {
    const [found] = sectionsOf(
      section('Self attention', 'Self <mark>attention</mark>. It <mark>attends</mark>.'),
    );
    expect(found?.title).toEqual([
      { text: 'Self ', isMatch: false },
      { text: 'attention', isMatch: true },
    ]);
    expect(found?.excerpt.map(({ text }) => text).join('')).toBe('It attends.');
  });

  test('marks a heading that is searched for whole', () => {
    const [found] = sectionsOf(section('Code', '<mark>Code.</mark> More.'));
    expect(found?.title).toEqual([{ text: 'Code', isMatch: true }]);
    expect(
      found?.excerpt
        .map(({ text }) => text)
        .join('')
        .trim(),
    ).toBe('More.');
  });

  test('shows the heading of an excerpt from further below', () => {
    const [found] = sectionsOf(section('Code', '… <mark>more</mark>.'));
    expect(found?.title).toEqual([{ text: 'Code', isMatch: false }]);
    expect(found?.excerpt).toHaveLength(3);
  });

  test('shows its four best sections, in the order of the text', () => {
    const scores = [3, 1, 5, 2, 4];
    const found = sectionsOf(...scores.map((score) => section(`S${score}`, 'x', score)));
    expect(found.map(({ title }) => title[0]?.text)).toEqual(['S3', 'S5', 'S2', 'S4']);
  });
});
