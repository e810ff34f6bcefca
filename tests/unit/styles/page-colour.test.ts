import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PAGE_COLOUR } from '../../../src/styles/page-colour.ts';

test('is the colour that pages have', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8');
  const [, light = '', dark = ''] = /--page: light-dark\(var\((.+?)\), var\((.+?)\)\)/.exec(tokens) ?? [];
  const valueOf = (name: string) => new RegExp(`${name}: (#\\w+);`).exec(tokens)?.[1];
  expect(PAGE_COLOUR).toEqual({ light: valueOf(light), dark: valueOf(dark) });
});
