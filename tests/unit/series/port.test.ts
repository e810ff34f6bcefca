import { expect, test } from 'vitest';
import { parsePort } from '../../../src/series/port.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  [' 8080 ', 8080],
  ['65535', 65_535],
])('%j is the port %j', (text, port) => {
  expect(parsePort(text, 'PORT')).toBe(port);
});

test.each(['abc', '0', '-1', '80.5', '65536', '1e3', '0x50', '123456'])('%j is refused in words', (text) => {
  expect(() => parsePort(text, 'PORT')).toThrow(
    `PORT is \`${text}\`; it must be a number from 1 to 65535, such as \`4321\`.`,
  );
});
