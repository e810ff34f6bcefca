import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleRenderer } from '../../../src/markdown/render-article.ts';
import { surroundingsIn } from '../../../src/markdown/surroundings.ts';
import { checkProject } from '../../../src/series/check.ts';
import { isFatal, type Problem, RULES } from '../../../src/series/problem.ts';
import { projectOf } from '../../support/articles.ts';
import { fc, PIECES } from '../../support/properties.ts';

const PROJECT = join(import.meta.dirname, '../../..');

/** Whole articles, which use all that an article can have. */
const ARTICLES = ['articles', 'tests/fixtures/author', 'tests/fixtures/showcase'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder))
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => readFileSync(join(PROJECT, folder, name), 'utf8')),
);

const SYNTAX = [
  ...[
    '# ',
    '## ',
    '---\n',
    '***',
    '**',
    '_',
    '`',
    '```',
    '~~~',
    '> ',
    '- ',
    '1. ',
    '| a |\n| - |\n',
    '[',
    '](',
    ')',
    '![',
    '[^1]',
    '[^1]: ',
  ],
  ...[
    '<',
    '</',
    '/>',
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<b',
    '<Tab>',
    '<Steps>',
    '<>',
    '{',
    '}',
    '{/*',
    '*/}',
    'import x from "',
    'export ',
  ],
  ...[
    '$',
    '$$',
    '\\frac{',
    '\\begin{a}',
    '```mermaid\ngraph LR\n',
    'A --> ',
    '> [!NOTE]\n',
    ': ',
    '\n: ',
    'title: ',
    'date: 99999-01-01\n',
  ],
  ...[
    '&',
    '&#x202e;',
    '\\',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '\t',
    '    ',
    'https://',
    'a@b.',
    'www.',
    'Figure: ',
    '\u2028',
    '\ufeff',
    '&a *a',
  ],
];
const piece = fc.oneof(fc.constantFrom(...SYNTAX, ...PIECES), fc.string({ unit: 'binary', maxLength: 5 }));

/** One change of a text: a cut, a piece put in, a stretch left out or said again. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constantFrom('put', 'remove', 'repeat'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    piece,
  }),
);

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(text: string, one: Change): string {
  const at = Math.floor(one.at * text.length);
  if (one.kind === 'cut') return text.slice(0, at);
  const end = at + one.length;
  if (one.kind === 'remove') return text.slice(0, at) + text.slice(end);
  if (one.kind === 'repeat') return text.slice(0, end) + text.slice(at);
  return text.slice(0, at) + one.piece + text.slice(at);
}

const article = fc
  .tuple(
    fc.constantFrom(...ARTICLES),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.array(change, { minLength: 1, maxLength: 4 }),
  )
  // A stretch of an article: many of those are read in the time of a whole one.
  .map(([text, from, changes]) => {
    const start = text.indexOf('\n\n', Math.floor(from * text.length));
    return changes.reduce(changed, text.slice(Math.max(0, start), start + 1500));
  });
const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const texts = fc.oneof({ weight: 3, arbitrary: article }, { weight: 1, arbitrary: soup });
const formats = fc.constantFrom('md', 'mdx');

function check(text: string, format: string): readonly Problem[] {
  const project = projectOf({ articles: { [`llm0.${format}`]: text } });
  return checkProject(project, [`articles/llm0.${format}`]);
}

function expectPlaces(problems: readonly Problem[], text: string): void {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (const { rule, place, message, hint } of problems) {
    expect(Object.keys(RULES)).toContain(rule);
    expect(message.trim()).not.toBe('');
    expect(hint.trim()).not.toBe('');
    const line = lines[place.line - 1];
    expect(line, `${rule} at line ${place.line}`).toBeDefined();
    // One more for what is missing at a line's end, and one for a line that ends in two characters.
    expect(place.column, `${rule} ${message} in ${JSON.stringify(line)}`).toBeGreaterThan(0);
    expect(place.column, `${rule} ${message} in ${JSON.stringify(line)}`).toBeLessThanOrEqual(
      (line?.length ?? 0) + 2,
    );
  }
}

describe('an article with any text', () => {
  test('is checked, and its problems have places in it', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        expectPlaces(check(text.toWellFormed(), format), text.toWellFormed());
      }),
    );
  });

  test('of any bytes is checked', () => {
    fc.assert(
      fc.property(fc.uint8Array(), texts, formats, (bytes, text, format) => {
        const all = new Uint8Array([...new TextEncoder().encode(text.slice(0, 50)), ...bytes]);
        const project = projectOf({ articles: { [`llm0.${format}`]: all } });
        for (const { place } of checkProject(project, [])) {
          expect(place.line).toBeGreaterThan(0);
          expect(place.column).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('is rendered where nothing keeps it from being so', async () => {
    await fc.assert(
      fc.asyncProperty(texts, formats, async (given, format) => {
        const text = given.toWellFormed();
        const project = projectOf({ articles: { [`llm0.${format}`]: text } });
        const [name] = project.articles;
        if (!name || checkProject(project, []).some(isFatal)) return;
        const surroundingsOf = surroundingsIn(project, { base: '/', sourcesOf: () => [] });
        await articleRenderer()({ name, text }, surroundingsOf(name.slug));
      }),
    );
  });
});

test.each([
  ['10,000 links', 'See [x](#a).\n\n', 10_000],
  ['10,000 broken links', 'See [x](./nowhere there.\n\n', 10_000],
  ['10,000 headings', '## H\n\n', 10_000],
  ['the longest line', 'word ', 199_990],
])('an article with %s is read in little memory', (_what, line, times) => {
  const code = `
    const { readArticle } = await import(process.argv[1]);
    const bytes = new TextEncoder().encode('# A\\n\\n' + process.argv[2].repeat(Number(process.argv[3])));
    const { headings } = readArticle({ file: 'articles/a.md', slug: 'a', format: 'md' }, bytes);
    process.exitCode = headings.length > 0 ? 0 : 1;`;
  const module = join(PROJECT, 'src/markdown/read-article.ts');
  const args = ['--max-old-space-size=700', '--input-type=module', '-e', code, module, line, String(times)];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
