import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toolchainOf } from '../../../src/integrations/toolchain.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reading-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the code of a project', () => {
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };

  test.each([
    ['src/markdown/a.ts', 'one'],
    ['src/markdown/b.ts', ''],
    ['src/outputs/social-card/a.ts', 'one'],
    ['node_modules/.package-lock.json', '{ "one": 1 }'],
  ])('is other code when %s changes', (path, content) => {
    write('src/markdown/a.ts', '');
    write('src/series/a.ts', '');
    write('node_modules/.package-lock.json', '{}');
    const before = toolchainOf(root);
    expect(toolchainOf(root)).toBe(before);
    write(path, content);
    expect(toolchainOf(root)).not.toBe(before);
  });

  test('is not known where npm has installed nothing', () => {
    write('src/markdown/a.ts', '');
    expect(toolchainOf(root)).toBeUndefined();
  });
});
