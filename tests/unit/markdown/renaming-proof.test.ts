import { expect, test } from 'vitest';
import { proveLinks } from '../../../src/markdown/renaming-proof.ts';
import { articleOf, projectOf } from '../../support/articles.ts';

const INDEX = '# Index\n\n[one](./llm1) and [two](./llm2) ![c](../articleimages/c.png)\n';
const project = projectOf({ articles: { 'llm0.md': INDEX, 'llm1.md': '# One\n', 'llm2.md': '# Two\n' } });
const finished = projectOf({ articles: { 'llm0.md': INDEX, 'llm2.md': '# One\n', 'llm1.md': '# Two\n' } });
const slugs = new Map([
  ['llm1', 'llm2'],
  ['llm2', 'llm1'],
]);

const prove = (after: string) => () => {
  const [before, then] = [INDEX, after].map((text) => articleOf('articles/llm0.md', text));
  if (before && then) proveLinks(before, then, { project, finished, slugs });
};

test('accepts links that lead where they led', () => {
  expect(prove('# Index\n\n[one](/llm2/) and [two](llm1.md) ![c](../articleimages/c.png)\n')).not.toThrow();
});

test.each([
  ['was left as it was', INDEX, '3:1'],
  ['leads elsewhere', '# I\n\n[a](./llm2) [b](./llm0) ![c](../articleimages/c.png)\n', '3:19'],
  ['is no link to an article', '# I\n\n[a](./llm2) [b](./llm1) ![c](../articleimages/d.png)\n', '3:33'],
  ['is gone', '# I\n\n[a](./llm2) [b](./llm1)\n', '3:33'],
  ['is new', '# I\n\n[a](./llm2) [b](./llm1) ![c](../articleimages/c.png) [d](./llm0)\n', '1:1'],
])('refuses where a reference %s, with its place', (_, after, place) => {
  expect(prove(after)).toThrow(
    `articles/llm0.md:${place}: this link is written so that it cannot be changed`,
  );
});
