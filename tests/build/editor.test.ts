import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeEditorFiles } from '../../src/integrations/editor-files.ts';
import { ProjectReader } from '../../src/integrations/project-reader.ts';
import { FRONT_MATTER_KEYS } from '../../src/series/front-matter-keys.ts';
import { FixtureSite } from '../support/fixture-site.ts';
import { LanguageServer } from '../support/language-server.ts';

const ARTICLES = {
  'articles/llm0.md': '# Index\n',
  'articles/llm1.md': '---\ntitle: One\ndate: 2024-08-21\ndraft: maybe\nnope: 1\n---\n# One\n',
  'articles/llm2.mdx': '---\nupdated: yesterday\n\n---\n# Two\n',
  'articles/über uns%.md': '---\nlang: 1\n---\n# Three\n',
};

let server: LanguageServer;

beforeAll(async () => {
  const site = await FixtureSite.make('editor', { ...ARTICLES, 'tsconfig.json': '{ "files": [] }' });
  const address = { origin: '', base: '/' };
  writeEditorFiles({ root: site.root, state: new ProjectReader(site.root, address).read() });
  server = await LanguageServer.start(site.root);
  for (const [file, text] of Object.entries(ARTICLES)) server.open(file, text);
});

afterAll(() => server.stop());

async function toldOf(file: string): Promise<string[]> {
  const diagnostics = await server.diagnostics(file);
  return diagnostics
    .map(({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`)
    .toSorted();
}

test.each([
  ['articles/llm0.md', []],
  ['articles/llm1.md', ['4:8 Incorrect type. Expected "boolean".', '5:1 Property nope is not allowed.']],
  ['articles/llm2.mdx', ['2:10 String does not match the pattern of "^[0-9]{4}-[0-9]{2}-[0-9]{2}$".']],
  ['articles/über uns%.md', ['2:7 Incorrect type. Expected "string".']],
])("an editor with Astro's extension tells what is wrong with the front matter of %s", async (file, told) => {
  expect(await toldOf(file)).toEqual(told);
});

test("an editor with Astro's extension offers the keys of front matter, and says what each is for", async () => {
  const completions = await server.completions('articles/llm2.mdx', 2, 0);
  const offered = new Map(
    completions.map(({ label, documentation }) => [label, JSON.stringify(documentation)]),
  );
  // It has `updated` already.
  const keys = Object.entries(FRONT_MATTER_KEYS).filter(([key]) => key !== 'updated');
  expect([...offered.keys()].toSorted()).toEqual(keys.map(([key]) => key).toSorted());
  for (const [key, { does }] of keys) expect(offered.get(key)).toContain(does);
});
