import { expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/series/front-matter.ts';

test.each([undefined, null])('takes %s for no front matter', (data) => {
  expect(readFrontMatter(data)).toEqual({ values: {}, findings: [] });
});

test('reads every key', () => {
  const data = {
    title: ' A title ',
    date: '2024-08-21',
    updated: new Date('2024-09-01T00:00:00Z'),
    description: 'What it says.',
    image: '../articleimages/a.png',
    draft: true,
    upcoming: ['Self-attention'],
    lang: 'pt-BR',
  };
  expect(readFrontMatter(data)).toEqual({
    values: { ...data, title: 'A title', updated: '2024-09-01' },
    findings: [],
  });
});

test.each<[string, unknown, string]>([
  [
    'a number for a title',
    { title: 2024 },
    'value title: `title` is `2024`; it must be a text. Write it as `title: "2024"`.',
  ],
  [
    'an empty title',
    { title: null },
    'value title: `title` has no value; it must be a text. Write it as `title: "What is an LLM?"`.',
  ],
  [
    'an impossible date',
    { date: '2024-02-30' },
    'value date: `date` is `2024-02-30`; it must be a day of the calendar, as year-month-day. Write it as `date: 2024-08-21`.',
  ],
  [
    'a date in words',
    { date: 'Aug 2, 2024' },
    'value date: `date` is `Aug 2, 2024`; it must be a day of the calendar, as year-month-day. Write it as `date: 2024-08-02`.',
  ],
  [
    'a date without zeros',
    { updated: '2024-8-2' },
    'value updated: `updated` is `2024-8-2`; it must be a day of the calendar, as year-month-day. Write it as `updated: 2024-08-02`.',
  ],
  [
    'a text for yes',
    { draft: 'yes' },
    'value draft: `draft` is the text `yes`; it must be `true` or `false`. Write it as `draft: true`.',
  ],
  [
    'a text for no',
    { draft: 'No' },
    'value draft: `draft` is the text `No`; it must be `true` or `false`. Write it as `draft: false`.',
  ],
  [
    'one title for a list',
    { upcoming: 'Soon' },
    'value upcoming: `upcoming` is `Soon`; it must be a list of titles. Write it as `upcoming: ["Self-attention"]`.',
  ],
  [
    'a language that is none',
    { lang: 'klingonish' },
    'value lang: `lang` is `klingonish`; it must be a language, as its short code. Write it as `lang: ja`.',
  ],
  [
    'a number in a list',
    { upcoming: ['Soon', 7] },
    'value upcoming.1: `upcoming.1` is `7`; it must be a text. Write it as `upcoming: ["Self-attention"]`.',
  ],
  ['an unknown key', { titel: 'x' }, 'key titel: There is no key `titel`. Did you mean `title`?'],
  [
    'a key far from any',
    { layout: 'x' },
    'key layout: There is no key `layout`. The keys are `title`, `date`, `updated`, `description`, `image`, `draft`, `upcoming`, `lang`, `aliases`.',
  ],
  [
    'a list',
    ['x'],
    'value : The front matter is not a list of keys and values. Write one `key: value` a line.',
  ],
  [
    'a text',
    'x',
    'value : The front matter is not a list of keys and values. Write one `key: value` a line.',
  ],
  [
    'a long value',
    { draft: 'x'.repeat(80) },
    `value draft: \`draft\` is the text \`${'x'.repeat(60)}…\`; it must be \`true\` or \`false\`. Write it as \`draft: true\`.`,
  ],
])('tells %s', (_what, data, expected) => {
  const { findings } = readFrontMatter(data);
  expect(
    findings.map(({ about, path, message, hint }) => `${about} ${path.join('.')}: ${message} ${hint}`),
  ).toEqual([expected]);
});

test('keeps the right values beside wrong ones, and tells all of those', () => {
  const { values, findings } = readFrontMatter({ title: 'T', date: 'x', nope: 1, draft: true });
  expect(values).toEqual({ title: 'T', draft: true });
  expect(findings.map(({ rule }) => rule).toSorted()).toEqual(['front-matter-key', 'front-matter-value']);
});
