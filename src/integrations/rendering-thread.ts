import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import type { RenderingTask } from './rendering-ahead.ts';

// A thread that is to save time must not begin by compiling what the first one has compiled.
enableCompileCache();
const { surroundingsIn } = await import('../markdown/surroundings.ts');
const { RenderedArticles } = await import('./rendered-articles.ts');
const { TOOLCHAIN } = await import('./toolchain.ts');

const { articles, project, base, sources, cache, code } = workerData as RenderingTask;
if (code === TOOLCHAIN) {
  const surroundingsOf = surroundingsIn(project, { base, sourcesOf: ({ path }) => sources.get(path) ?? [] });
  const rendered = new RenderedArticles(cache, surroundingsOf);
  for (const article of articles.toReversed()) {
    if (rendered.isNew(article)) await rendered.of(article);
  }
}
