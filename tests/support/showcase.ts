import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FixtureSite } from './fixture-site.ts';

const PROJECT = join(import.meta.dirname, '../..');

type Files = Parameters<typeof FixtureSite.make>[1];

/** The project's own articles, and a series that shows every element. */
export function showcaseFiles(): Files {
  return {
    ...filesOf('articles', 'articles'),
    ...filesOf('articleimages', 'articleimages'),
    ...filesOf('public', 'public'),
    ...filesOf('tests/fixtures/showcase', 'articles'),
    'articleimages/field.png': { width: 1600, height: 900 },
    'articleimages/dot.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle r="9" cx="10" cy="10" fill="#777"/></svg>',
  };
}

function filesOf(folder: string, as: string): Files {
  const names = readdirSync(join(PROJECT, folder));
  return Object.fromEntries(
    names.map((name) => [`${as}/${name}`, readFileSync(join(PROJECT, folder, name))]),
  );
}
