import { describe, expect, test } from 'vitest';
import { layOut, TITLE_BAND } from '../../../../src/outputs/social-card/layout.ts';
import { cardWith, TITLES } from './titles.ts';

const solid = (text: string) => text.normalize('NFC').replace(/\s/g, '');

describe.each(Object.entries(TITLES))('a title with %s', (_, [title, language]) => {
  test('is set whole, in letters that the fonts have', async () => {
    const { title: set } = await layOut(cardWith(title, language));
    expect(solid(set.lines.map(({ text }) => text).join(''))).toBe(solid(title));
    expect(set.missing).toEqual([]);
    const glyphs = set.lines.flatMap((line) => line.glyphs);
    expect(glyphs.filter(({ glyph }) => glyph === 0)).toEqual([]);
  });

  test('fits its place', async () => {
    const { title: set } = await layOut(cardWith(title, language));
    for (const line of set.lines) expect(line.width * set.size).toBeLessThanOrEqual(1041);
    const height = set.lines.length * set.leading * set.size;
    expect(height).toBeLessThanOrEqual(TITLE_BAND.bottom - TITLE_BAND.top);
  });
});

test('sets a short title large and a long one small', async () => {
  const sizes = ['one word', '300 characters', '5000 characters'].map(async (name) => {
    const [title = '', language] = TITLES[name] ?? [];
    return (await layOut(cardWith(title, language))).title.size;
  });
  const [short = 0, long = 0, longest = 0] = await Promise.all(sizes);
  expect(short).toBe(100);
  expect(long).toBeGreaterThan(36);
  expect(long).toBeLessThan(short);
  expect(longest).toBeGreaterThan(9);
});

test('leaves no single word in the last of two lines', async () => {
  const { title } = await layOut(cardWith('How the attention of a transformer works'));
  expect(title.lines.map(({ text }) => text)).toEqual(['How the attention of', 'a transformer works']);
});

test('joins Arabic letters, and sets them from the right', async () => {
  const glyphs = async (title: string) =>
    (await layOut(cardWith(title, 'ar'))).title.lines[0]?.glyphs.map(({ glyph }) => glyph) ?? [];
  const [word, number, letter] = [await glyphs('سلام 12'), await glyphs('12'), await glyphs('س')];
  expect(word.slice(0, 2)).toEqual(number);
  expect(letter).toHaveLength(1);
  expect(word).not.toContain(letter[0]);
  // Two letters that never join: the one read first stands on the right.
  expect(await glyphs('دا')).toEqual([...(await glyphs('ا')), ...(await glyphs('د'))]);
});

test('leaves out pictographs, and names letters that no font has', async () => {
  const { title } = await layOut(cardWith('🤖 Robots 👨‍👩‍👧 and 🇩🇪 한국'));
  expect(title.lines.map(({ text }) => text).join(' ')).toBe('Robots and 한국');
  expect(title.missing).toEqual(['한', '국']);
});

test('sets a title of pictographs alone as the name of the site', async () => {
  const { title } = await layOut(cardWith('🤖🤖'));
  expect(title.lines.map(({ text }) => text)).toEqual(['LLM Internals']);
});
