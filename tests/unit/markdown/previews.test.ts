import { expect, test } from 'vitest';
import { openPreview, withPreviews } from '../../../src/markdown/previews.ts';
import type { Landmark } from '../../../src/markdown/surroundings.ts';

const { title: open } = openPreview('/blog/llm2/') as Extract<Landmark, { kind: 'article' }>;
const LINK = `<a href="/blog/llm2/" data-title="${open}" data-summary="${open}">two</a>`;

test.each<[string, Landmark | undefined, string]>([
  [
    'an article',
    { kind: 'article', title: 'Two & "more"', summary: '' },
    ' data-title="Two &#x26; &#x22;more&#x22;" data-summary=""',
  ],
  ['a picture', { kind: 'picture', size: undefined, sources: [] }, ''],
  ['nothing', undefined, ''],
])('a link to %s says what it leads to', (_what, landmark, attributes) => {
  const html = `<a href="/blog/llm2/"${attributes}>two</a>`;
  expect(withPreviews([LINK], () => landmark)).toEqual([html]);
  const nested = { component: 'Tab', props: { title: 'A' }, children: [`<p>${LINK}</p>`] };
  expect(withPreviews([nested], () => landmark)).toEqual([{ ...nested, children: [`<p>${html}</p>`] }]);
});
