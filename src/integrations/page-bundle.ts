import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow } from './files-below.ts';
import { keyOf } from './kept.ts';

/** Where Astro writes what makes pages, below the folder that a site is built into. */
const FOLDER = '.prerender';

/**
 * For islands that a server renders, of which a static site has none: another one in each build. What else may look
 * like it is in chunks whose names have the hash of their content.
 */
const ISLAND_KEY = /"key":"[\w+/=]*"/g;

/**
 * Stands for the code that Astro has bundled to make pages, with the styles and the configuration that it holds,
 * whatever the folder is called that the site is built into. Undefined where Astro has written none.
 */
export function pageBundle(folder: string): string | undefined {
  const files = filesBelow(join(folder, FOLDER));
  const own = `${pathToFileURL(folder).href}/`;
  const textOf = (file: string) =>
    readFileSync(join(folder, FOLDER, file), 'utf8')
      .replaceAll(own, '')
      .replace(ISLAND_KEY, '');
  return files.length === 0 ? undefined : keyOf(...files.flatMap((file) => [file, textOf(file)]));
}
