import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { filledIn, openLandmark } from '../../../src/markdown/open-landmarks.ts';
import { rehypePictures } from '../../../src/markdown/rehype-pictures.ts';
import type { Landmark } from '../../../src/markdown/surroundings.ts';

const ARTICLE: Landmark = { kind: 'article', title: 'Two', summary: '' };
const { title: open } = openLandmark('/blog/llm2/', ARTICLE) as typeof ARTICLE;
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
  expect(filledIn([LINK], () => landmark)).toEqual([html]);
  const nested = { component: 'Tab', props: { title: 'A' }, children: [`<p>${LINK}</p>`] };
  expect(filledIn([nested], () => landmark)).toEqual([{ ...nested, children: [`<p>${html}</p>`] }]);
});

describe('a picture', () => {
  const address = "/blog/articleimages/a%26b'c,d.png";
  const landmark: Landmark = { kind: 'picture', size: { width: 900, height: 600 }, sources: [] };
  const sources = [
    { address: '/blog/_astro/a.webp', type: 'image/avif', width: 704 },
    { address: "/blog/_astro/b'$&.webp", type: 'image/avif', width: 900 },
  ];
  const rendered = (shown: Landmark) => {
    const tree = h('p', [h('img', { src: address, alt: 'a > "b" <c>', width: 704 })]);
    const render = unified().use(rehypePictures, {
      surroundingsOf: () => ({ addressOf: String, absoluteAddressOf: String, at: () => shown }),
    });
    return toHtml(render.runSync({ type: 'root', children: [tree] }));
  };
  const open = rendered(openLandmark(address, landmark));

  test.each<[string, Landmark | undefined, string]>([
    ['in the copies that there are', { ...landmark, sources }, rendered({ ...landmark, sources })],
    ['as it is where there are none', landmark, rendered(landmark)],
    ['as it is where it is gone', undefined, rendered(landmark)],
  ])('is shown %s', (_how, shown, html) => {
    expect(filledIn([`${open}<p>${open}</p>`], (asked) => (asked === address ? shown : undefined))).toEqual([
      `${html}<p>${html}</p>`,
    ]);
    expect(html).not.toContain('\u0001');
  });

  test('that has never copies is rendered without', () => {
    for (const name of ['a.svg', 'a.gif'])
      expect(openLandmark(name, { ...landmark, sources })).toEqual(landmark);
  });
});
