import { expect, test } from 'vitest';
import { placeOf } from '../../../../src/outputs/book/place.ts';

const FROM = { slug: 'llm1', address: { origin: 'https://site.example', base: '/blog/' } };

test.each([
  ['../llm0/index.html', 'article llm0 #', 'https://site.example/blog/llm0/'],
  ['../llm0/index.html#a%20b', 'article llm0 #a b', 'https://site.example/blog/llm0/#a%20b'],
  ['#here', 'article llm1 #here', 'https://site.example/blog/llm1/#here'],
  ['https://site.example/blog/llm2/#x', 'article llm2 #x', 'https://site.example/blog/llm2/#x'],
  [
    '../articleimages/a%20b.png',
    'file articleimages/a b.png',
    'https://site.example/blog/articleimages/a%20b.png',
  ],
  ['../index.html', 'file ', 'https://site.example/blog/'],
  ['https://site.example/other/', 'web', 'https://site.example/other/'],
  ['https://example.org/llm0/', 'web', 'https://example.org/llm0/'],
  ['mailto:a@example.org', 'web', 'mailto:a@example.org'],
  ['https://[', 'web', 'https://['],
])('knows where `%s` leads', (reference, meaning, url) => {
  const place = placeOf(reference, FROM);
  const is = {
    article: () => (place.kind === 'article' ? `article ${place.slug} #${place.fragment}` : ''),
    file: () => (place.kind === 'file' ? `file ${place.path}` : ''),
    web: () => 'web',
  };
  expect([is[place.kind](), place.url]).toEqual([meaning, url]);
});
