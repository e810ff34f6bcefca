import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Kept, keyOf } from '../../../src/integrations/kept.ts';
import { articleKey, READ } from '../../../src/integrations/article-key.ts';
import { ArticleReader } from '../../../src/integrations/article-reader.ts';
import { toolchainOf } from '../../../src/integrations/toolchain.ts';
import type { ArticleFile } from '../../../src/integrations/reading-threads.ts';
import { readArticle } from '../../../src/markdown/read-article.ts';
import type { Article } from '../../../src/series/article.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reading-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function articleFile(file: string, text: string): ArticleFile {
  const name = parseArticleName(`articles/${file}`);
  if (!name) throw new Error(`${file} is no article.`);
  return { name, bytes: new TextEncoder().encode(text) };
}

const TEXT = `---
title: A
date: 2024-08-21
---

## One

Text[^1] and [a link](./b#c) with ![a cat](../articleimages/cat.png).

<b>open

[^1]: Note.
`;
const A = articleFile('a.md', TEXT);
const fromSource = ({ name, bytes }: ArticleFile) => readArticle(name, bytes);

describe('with a cache', () => {
  /** Puts another article there than a reader would, by which it is known again. */
  const keep = (code: string | undefined, { name, bytes }: ArticleFile) => {
    const key = keyOf(code ?? '', name.file, bytes);
    new Kept<Article>(root, 'articles').keep(key, { ...readArticle(name, bytes), title: 'kept' });
  };
  const titles = (...files: readonly ArticleFile[]) =>
    new ArticleReader(root).read(files).map(({ title }) => title);

  test('articles are the same from it as from their source', () => {
    const files = [
      A,
      articleFile('b.mdx', '# B\n\n<Tab title="x">{nope}</Tab>\n'),
      articleFile('c.mdx', '<p'),
    ];
    const expected = files.map(fromSource);
    expect(new ArticleReader(root).read(files)).toStrictEqual(expected);
    const kept = new Kept<Article>(root, READ);
    const keys = files.map(({ name, bytes }) => articleKey(name, bytes) ?? '');
    expect(keys.map((key) => kept.find(key))).toStrictEqual(expected);
    expect(new ArticleReader(root).read(files)).toStrictEqual(expected);
  });

  test('an article comes from it', () => {
    keep(toolchainOf(), A);
    expect(titles(A)).toEqual(['kept']);
  });

  test.each([
    ['its text has changed', articleFile('a.md', `${TEXT}\nMore.\n`)],
    ['its format has changed', articleFile('a.mdx', TEXT.replace('<b>', ''))],
    ['it has another name', articleFile('b.md', TEXT)],
  ])('an article is read again when %s', (_why, file) => {
    keep(toolchainOf(), A);
    expect(titles(file, A)).toEqual(['A', 'kept']);
  });

  test('an article is read again when the code that reads it has changed', () => {
    keep('other code', A);
    expect(titles(A)).toEqual(['A']);
  });
});
