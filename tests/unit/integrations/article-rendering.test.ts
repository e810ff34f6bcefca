import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArticleRendering } from '../../../src/integrations/article-rendering.ts';
import { ProjectReader } from '../../../src/integrations/project-reader.ts';

let root = '';
let file = '';
let rendering: ArticleRendering;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rendering-'));
  mkdirSync(join(root, 'articles'));
  file = join(root, 'articles/llm1.mdx');
  writeFileSync(join(root, 'articles/llm0.md'), '# Index\n');
  save('# One\n\nOld *one*.\n\nSum {1}.\n\nOld last.\n');
  const address = { origin: 'https://llm.example', base: '/' };
  const state = new ProjectReader(root, address).read();
  rendering = new ArticleRendering({ root, base: '/', state, drafts: false }, join(root, 'cache'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function save(text: string): void {
  writeFileSync(file, text);
}

async function filled(): Promise<readonly string[]> {
  const nodes = await rendering.html('llm1');
  return nodes.map((node) => String(node).trim());
}

test('gaps are filled with what was around the frame, though the article was saved since', async () => {
  expect(await rendering.frame(file)).toMatchObject({ titleId: 'one' });
  save('# One\n\nSum {1}.\n\nNew *last*.\n');
  expect(await filled()).toEqual(['<p>Old <em>one</em>.</p>', '<p>Old last.</p>']);
});

test('gaps are filled anew for another page', async () => {
  await rendering.frame(file);
  expect(await filled()).toHaveLength(2);
  save('# One\n\nSum {1}.\n\nNew *last*.\n');
  await rendering.frame(file);
  await rendering.render('llm0');
  expect(await filled()).toEqual(['<p>New <em>last</em>.</p>']);
});

test('what was saved since, and is not kept, is not shown in part', async () => {
  await rendering.frame(file);
  rmSync(join(root, 'cache'), { recursive: true });
  const other = new ArticleRendering(
    { root, base: '/', state: new ProjectReader(root, { origin: '', base: '/' }).read(), drafts: false },
    join(root, 'cache'),
  );
  await expect(other.html('llm1')).rejects.toThrow('`llm1` was saved while its page was made. Build again.');
});

test.each([
  'articles/llm0.md',
  'articles/llm1.md',
  'articles/llm7.mdx',
  'snippets/llm1.mdx',
  'articles/deep/llm1.mdx',
])('of %s, the bundler compiles all', async (name) => {
  expect(await rendering.frame(join(root, name))).toBeUndefined();
});
