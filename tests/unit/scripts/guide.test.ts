import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import GithubSlugger from 'github-slugger';
import { elementArticle } from '../../../scripts/guide/element-article.ts';
import { digestOf } from '../../../scripts/guide/element-pictures.ts';
import { problemsOfExample } from '../../../scripts/guide/example.ts';
import { guideElements, guideText } from '../../../scripts/guide/guide.ts';
import { AUTHOR_COMPONENTS } from '../../../src/series/author-components.ts';
import { FRONT_MATTER_KEYS } from '../../../src/series/front-matter-keys.ts';
import { frontMatterJsonSchema } from '../../../src/series/front-matter-json-schema.ts';
import { RULES } from '../../../src/series/problem.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');
const DOCS = resolve(PROJECT, 'docs');
const elements = guideElements();
const guide = guideText();
/** Without its code blocks. */
const prose = guide.replace(/^(`{3,})[^]*?^\1$/gm, '');

function read(path: string): string {
  return readFileSync(resolve(PROJECT, path), 'utf8');
}

describe("the author's guide", () => {
  test('is as `npm run guide` would write it', () => {
    expect(read('docs/authoring.md')).toBe(guide);
    expect(JSON.parse(read('docs/front-matter.schema.json'))).toEqual(frontMatterJsonSchema());
  });

  test('has a heading of each rule, so that a problem can lead to it', () => {
    const headings = [...prose.matchAll(/^### (.+)$/gm)].map(([, text]) => text);
    expect(headings).toEqual(expect.arrayContaining(Object.keys(RULES)));
  });

  test('tells every key of front matter and every component', () => {
    for (const key of Object.keys(FRONT_MATTER_KEYS)) expect(prose).toContain(`| \`${key}\` | `);
    for (const name of Object.keys(AUTHOR_COMPONENTS)) expect(guide).toContain(`<${name}`);
  });

  test('leads nowhere that there is not', () => {
    const slugger = new GithubSlugger();
    const ids = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => slugger.slug(text));
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, url = '']) => url);
    const missing = links
      .filter((url) => !/^https?:/.test(url))
      .filter((url) =>
        url.startsWith('#')
          ? !ids.includes(url.slice(1))
          : !statSync(resolve(DOCS, url), { throwIfNoEntry: false }),
      );
    expect(links.length).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  });

  test('tells of no command that there is not', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...guide.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(commands));
  });

  test('has a picture of each element as it is written now, and no other', () => {
    const digests = Object.fromEntries(elements.map((element) => [element.name, digestOf(element)]));
    expect(JSON.parse(read('docs/elements/sources.json'))).toEqual(digests);
    const pictures = readdirSync(resolve(DOCS, 'elements')).filter((name) => name.endsWith('.png'));
    expect(pictures.toSorted()).toEqual(elements.map(({ name }) => `${name}.png`).toSorted());
  });
});

test.each(elements.map((element) => [element.name, element] as const))(
  'the element %s is right as the guide has it',
  (_name, element) => {
    expect(problemsOfExample([{ ...elementArticle(element), encoding: 'utf8' }])).toEqual([]);
  },
);
