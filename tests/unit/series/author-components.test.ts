import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AUTHOR_COMPONENTS, COMPONENTS } from '../../../src/series/author-components.ts';

test('the check knows exactly the components that there are', () => {
  const files = readdirSync(join(import.meta.dirname, '../../../src/components/mdx'));
  const components = files
    .filter((file) => file.endsWith('.astro'))
    .map((file) => file.replace('.astro', ''));
  expect(components.toSorted()).toEqual(Object.keys(AUTHOR_COMPONENTS));
  expect([...COMPONENTS.keys()]).toEqual(['Fragment', ...components.toSorted()]);
});
