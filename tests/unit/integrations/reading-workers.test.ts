import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ArticleReader } from '../../../src/integrations/article-reader.ts';
import { startAhead } from '../../../src/integrations/reading-workers.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';

const started = vi.hoisted(() => vi.fn());

vi.mock('node:os', async (original) => ({ ...(await original<object>()), availableParallelism: () => 2 }));
vi.mock('node:worker_threads', async (original) => ({
  ...(await original<object>()),
  Worker: class {
    on = started;
    unref = vi.fn();
  },
}));

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'workers-'));
  mkdirSync(join(root, 'articles'));
  for (let part = 1; part <= 200; part += 1) writeFileSync(join(root, `articles/llm${part}.md`), '# A\n');
  started.mockClear();
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('threads are started ahead for many articles', () => {
  startAhead(root, join(root, 'cache'));
  expect(started).toHaveBeenCalledOnce();
});

test('no thread is started ahead where what was read is kept', () => {
  const name = parseArticleName('articles/llm1.md');
  if (!name) throw new Error('It is an article.');
  new ArticleReader(join(root, 'cache')).read([{ name, bytes: new TextEncoder().encode('# A\n') }]);
  startAhead(root, join(root, 'cache'));
  expect(started).not.toHaveBeenCalled();
});
