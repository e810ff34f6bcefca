import { expect, test } from 'vitest';
import { SiteVersion } from '../../../src/integrations/worker-version.ts';

const versionOf = (...files: readonly (readonly [string, string])[]) => {
  const version = new SiteVersion();
  for (const [name, content] of files) version.add(name, content);
  return String(version);
};
const version = versionOf(['a', '1'], ['b', '2']);

test('a version is the same for the same files, and short', () => {
  expect(versionOf(['a', '1'], ['b', '2'])).toBe(version);
  expect(version).toMatch(/^[\w-]{12}$/);
});

test.each<[string, [string, string][]]>([
  [
    'other content',
    [
      ['a', '1'],
      ['b', '3'],
    ],
  ],
  [
    'another name',
    [
      ['a', '1'],
      ['c', '2'],
    ],
  ],
  ['a file less', [['a', '1']]],
  [
    'content moved from one file to the next',
    [
      ['a', '1b'],
      ['', '2'],
    ],
  ],
])('a version is another with %s', (_, files) => {
  expect(versionOf(...files)).not.toBe(version);
});
