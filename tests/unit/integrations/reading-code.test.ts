import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readingCode } from '../../../src/integrations/reading-code.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reading-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the code that reads articles', () => {
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };

  test.each([
    ['src/markdown/a.ts', 'one'],
    ['src/markdown/b.ts', ''],
    ['src/series/a.ts', 'one'],
    ['node_modules/.package-lock.json', '{ "one": 1 }'],
  ])('is other code when %s changes', (path, content) => {
    write('src/markdown/a.ts', '');
    write('src/series/a.ts', '');
    write('node_modules/.package-lock.json', '{}');
    const before = readingCode(root);
    expect(readingCode(root)).toBe(before);
    write(path, content);
    expect(readingCode(root)).not.toBe(before);
  });

  test('is not known where npm has installed nothing', () => {
    write('src/markdown/a.ts', '');
    expect(readingCode(root)).toBeUndefined();
  });
});
