import { expect, test } from 'vitest';
import { socialCards } from '../../../../src/outputs/social-card/card.ts';
import { shareImages } from '../../../../src/outputs/social-card/share-image.ts';
import type { PublishedArticle } from '../../../../src/series/published.ts';
import { published } from '../../../support/feed-site.ts';

const SITE = { title: 'Models', description: 'How models work.', language: 'en' };

const article = (slug: string, more: Partial<PublishedArticle> = {}) =>
  published(slug, { description: '', ...more });

const ARTICLES = [
  article('llm0'),
  article('llm1', { image: 'field.png' }),
  article('llm4', { language: 'ar' }),
  article('about'),
];

test('says of each page what it is, by its address', () => {
  const cards = [...socialCards(ARTICLES, SITE)].map(([page, { title, label, remark, progress }]) => [
    page,
    [title, label, remark, progress && `${progress.part}/${progress.parts}`],
  ]);
  expect(Object.fromEntries(cards)).toEqual({
    '': ['Models', '', 'How models work.', undefined],
    'llm0/': ['Title of llm0', 'A series in 2 parts', '', '0/2'],
    'llm4/': ['Title of llm4', 'Part 2 of 2', 'Title of llm0', '2/2'],
    'about/': ['Title of about', '', '', undefined],
  });
});

test('reads in the direction of the article', () => {
  const cards = socialCards(ARTICLES, SITE);
  expect([cards.get('llm0/')?.direction, cards.get('llm4/')?.direction]).toEqual(['ltr', 'rtl']);
});

test('shares the picture of an article in place of a card', () => {
  const pictures = new Map([['field.png', { path: 'field.png', size: { width: 1600, height: 900 } }]]);
  const drawn = { 'about/': { path: 'x.png', size: undefined, alternative: 'x' } };
  expect(shareImages(ARTICLES, pictures, drawn)).toEqual({
    ...drawn,
    'llm1/': {
      path: 'articleimages/field.png',
      size: { width: 1600, height: 900 },
      alternative: 'Title of llm1',
    },
  });
});
