import { expect, test } from 'vitest';
import { parseOfflineMode } from '../../../src/offline/offline-mode.ts';

test.each([
  [{}, 'off'],
  [{ OFFLINE: ' ' }, 'off'],
  [{ OFFLINE: 'kill' }, 'kill'],
  [{ OFFLINE: 'on ' }, 'on'],
])('reads %j as %s where the site says `off`', (environment, expected) => {
  expect(parseOfflineMode(environment, 'off')).toBe(expected);
});

test('refuses what is no mode', () => {
  expect(() => parseOfflineMode({ OFFLINE: 'yes' }, 'on')).toThrow(
    'OFFLINE is `yes`; it must be `on`, `off` or `kill`.',
  );
});
