import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isCardKept, keptCard, nameCards, publishCards } from '../../../src/integrations/cards.ts';
import { drawAhead } from '../../../src/integrations/drawing-ahead.ts';
import { Keeper } from '../../../src/integrations/keeper.ts';
import { PublishedFiles } from '../../../src/integrations/published-files.ts';
import type { Keep } from '../../../src/outputs/output.ts';
import type { SocialCard } from '../../../src/outputs/social-card/card.ts';
import { EDITION } from '../../../src/outputs/social-card/drawing.ts';
import { cardWith, TITLES } from '../outputs/social-card/titles.ts';

const keepNothing: Keep = async (_kind, _inputs, make) => make();

const CARDS: ReadonlyMap<string, SocialCard> = new Map([
  ['', cardWith('Models')],
  ['llm1/', cardWith('Attention')],
  ['llm2/', cardWith('Attention')],
  ['llm3/', cardWith('한국')],
]);

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cards-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('names a card by its page and by the hash of what is on it', () => {
  const names = [...nameCards(CARDS).values()].map(({ name }) => name);
  expect(names.map((name) => name.replace(/\.[\w-]{8}\./, '.HASH.'))).toEqual([
    'home.card.HASH.png',
    'llm1.card.HASH.png',
    'llm2.card.HASH.png',
    'llm3.card.HASH.png',
  ]);
  const hashes = names.map((name) => name.split('.')[2]);
  expect(hashes[1]).toBe(hashes[2]);
  expect(new Set(hashes).size).toBe(3);
});

test('the edition, and so the name of each card, is another one when the same card is drawn otherwise', async () => {
  const all = createHash('sha256');
  for (const [title, language] of Object.values(TITLES)) {
    const { picture } = await keptCard(cardWith(title, language), keepNothing);
    all.update(await sharp(picture).raw().toBuffer());
  }
  expect({ edition: EDITION, pixels: all.digest('hex').slice(0, 16) }).toEqual({
    edition: '2',
    pixels: 'd1a11254a308f62c',
  });
});

test('draws the same in any order, though letters and words are kept from card to card', async () => {
  const words = 'How attention and memory work together, ';
  const cards = [
    ...CARDS.values(),
    cardWith(words.repeat(7)),
    { ...cardWith('Notation at a tension'), label: words, remark: words },
  ];
  const drawn = [];
  for (const card of cards) drawn.push(await keptCard(card, keepNothing));
  vi.resetModules();
  const anew = await import('../../../src/integrations/cards.ts');
  const again = [];
  for (const card of cards.toReversed()) again.push(await anew.keptCard(card, keepNothing));
  expect(again.toReversed()).toEqual(drawn);
});

test('publishes each under its name, and warns of letters that no font has', async () => {
  const named = nameCards(CARDS);
  expect(await publishCards(named, { path: folder }, keepNothing)).toEqual([
    'The social card of `/llm3/` has boxes for `한국`, which none of its fonts has; give the article an `image` of its own.',
  ]);
  for (const { name, card } of named.values()) {
    const { picture } = await keptCard(card, keepNothing);
    expect(readFileSync(join(folder, '_astro', name))).toEqual(Buffer.from(picture));
  }
  expect(readdirSync(join(folder, '_astro'))).toHaveLength(4);
});

test('cards of the last build become those of this one, but for those that it warns of', async () => {
  const [last, path, cache] = ['last', 'next', 'cache'].map((name) => join(folder, name));
  const published = () => new PublishedFiles(new Keeper(cache ?? ''), last ?? '');
  const named = nameCards(CARDS);
  const files = published();
  const warnings = await publishCards(named, { path: last ?? '', published: files }, keepNothing);
  files.keep(
    last ?? '',
    [...named.values()].map(({ name }) => `_astro/${name}`),
  );
  const asked: string[] = [];
  const keep: Keep = async (_kind, inputs, make) => (asked.push(String(inputs[0])), make());
  const next = { path: path ?? '', last: last ?? '', published: published() };
  expect(await publishCards(named, next, keep)).toEqual(warnings);
  expect(asked.map((card) => (JSON.parse(card) as SocialCard).title)).toEqual(['한국']);
  for (const { name } of named.values()) {
    expect(readFileSync(join(path ?? '', '_astro', name))).toEqual(
      readFileSync(join(last ?? '', '_astro', name)),
    );
  }
});

describe('ahead', () => {
  const many = (count: number) => {
    const cards = Array.from(
      { length: count },
      (_, index) => [`a${index}/`, cardWith(`Part ${index}`)] as const,
    );
    return nameCards(new Map(cards)).values();
  };

  test('many cards are drawn as they are where they are asked for', async () => {
    await drawAhead(many(200), new Keeper(folder));
    expect([...many(201)].map(({ card }) => isCardKept(card, new Keeper(folder))).lastIndexOf(true)).toBe(
      199,
    );
    const notToBeDrawn: Keep = (kind, inputs) =>
      new Keeper(folder).keep(kind, inputs, () => Promise.reject(new Error('It is not kept.')));
    for (const { card } of many(3)) {
      expect(await keptCard(card, notToBeDrawn)).toEqual(await keptCard(card, keepNothing));
    }
  });

  test('few cards, and those that are kept, are left', async () => {
    const keeper = new Keeper(folder);
    await drawAhead(many(199), keeper);
    expect([...many(199)].some(({ card }) => isCardKept(card, keeper))).toBe(false);
  });
});
