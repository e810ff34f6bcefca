import { expect, test } from 'vitest';
import { firstSentence } from '../../../src/series/first-sentence.ts';
import { offeredWidths, shownSize } from '../../../src/series/picture-size.ts';
import { countWords, readingMinutes } from '../../../src/series/reading-time.ts';

test.each([
  ['', 0],
  ['One, two — three.', 3],
  ["don't e-mail v1.2", 3],
  ['a_b', 2],
  ['大規模言語モデルの内部', 5],
])('counts the words of %j', (text, expected) => {
  expect(countWords(text)).toBe(expected);
});

test.each([
  [0, 1],
  [238, 1],
  [357, 2],
  [2380, 10],
])('reads %i words in %i min', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes);
});

test.each([
  ['', ''],
  ['One. Two.', 'One.'],
  ['No end', 'No end'],
  ['As Edsger W. Dijkstra said. Yes.', 'As Edsger W. Dijkstra said.'],
  ['See Fig. Two, e.g. The end. Yes.', 'See Fig. Two, e.g. The end.'],
])('takes the first sentence of %j', (text, expected) => {
  expect(firstSentence(text)).toBe(expected);
});

test.each([
  [
    { width: 1600, height: 900 },
    { width: 704, height: 396 },
  ],
  [
    { width: 1600, height: 2887 },
    { width: 443, height: 800 },
  ],
  [
    { width: 200, height: 100 },
    { width: 200, height: 100 },
  ],
  [
    { width: 5000, height: 1 },
    { width: 704, height: 1 },
  ],
])('shows a picture of %j as %j', (size, expected) => {
  expect(shownSize(size)).toEqual(expected);
});

test.each([
  [{ width: 1600, height: 900 }, [704, 1408]],
  [{ width: 1600, height: 2887 }, [443, 886]],
  [{ width: 1000, height: 500 }, [704, 1000]],
  [{ width: 200, height: 100 }, [200]],
  [{ width: 720, height: 400 }, [720]],
])('offers a picture of %j in the widths %j', (size, expected) => {
  expect(offeredWidths(size)).toEqual(expected);
});
