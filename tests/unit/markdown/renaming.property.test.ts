import { expect, test } from 'vitest';
import { articleBehind } from '../../../src/series/moved-link.ts';
import { type Articles, planned, renamed, writtenOf } from '../../support/renaming.ts';
import { addresses, fc } from '../../support/properties.ts';

const SLUGS = ['llm0', 'llm1', 'llm2', 'llm3', 'llm5', 'é1'] as const;

const link = fc
  .tuple(
    fc.constantFrom('./', '', '/', '../articles/', '/articles/', 'https://site.example/blog/', './a/../'),
    fc.constantFrom(...SLUGS, 'llm4', 'llm9'),
    fc.constantFrom('', '/', '.md', '.mdx'),
    fc.constantFrom('', '#top', '#none', '?a=llm1&b', '?a#llm2'),
  )
  .map((parts) => parts.join(''));

const MARKDOWN = [
  (url: string) => `[llm1](${url})`,
  (url: string) => `[a](<${url}> "llm2")`,
  (url: string) => `> - [a][${url.length}]\n>\n> [${url.length}]: ${url}\n`,
  (url: string) => `![](${url})`,
];
const HTML = (url: string) => `<a title="llm1" href="${url.replaceAll('"', '')}">x</a>`;
const JSX = (url: string) => `<a href={'${url.replace(/['\\\n\r]/g, '')}'}>x</a>`;

const paragraph = (format: 'md' | 'mdx') =>
  fc
    .tuple(
      fc.oneof({ weight: 5, arbitrary: link }, { weight: 1, arbitrary: addresses }),
      fc.constantFrom(...MARKDOWN, format === 'md' ? HTML : JSX),
    )
    .map(([url, write]) => write(format === 'md' ? url : url.replace(/[<>{}]/g, '')));

const article = fc.constantFrom('md' as const, 'mdx' as const).chain((format) =>
  fc.record({
    format: fc.constant(format),
    front: fc.constantFrom(
      '',
      '---\ntitle: x\n---\n',
      '---\naliases: [old, older]\n---\n',
      '---\nlang: en\n---\n',
    ),
    paragraphs: fc.array(paragraph(format), { maxLength: 4 }),
    end: fc.constantFrom('\n', '\r\n'),
  }),
);

/** Of several articles only the first has aliases, which no two may have. */
const project = fc.tuple(...SLUGS.map(() => article)).map((articles): Articles => {
  let hasAliases = false;
  return Object.fromEntries(
    articles.map(({ format, front, paragraphs, end }, index) => {
      const isTwice = front.includes('aliases') && hasAliases;
      hasAliases ||= front.includes('aliases');
      const text = `${isTwice ? '' : front}# ${SLUGS[index] ?? ''}\n\n${paragraphs.join('\n\n')}\n`;
      return [`${SLUGS[index] ?? ''}.${format}`, text.replaceAll('\n', end)];
    }),
  );
});

/** Each run reads whole projects several times. */
const RUNS = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 6) };

const isWhole = (articles: Articles) => writtenOf(articles).project.articles.every(({ whole }) => whole);

const withoutAliases = (articles: Articles) =>
  Object.fromEntries(
    Object.entries(articles).map(([name, text]) => [
      name,
      text.replace(/^---\r?\naliases: \[[^\]]*\]\r?\n---\r?\n(\r?\n)?/, '').replace(/^aliases: .*\r?\n/m, ''),
    ]),
  );

test('a renaming there and back is the identity, aliases aside', () => {
  fc.assert(
    fc.property(
      project.filter(isWhole),
      fc.constantFrom(...SLUGS),
      fc.constantFrom('llm7', 'page', 'é2', 'nlp12'),
      (articles, from, to) => {
        // What led nowhere may lead to an article while it has the other name.
        const there = renamed(articles, [from, to]);
        expect(withoutAliases(renamed(there, [to, from]))).toEqual(withoutAliases(articles));
      },
    ),
    RUNS,
  );
}, 60_000);

test('whatever is inserted, each link leads to the article that it led to', () => {
  fc.assert(
    fc.property(
      project.filter(isWhole),
      fc.constantFrom('llm1', 'llm2', 'llm3', 'llm5'),
      fc.constantFrom('llm1', 'llm2', 'llm3', 'llm4', 'llm5', 'llm9'),
      (articles, from, to) => {
        fc.pre(from !== to);
        const before = writtenOf(articles).project;
        const { files, problems } = planned(articles, [from, to]);
        const after = writtenOf(renamed(articles, [from, to])).project;
        const names = new Map(files.map((file) => [file.from, file.to]));
        const ledTo = (project: typeof before, name: (file: string) => string) =>
          Object.fromEntries(
            project.articles.map((one) => [
              name(one.file),
              one.references.map((reference) => {
                const slug = articleBehind(reference, { article: one, project });
                return slug === undefined ? undefined : name(project.bySlug.get(slug)?.file ?? '');
              }),
            ]),
          );
        const then = ledTo(before, (file) => names.get(file) ?? file);
        const now = ledTo(after, (file) => file);
        for (const [file, targets] of Object.entries(then)) {
          targets.forEach((target, index) => {
            if (target !== undefined) expect(now[file]?.[index]).toBe(target);
          });
        }
        expect(problems.filter(({ rule }) => rule === 'alias-taken')).toEqual([]);
      },
    ),
    RUNS,
  );
}, 60_000);
