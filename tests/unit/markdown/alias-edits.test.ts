import { expect, test } from 'vitest';
import { editAliases } from '../../../src/markdown/alias-edits.ts';

const BODY = '# One\n\ntext\n';

const ADDED: readonly (readonly [string, string, string])[] = [
  ['no front matter', BODY, `---\naliases: [old]\n---\n\n${BODY}`],
  ['other keys', `---\ntitle: x # y\n---\n${BODY}`, `---\ntitle: x # y\naliases: [old]\n---\n${BODY}`],
  ['nothing between its lines', `---\n\n---\n${BODY}`, `---\n\naliases: [old]\n---\n${BODY}`],
  ['a list on a line', `---\naliases: [a, 'b'] # c\n---\n`, `---\naliases: [a, 'b', old] # c\n---\n`],
  ['an empty list', '---\naliases: []\n---\n', '---\naliases: [old]\n---\n'],
  [
    'a list over lines',
    '---\naliases:\n  - a # why\n  - b\n\ndraft: true\n---\n',
    '---\naliases:\n  - a # why\n  - b\n  - old\n\ndraft: true\n---\n',
  ],
  ['a list without indentation', '---\naliases:\n- a\n---\n', '---\naliases:\n- a\n- old\n---\n'],
  [
    'a list on a line that is broken',
    '---\naliases: [\n  a,\n]\n---\n',
    '---\naliases: [\n  a, old,\n]\n---\n',
  ],
];

/** Each as it is, after a byte order mark, and with the line endings of Windows. */
const variants = (cases: readonly (readonly [string, string, string])[]) =>
  cases.flatMap(([title, before, after]) => [
    [title, before, after],
    [`${title}, after a byte order mark`, `\uFEFF${before}`, `\uFEFF${after}`],
    [`${title}, with CRLF`, before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')],
  ]);

test.each(variants(ADDED))('adds an alias to %s, and takes it out again', (_, before = '', after) => {
  const added = editAliases(before, { add: ['old'], remove: [] });
  expect(added).toBe(after);
  expect(editAliases(added ?? '', { add: [], remove: ['old'] })).toBe(
    before.replace(/aliases: \[\]\r?\n/, '').replace(/^(\uFEFF?)---(\r?\n)+---\r?\n$/, '$1'),
  );
});

const REMOVED: readonly (readonly [string, string, string])[] = [
  ['the first of a line', '---\naliases: [old, a]\n---\n', '---\naliases: [a]\n---\n'],
  ['one in the middle', '---\naliases: ["a", /old/, b]\n---\n', '---\naliases: ["a", b]\n---\n'],
  ['one of lines', '---\naliases:\n  - a\n  - old # x\n  - b\n---\n', '---\naliases:\n  - a\n  - b\n---\n'],
  ['the only one of lines', `---\naliases:\n  - old\ntitle: x\n---\n${BODY}`, `---\ntitle: x\n---\n${BODY}`],
  ['the only one at all', `---\naliases: [old]\n---\n\n${BODY}`, BODY],
];

test('changes nothing where nothing is to be changed', () => {
  const source = '---\naliases: [a]\n---\n';
  expect(editAliases(source, { add: [], remove: [] })).toBe(source);
  expect(editAliases(source, { add: [], remove: ['b'] })).toBe(source);
});

test('begins a file of one line, or of none that ends', () => {
  expect(editAliases('One', { add: ['old'], remove: [] })).toBe('---\naliases: [old]\n---\n\nOne');
});

test.each(variants(REMOVED))('takes out %s', (_, before = '', after) => {
  expect(editAliases(before, { add: [], remove: ['old'] })).toBe(after);
});

test.each(['2024', 'true', 'NULL', '1e5', '_a'])('writes %j so that it is read as a text', (alias) => {
  const edited = editAliases(BODY, { add: [alias], remove: [] });
  expect(edited).toContain(`aliases: ["${alias}"]`);
});

test.each([
  ['a map on one line', '---\n{title: x}\n---\n'],
  ['no valid YAML', '---\na: [\n---\n'],
  ['no end', '---\ntitle: x\n\n# One\n'],
  ['a value that is no list', '---\naliases: a\n---\n'],
])('does not touch front matter with %s', (_, source) => {
  expect(editAliases(source, { add: ['old'], remove: [] })).toBeUndefined();
});
