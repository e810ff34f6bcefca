import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';

const ARTICLES = {
  'articles/llm0.md': '# Index\n\n[one](./llm1.md#one), [two](/llm2/?a=1&b=2) and [three](llm3)\n',
  'articles/llm1.md': '# One\n\nText, and <a href="../articles/llm2.mdx">two</a>.\n',
  'articles/llm2.mdx': '# Two\r\n\r\nText, and <a href={"./llm3"}>three</a>.\r\n',
  'articles/llm3.md': '---\naliases: [deep]\n---\n# Three\n\nText and ![a cat](../articleimages/cat.png)\n',
  'articleimages/cat.png': { width: 4, height: 4 },
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

let site: FixtureSite;

beforeEach(async () => {
  site = await FixtureSite.make('rename', ARTICLES);
});

const rename = (...args: readonly string[]) => site.run(['scripts/rename.ts', '--root', '.', ...args]);
const check = (...args: readonly string[]) => site.run(['scripts/check.ts', '--root', '.', ...args]);
const articles = () =>
  Object.fromEntries(site.files('articles').map((name) => [name, site.read(`articles/${name}`)]));
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.cd', ...args], { cwd: site.root });

describe('npm run rename', () => {
  test('gives an article another name, tells what it did, and the site is built with a redirect', async () => {
    const { code, output } = await rename('llm3', 'attention');
    expect(output).toBe(
      'Moved articles/llm3.md to articles/attention.md.\nChanged 2 links.\n' +
        '/llm3/ leads on, as `aliases` in articles/attention.md says.\n',
    );
    expect(code).toBe(0);
    expect(await rename('llm2', 'llm3')).toMatchObject({ code: 0 });
    expect(articles()).toEqual({
      'llm0.md': '# Index\n\n[one](./llm1.md#one), [two](/llm3/?a=1&b=2) and [three](attention)\n',
      'llm1.md': '# One\n\nText, and <a href="../articles/llm3.mdx">two</a>.\n',
      'llm3.mdx':
        '---\r\naliases: [llm2]\r\n---\r\n\r\n# Two\r\n\r\nText, and <a href={"./attention"}>three</a>.\r\n',
      'attention.md': '---\naliases: [deep]\n---\n# Three\n\nText and ![a cat](../articleimages/cat.png)\n',
    });
    const build = await site.build();
    expect(build.output).not.toContain('error');
    expect(build.code).toBe(0);
    expect(readFileSync(join(site.root, 'dist/llm2/index.html'), 'utf8')).toContain('llm3/');
    expect(site.files('.changing')).toEqual([]);
  });

  test('inserts a part, and the check has nothing to say', async () => {
    expect((await rename('llm3', 'llm1')).code).toBe(0);
    expect(site.files('articles')).toEqual(['llm0.md', 'llm1.md', 'llm2.md', 'llm3.mdx']);
    expect(articles()['llm0.md']).toContain('[one](./llm2.md#one), [two](/llm3/?a=1&b=2) and [three](llm1)');
    const { code, output } = await check();
    expect(output).toBe('4 articles checked: nothing is in the way of a build.\n');
    expect(code).toBe(0);
  });

  test('shows what it would do, and does nothing', async () => {
    const before = articles();
    const { code, output } = await rename('llm3', 'llm5', '--dry-run');
    expect(output).toContain('-[one](./llm1.md#one), [two](/llm2/?a=1&b=2) and [three](llm3)');
    expect(output).toContain('+[one](./llm1.md#one), [two](/llm2/?a=1&b=2) and [three](llm5)');
    expect(output).toContain('-aliases: [deep]\n+aliases: [deep, llm3]');
    expect(output).toMatch(
      /Would move articles\/llm3\.md to articles\/llm5\.md\.[\s\S]*Nothing is written\.\n$/,
    );
    expect(code).toBe(0);
    expect(articles()).toEqual(before);
  });

  test('writes JSON and nothing else', async () => {
    const { output } = await rename('llm3', 'llm5', '--json');
    expect(JSON.parse(output)).toEqual({
      version: 1,
      dryRun: false,
      moves: [{ from: 'articles/llm3.md', to: 'articles/llm5.md' }],
      files: [
        { from: 'articles/llm0.md', to: 'articles/llm0.md' },
        { from: 'articles/llm2.mdx', to: 'articles/llm2.mdx' },
        { from: 'articles/llm3.md', to: 'articles/llm5.md' },
      ],
      links: 2,
      added: [{ alias: 'llm3', file: 'articles/llm5.md' }],
      removed: [],
      problems: [],
    });
  });

  test('says which entries of the ledger are another article’s now', async () => {
    site.write('ledger.json', '{"llm1/": ["one"], "llm2/": []}');
    expect((await rename('llm3', 'llm1')).output).toContain(
      "ledger.json knows /llm1/ as another article's: take it out with `npm run ledger -- remove llm1/`.",
    );
  });

  test.each<[readonly string[], number, string]>([
    [[], 2, 'Two names are needed'],
    [['llm1'], 2, 'Two names are needed'],
    [['llm1', 'llm2', 'llm3'], 2, '`llm3` is too much'],
    [['lmm1', 'llm5'], 2, 'There is no article `lmm1`; did you mean `llm1`?'],
    [['llm1', '../llm5'], 2, 'cannot become an address'],
    [['llm1', 'llm5.mdx'], 2, 'keeps its extension'],
    [['llm1', '404'], 2, 'an address of the site itself'],
    [['llm1', 'favicon.svg'], 1, 'public/favicon.svg'],
  ])('refuses %j, and changes nothing', async (args, expected, message) => {
    const before = articles();
    const { code, output } = await rename(...args);
    expect(output).toContain(message);
    expect(code).toBe(expected);
    expect(articles()).toEqual(before);
  });

  test('refuses files with changes that are in no commit, unless it is forced', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    site.write('articles/llm1.md', `${ARTICLES['articles/llm1.md']}more\n`);
    site.write('articles/llm4.md', '# New, and not followed by git\n');
    const before = articles();
    const { code, output } = await rename('llm2', 'llm9');
    expect(output).toMatch(
      /are in no commit\.\n {2}articles\/llm1\.md\nCommit them first, or add `--force`\./,
    );
    expect(code).toBe(1);
    expect(articles()).toEqual(before);
    expect((await rename('llm3', 'llm8')).code).toBe(0);
    expect((await rename('llm4', 'llm5')).code).toBe(0);
    expect((await rename('llm2', 'llm9', '--force')).code).toBe(0);
  });

  test('undoes first what an earlier run left in the middle', async () => {
    const before = articles();
    site.remove('articles/llm1.md');
    site.write('.changing/before-0', ARTICLES['articles/llm1.md']);
    site.write('.changing/journal.json', '[{"path": "articles/llm1.md", "before": "before-0"}]');
    expect((await rename('llm1', 'llm5', '--dry-run')).output).toMatch(
      /^An earlier renaming was interrupted; it is undone\.\n/,
    );
    expect(articles()).toEqual(before);
  });
});

describe('npm run check -- --fix', () => {
  const WRONG = '# One\r\n\r\n![a cat](../articleimages/Cat.PNG) [x](./LLM2)\t\r\n\r\n[y](./nowhere)\r\n';
  const RIGHT = '# One\r\n\r\n![a cat](../articleimages/cat.png) [x](./llm2)\t\r\n\r\n[y](./nowhere)\r\n';

  test('shows and writes what has one right answer, and tells what is left', async () => {
    site.write('articles/llm1.md', WRONG);
    const before = articles();
    expect((await check()).output).toContain('`npm run check -- --fix` writes');
    const shown = await check('--fix', '--dry-run');
    expect(shown.output).toContain('Would change 1 file.');
    expect(articles()).toEqual(before);

    const { code, output } = await check('--fix');
    expect(output).toContain('-![a cat](../articleimages/Cat.PNG) [x](./LLM2)');
    expect(output).toContain('+![a cat](../articleimages/cat.png) [x](./llm2)');
    expect(output).toContain('Changed 1 file.');
    expect(output).toContain('`./nowhere` leads to no article.');
    expect(output).not.toContain('LLM2` leads');
    expect(code).toBe(1);
    expect(articles()).toEqual({ ...before, 'llm1.md': RIGHT });
  });

  test('writes nothing where nothing has one right answer', async () => {
    site.write('articles/llm1.md', RIGHT);
    const before = articles();
    const { output } = await check('--fix');
    expect(output).toContain('Nothing has exactly one right answer: nothing is changed.');
    expect(articles()).toEqual(before);
    expect((await check('--dry-run')).code).toBe(2);
  });

  test('gives the right answers in JSON', async () => {
    site.write('articles/llm1.md', WRONG);
    const { output } = await check('--format', 'json');
    expect(JSON.parse(output)).toMatchObject({
      problems: [{ replacement: '../articleimages/cat.png' }, { replacement: './llm2' }, {}],
    });
  });
});
