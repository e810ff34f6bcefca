import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { SocialCard } from '../../../../src/outputs/social-card/card.ts';
import { drawCard } from '../../../../src/outputs/social-card/drawing.ts';
import { layOut } from '../../../../src/outputs/social-card/layout.ts';
import { PALETTE } from '../../../../src/outputs/social-card/palette.ts';
import { cardWith, TITLES } from './titles.ts';

const draw = async (card: SocialCard) => drawCard(await layOut(card));

/** Whether a part of the card is empty. */
async function isEmpty(
  png: Uint8Array,
  [left, top, right, bottom]: readonly [number, number, number, number],
) {
  const area = sharp(png).extract({ left, top, width: right - left, height: bottom - top });
  const { channels } = await sharp(await area.png().toBuffer()).stats();
  const colour = channels.slice(0, 3).map(({ min, max }) => [min, max]);
  const page = [1, 3, 5].map((at) => parseInt(PALETTE.page.slice(at, at + 2), 16));
  return colour.every(([min, max], index) => min === page[index] && max === page[index]);
}

describe.each(Object.entries(TITLES))('the card of a title with %s', (_, [title, language]) => {
  test('is a light PNG of 1200 × 630 with all in its frame', async () => {
    const png = await draw(cardWith(title, language));
    const { format, width, height } = await sharp(png).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    expect(png.length).toBeLessThan(title.length > 1000 ? 100_000 : 60_000);
    expect(await isEmpty(png, [0, 0, 1200, 60])).toBe(true);
    expect(await isEmpty(png, [0, 572, 1200, 630])).toBe(true);
    expect(await isEmpty(png, [0, 0, 72, 630])).toBe(true);
    expect(await isEmpty(png, [1128, 0, 1200, 630])).toBe(true);
    expect(await isEmpty(png, [0, 112, 1200, 144])).toBe(true);
    expect(await isEmpty(png, [0, 480, 1200, 500])).toBe(true);
    expect(await isEmpty(png, [80, 152, 1120, 468])).toBe(false);
  });
});

test('is the same bytes each time, whatever was drawn before', async () => {
  const first = await draw(cardWith('Attention'));
  await draw(cardWith('سلام', 'ar'));
  expect(Buffer.compare(first, await draw(cardWith('Attention')))).toBe(0);
});

/** The colour of a pixel. */
async function colourAt(card: SocialCard, left: number, top: number): Promise<string> {
  const area = sharp(await draw(card)).extract({ left, top, width: 1, height: 1 });
  return `#${(await area.removeAlpha().raw().toBuffer()).toString('hex')}`;
}

test.each<[string, Pick<SocialCard, 'direction' | 'progress'>, string[]]>([
  [
    'few parts as steps',
    { direction: 'ltr', progress: { part: 2, parts: 4 } },
    ['link-line', 'accent', 'line', 'line'],
  ],
  [
    'few parts from the right',
    { direction: 'rtl', progress: { part: 2, parts: 4 } },
    ['line', 'line', 'accent', 'link-line'],
  ],
  [
    'many parts as one line',
    { direction: 'ltr', progress: { part: 75, parts: 100 } },
    ['accent', 'accent', 'accent', 'line'],
  ],
  ['no parts as a line', { direction: 'ltr', progress: undefined }, ['line', 'line', 'line', 'line']],
])('shows %s', async (_, card, names) => {
  const colours = [200, 460, 720, 1000].map((x) => colourAt({ ...cardWith('Attention'), ...card }, x, 565));
  expect(await Promise.all(colours)).toEqual(names.map((name) => PALETTE[name as keyof typeof PALETTE]));
});

test('has the logo at the beginning of the line', async () => {
  const card = cardWith('Attention');
  expect(await colourAt(card, 84, 68)).toBe(PALETTE.accent);
  expect(await colourAt({ ...card, direction: 'rtl' }, 1080, 68)).toBe(PALETTE.accent);
  // Its first line.
  expect(await colourAt(card, 91, 86)).toBe(PALETTE['on-accent']);
});

test('has the colours of the site, and letters that stand out from the page', () => {
  const tokens = readFileSync(resolve(import.meta.dirname, '../../../../src/styles/tokens.css'), 'utf8');
  const value = (name: string): string => {
    const [, light = ''] = new RegExp(`--${name}: (?:light-dark\\()?([^,;]+)`).exec(tokens) ?? [];
    const [, other] = /^var\(--(.+)\)$/.exec(light) ?? [];
    return other === undefined ? light : value(other);
  };
  for (const [name, colour] of Object.entries(PALETTE)) expect([name, value(name)]).toEqual([name, colour]);
  for (const ink of ['text', 'text-quiet', 'accent'] as const) {
    expect(contrast(PALETTE[ink], PALETTE.page), ink).toBeGreaterThanOrEqual(4.5);
  }
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const light = (colour: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const part = parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  const [low = 0, high = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
