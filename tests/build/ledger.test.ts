import { beforeEach, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';
import { Page } from '../support/page.ts';

const ARTICLES = {
  'articles/llm0.md': '# Index\n',
  'articles/llm1.md': '# One\n\n## Part\n',
  'articles/llm2.md': '# Two\n',
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

let site: FixtureSite;
const ledger = (...args: readonly string[]) => site.run(['scripts/ledger.ts', ...args, '--root', site.root]);

beforeEach(async () => {
  site = await FixtureSite.make('ledger', ARTICLES);
});

test('a build that has lost an address or an anchor fails and says what to do', async () => {
  expect((await site.build()).output).toMatch(/\d new addresses;/);
  expect((await ledger('record')).code).toBe(0);
  expect(await ledger()).toEqual({ code: 0, output: 'The ledger has all that is published.\n' });

  site.remove('articles/llm2.md');
  site.write('articles/llm1.md', '# One\n\n## Another\n');
  const { code, output } = await site.build();
  expect(code).toBe(1);
  const line = site.read('ledger.json').split('\n').indexOf('    "part"') + 1;
  expect(output).toContain(
    `ledger.json:${line}: ` +
      '`llm1/#part` was published, and is gone. Give the heading its old text, or put `<a id="part"></a>` where it was; or record that it is gone for good: `npm run ledger -- remove llm1/#part`.',
  );
  expect(output).toContain(
    '`llm2/` was published, and is gone. Give the article that took its place `aliases: [llm2]` in its front matter; or record that it is gone for good: `npm run ledger -- remove llm2/`.',
  );
  expect(site.files('dist')).toContain('llm2/index.html');

  expect((await ledger('remove', 'llm1/#part')).output).toBe('Took llm1/#part out of ledger.json.\n');
  site.write('articles/llm1.md', '---\naliases: [llm2]\n---\n\n# One\n\n## Another\n');
  expect((await site.build()).output).toContain('`llm2/#two` was published, and is gone.');

  site.write('articles/llm1.md', '---\naliases: [llm2]\n---\n\n# One\n\n## Another\n\n## Two\n');
  const mended = await site.build();
  expect(mended.code, mended.output).toBe(0);
  const moved = new Page(site.read('dist/llm2/index.html'));
  expect(moved.attributes('a', 'href')).toEqual(['../llm1/index.html']);
  expect(moved.attributes('meta', 'content')).toContain('0; url=../llm1/index.html');
  expect(site.read('dist/_redirects')).toBe('/llm2/ /llm1/ 301\n');
});

test('the command refuses what it does not understand', async () => {
  expect((await ledger('forget')).code).toBe(2);
  expect((await ledger('remove')).code).toBe(2);
  expect((await ledger('record', 'x')).code).toBe(2);
  expect((await ledger('--nope')).code).toBe(2);
  expect((await ledger()).output).toContain('There is no dist/');
  expect((await ledger('remove', 'x/')).code).toBe(1);
  expect((await ledger('--help')).code).toBe(0);
});
