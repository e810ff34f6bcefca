import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';

const ARTICLES = {
  'articles/llm0.md': '---\nupcoming: [Self-attention]\n---\n\n# Index\n',
  'articles/llm1.md': '# One\n\nA wrng word, and [the index](./llm0).\n',
  'articleimages/unused.png': { width: 4, height: 4 },
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

let site: FixtureSite;

beforeEach(async () => {
  site = await FixtureSite.make('commands', ARTICLES);
});

const run = (script: string, ...args: readonly string[]) => site.run([`scripts/${script}.ts`, ...args]);
const inSite = (script: string, ...args: readonly string[]) => run(script, '--root', '.', ...args);

describe('every command of package.json', () => {
  const { scripts } = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  ) as { scripts: Record<string, string> };
  const commands = Object.values(scripts).flatMap((line) => {
    const [program, ...words] = line.split(' ');
    return program === 'node' ? [words] : [];
  });

  test('is one that is looked at here', () => {
    expect(commands.length).toBeGreaterThan(10);
  });

  test.each(commands.map((command) => [command]))('%j tells how it is used', async (command) => {
    const { code, output } = await site.run([...command, '--help']);
    expect(output).toMatch(/^[A-Z][\s\S]*npm[\s\S]*Exit code: 0/);
    expect(code).toBe(0);
  });

  test.each(commands.map((command) => [command]))(
    '%j refuses an option that it does not know',
    async (command) => {
      const { code, output } = await site.run([...command, '--hlep']);
      expect(output).toMatch(
        /^There is no option `--hlep`; did you mean `--help`\?\n\n`npm .*-- --help` says/,
      );
      expect(code).toBe(2);
    },
  );

  test('leaves the site as it is while it is asked these things', () => {
    expect(site.files('.').filter((file) => !file.startsWith('.'))).toEqual(
      ['astro.config.mjs', ...Object.keys(ARTICLES)].toSorted(),
    );
  });
});

test.each([
  ['site', ['build', 'now'], '`npm run build` takes no arguments besides its options; `now` is too much.'],
  ['site', ['build', '--port', '1'], 'There is no option `--port`'],
  ['site', ['dev', '--port', 'abc'], '`--port` is `abc`; it must be a number from 1 to 65535'],
  ['site', ['preview'], 'There is no dist/: run `npm run build` first.'],
  ['site', ['fly'], 'Usage: npm run dev'],
  ['site', [], 'Usage: npm run dev'],
  ['ledger', ['recrod'], 'not `recrod`; did you mean `record`?'],
  [
    'check',
    ['--format', 'jsno'],
    '`--format` must be one of `text`, `json`, `github`, not `jsno`; did you mean `json`?',
  ],
  ['check', ['--root', 'nowhere'], 'nowhere has no folder `articles`.'],
  ['check', ['--strict'], '`--strict` says how `--external` works, which is not given.'],
  ['stats', ['llm'], '`npm run stats` takes no arguments besides its options; `llm` is too much.'],
])('%s %j is refused in words', async (script, args, message) => {
  const { code, output } = await run(script, ...args);
  expect(output).toContain(message);
  expect(output).not.toMatch(/^\s+at /m);
  expect(code).toBe(script === 'site' && args[0] === 'preview' ? 1 : 2);
});

test('a port that is none is refused, wherever it is given', async () => {
  const { code, output } = await site.run(['scripts/site.ts', 'preview'], { PORT: 'abc' });
  expect(output).toContain('PORT is `abc`; it must be a number from 1 to 65535, such as `4321`.');
  expect(code).toBe(2);
});

describe('npm run new', () => {
  test('writes the next part, says where it is, and what was announced', async () => {
    const { code, output } = await inSite('new', 'Self-attention');
    expect(output).toBe(
      'Wrote articles/llm2.mdx: part 2 of the series llm.\n' +
        'With `npm run dev` it is at http://localhost:4321/llm2/\n' +
        'It was announced: take `Self-attention` out of `upcoming` in articles/llm0.md when it is published.\n',
    );
    expect(code).toBe(0);
    expect(site.read('articles/llm2.mdx')).toMatch(
      /^# Self-attention\n\n\*Written on [A-Z][a-z]{2} \d{1,2}, \d{4}\*\n$/,
    );
    expect(site.read('articles/llm0.md')).toBe(ARTICLES['articles/llm0.md']);
  });

  test.each(['"C#" in {5} <T> minutes: $1, 日本語 🎉', '#', '{', '<!--', '---'])(
    'writes %j so that the check has nothing to say',
    async (title) => {
      expect((await inSite('new', '--', title)).code).toBe(0);
      expect((await inSite('new', '--md', '--draft', '--', title)).code).toBe(0);
      expect(site.read('articles/llm3.md')).toMatch(/^---\ndraft: true\n---\n\n# /);
      const { code, output } = await inSite('check');
      expect(output).toBe('4 articles checked: nothing is in the way of a build.\n');
      expect(code).toBe(0);
    },
  );

  test('passes over what is taken by another format, a draft, an alias, a public file or a wrong extension', async () => {
    site.write('articles/llm2.markdown', '# Two\n');
    site.write('articles/llm3.md', '---\ndraft: true\n---\n# Three\n');
    site.write('articles/about.md', '---\naliases: [llm4]\n---\n# About\n');
    site.write('public/llm5/index.html', '<p>');
    const { code, output } = await inSite('new', 'Next');
    expect(output).toMatch(/^llm4 is passed over: .*\nllm5 is passed over: .*\nWrote articles\/llm6\.mdx/);
    expect(code).toBe(0);
  });

  test('needs no index to be told which series, and keeps the width of its numbers', async () => {
    site.write('articles/deep00.md', '# Deep\n');
    site.write('articles/deep09.md', '# Nine\n');
    expect((await inSite('new', 'Ten', '--series', 'deep')).output).toContain('Wrote articles/deep10.mdx');
    const { code, output } = await inSite('new', 'Which');
    expect(output).toContain('There are several series: add `--series deep` or `--series llm`.');
    expect(code).toBe(2);
  });

  test('begins a series with its index, then its first part', async () => {
    expect((await inSite('new', '--new-series', 'nlp', 'Language')).output).toContain(
      'Wrote articles/nlp0.mdx: the index of the series nlp.',
    );
    expect((await inSite('new', '--series', 'nlp', 'Words')).output).toContain(
      'Wrote articles/nlp1.mdx: part 1',
    );
    expect((await inSite('check')).code).toBe(0);
  });

  test.each<[readonly string[], string]>([
    [[], 'A title is needed'],
    [['  '], 'A title is needed'],
    [['Self', 'attention'], '`attention` is too much'],
    [['x', '--series', 'lmm'], '`--series` must be one of `llm`, not `lmm`; did you mean `llm`?'],
    [['x', '--new-series', 'llm'], 'There is a series `llm` already'],
    [['x', '--new-series', '../x'], 'cannot'],
    [['x', '--new-series', '7'], 'cannot be the name of a series'],
    [['x', '--series', 'llm', '--new-series', 'nlp'], 'do not go together'],
  ])('refuses %j, and writes nothing', async (args, message) => {
    const before = site.files('articles');
    const { code, output } = await inSite('new', ...args);
    expect(output).toContain(message);
    expect(code).toBe(2);
    expect(site.files('articles')).toEqual(before);
  });
});

describe('npm run check', () => {
  test('tells words in no dictionary where it is asked to, and does not fail', async () => {
    const { code, output } = await inSite('check', '--spelling');
    expect(output).toContain('articles/llm1.md:3:3  note  spelling\n    `wrng` is in no dictionary.');
    expect(output).toContain('0 errors, 0 warnings, 1 note');
    expect(code).toBe(0);
    site.write('dictionary.txt', 'wrng\n');
    expect((await inSite('check', '--spelling')).output).toBe(
      '2 articles checked: nothing is in the way of a build.\n',
    );
  });

  test('writes JSON and nothing else, also of what is wrong', async () => {
    site.write('articles/llm1.md', '# One\n\n[x](./nowhere)\n');
    const { code, output } = await inSite('check', '--format', 'json');
    expect(JSON.parse(output)).toMatchObject({
      version: 1,
      articles: 2,
      errors: 1,
      problems: [
        { file: 'articles/llm1.md', line: 3, column: 1, severity: 'error', rule: 'missing-article' },
      ],
    });
    expect(code).toBe(1);
  });

  test('annotates with the path from the root of the repository', async () => {
    site.write('articles/llm1.md', '# One\n\n[x](./nowhere)\n');
    site.write('.git', 'a repository of its own');
    site.write('deep/articles/a.md', '# A\n\n[x](./nowhere)\n');
    const { code, output } = await run('check', '--format', 'github', '--root', 'deep');
    expect(output).toMatch(
      /^::error file=deep\/articles\/a\.md,line=3,col=1,title=missing-article::.*%0A.*\n$/,
    );
    expect(code).toBe(1);
  });

  test('has colours where they are asked for', async () => {
    const coloured = await site.run(['scripts/check.ts', '--root', '.', '--spelling'], {
      NO_COLOR: '',
      FORCE_COLOR: '1',
    });
    expect(coloured.output).toContain('\u001b[');
    expect((await inSite('check', '--spelling')).output).not.toContain('\u001b[');
  });

  describe('of other sites', () => {
    let server: Server;
    let origin = '';
    let asked: string[] = [];

    beforeAll(async () => {
      server = createServer((request, response) => {
        asked.push(request.url ?? '');
        if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
        else response.writeHead(request.url === '/gone' ? 410 : 200).end();
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    beforeEach(() => {
      asked = [];
      site.write(
        'articles/llm1.md',
        `# One\n\n[x](${origin}/old) [y](${origin}/gone) [z](${origin}/there)\n`,
      );
    });

    afterAll(() => {
      server.close();
    });

    test('lists dead and moved links by place, and asks again only for bad news', async () => {
      const { code, output } = await inSite('check', '--external');
      expect(output).toContain(
        `articles/llm1.md:3:1  note  moved-link\n    \`${origin}/old\` has moved for good.`,
      );
      expect(output).toContain(`Write \`${origin}/new\`.`);
      expect(output).toMatch(/articles\/llm1\.md:3:\d+ {2}warning {2}dead-link\n.*the host answers 410/);
      expect(output).not.toContain('/there`');
      expect(code).toBe(0);
      expect(site.files('node_modules/.astro')).toContain('external-links.json');

      asked = [];
      expect((await inSite('check', '--external', '--strict')).code).toBe(1);
      expect(new Set(asked)).toEqual(new Set(['/gone']));
      await inSite('check', '--external', '--fresh');
      expect(asked).toContain('/there');
    });
  });
});

describe('npm run stats', () => {
  test('shows a table, and what nothing leads to', async () => {
    const { code, output } = await inSite('stats');
    expect(output).toMatch(/^Article +Words +Minutes.*\nllm0 .* Index\nllm1 .* One\n/);
    expect(output).toMatch(/Pictures that no article uses:\n {2}articleimages\/unused\.png {2}\d+ kB\n/);
    expect(output).toContain('Parts that no other article links to:\n  llm1\n');
    expect(code).toBe(0);
  });

  test('writes JSON and nothing else', async () => {
    const { output } = await inSite('stats', '--json');
    expect(JSON.parse(output)).toMatchObject({ total: { articles: 2, parts: 1 }, unlinked: ['llm1'] });
  });

  test('has nothing to say of a project without articles', async () => {
    site.write('empty/articles/.keep', '');
    const { code, output } = await site.run(['scripts/stats.ts', '--root', join(site.root, 'empty')]);
    expect(output).toContain('0 articles (0 parts)');
    expect(code).toBe(0);
  });
});
