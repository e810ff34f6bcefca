import { expect, test, vi } from 'vitest';
import { cardWarnings, makeCards } from '../../../src/integrations/cards.ts';
import type { Keep } from '../../../src/outputs/output.ts';
import { cardWith } from '../outputs/social-card/titles.ts';

const keepNothing: Keep = async (_kind, _inputs, make) => make();

const CARDS = new Map([
  ['', cardWith('Models')],
  ['llm1/', cardWith('Attention')],
  ['llm2/', cardWith('Attention')],
  ['llm3/', cardWith('한국')],
]);

test('names a card by its page and by the hash of its bytes', async () => {
  const made = await makeCards(CARDS, keepNothing);
  const names = [...made.values()].map(({ name }) => name.replace(/\.[\w-]{8}\./, '.HASH.'));
  expect(names).toEqual([
    'home.card.HASH.png',
    'llm1.card.HASH.png',
    'llm2.card.HASH.png',
    'llm3.card.HASH.png',
  ]);
  const hashes = [...made.values()].map(({ name }) => name.split('.')[2]);
  expect(hashes[1]).toBe(hashes[2]);
  expect(new Set(hashes).size).toBe(3);
});

test('draws the same in any order, though letters and words are kept from card to card', async () => {
  const words = 'How attention and memory work together, ';
  const cards = new Map([
    ...CARDS,
    ['long/', cardWith(words.repeat(7))],
    ['remark/', { ...cardWith('Notation at a tension'), label: words, remark: words }],
  ]);
  const made = await makeCards(cards, keepNothing);
  vi.resetModules();
  const anew = await import('../../../src/integrations/cards.ts');
  const reversed = await anew.makeCards(new Map([...cards].toReversed()), keepNothing);
  expect(Object.fromEntries(reversed)).toEqual(Object.fromEntries(made));
});

test('warns of letters that no font has', async () => {
  expect(cardWarnings(await makeCards(CARDS, keepNothing))).toEqual([
    'The social card of `/llm3/` has boxes for `한국`, which none of its fonts has; give the article an `image` of its own.',
  ]);
});
