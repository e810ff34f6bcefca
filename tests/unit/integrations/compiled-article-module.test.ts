import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';
import { expect, test } from 'vitest';
import { compiledArticleModule } from '../../../src/integrations/compiled-article-module.ts';

const NAME = 'virtual:compiled-article';

/** Which module a name leads to, and its text where the plugin has one. */
function found(compiles: boolean, name: string): { id: unknown; text: unknown } {
  const { resolveId, load } = compiledArticleModule(compiles) as Plugin & {
    resolveId: (id: string) => string | undefined;
    load: (id: string) => string | undefined;
  };
  const id = resolveId(name);
  return { id, text: id === undefined ? undefined : load(id) };
}

test('is the project’s own where articles are compiled', () => {
  const { id, text } = found(true, NAME);
  expect(existsSync(String(id))).toBe(true);
  expect(text).toBeUndefined();
});

test('tells that there is none where nothing is compiled', async () => {
  const { text } = found(false, NAME);
  const { compiledArticle } = (await import(`data:text/javascript,${encodeURIComponent(String(text))}`)) as {
    compiledArticle: (slug: string) => unknown;
  };
  expect(() => compiledArticle('llm1')).toThrow('Nothing was compiled, so there is no article llm1.');
});

test.each([true, false])('leaves other modules alone', (compiles) => {
  expect(found(compiles, 'virtual:project').id).toBeUndefined();
});
