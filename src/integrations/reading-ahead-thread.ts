import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import type { ThreadTask } from './reading-ahead.ts';

// A thread that is to save time must not begin by compiling what the first one has compiled.
enableCompileCache();
const { readAndParse } = await import('../markdown/read-article.ts');
const { surroundingsIn } = await import('../markdown/surroundings.ts');
const { ArticleReader } = await import('./article-reader.ts');
const { taken } = await import('./reading-ahead.ts');
const { RenderedArticles } = await import('./rendered-articles.ts');
const { TOOLCHAIN } = await import('./toolchain.ts');

const task = workerData as ThreadTask;
const { root, project, base, sources, cache } = task;
const surroundingsOf = surroundingsIn(project, { base, sourcesOf: ({ path }) => sources.get(path) ?? [] });
const read = new ArticleReader(cache);
const rendered = new RenderedArticles(cache, surroundingsOf);
for (const name of task.code === TOOLCHAIN ? taken(task) : []) {
  const bytes = readFileSync(join(root, name.file));
  const { article, parsed } = readAndParse(name, bytes);
  read.keep({ name, bytes }, article);
  if (parsed && article.whole) await rendered.keep({ name, text: bytes.toString() }, parsed);
}
