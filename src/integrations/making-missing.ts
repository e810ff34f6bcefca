import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleName } from '../series/article-name.ts';
import { picturesNamed } from '../series/pictures-named.ts';
import { articleKey } from './article-key.ts';
import { READ } from './article-reader.ts';
import { Keeper } from './keeper.ts';
import { Kept } from './kept.ts';
import { type AheadRequest, WORTH_A_PROCESS } from './making-ahead.ts';
import { makeCopies } from './pictures.ts';
import { ProjectReader } from './project-reader.ts';
import { readAhead } from './reading-ahead.ts';
import { RENDERED } from './rendered-articles.ts';
import { TOOLCHAIN } from './toolchain.ts';

/**
 * Reads and renders all articles that are not kept, where they are many, in a project of which only the
 * names are known.
 */
export async function makeMissing({ root, address, cache }: AheadRequest): Promise<void> {
  if (TOOLCHAIN === undefined) return;
  const outline = new ProjectReader(root, address).outline();
  const [read, rendered] = [new Kept(cache, READ), new Kept(cache, RENDERED)];
  const missing = outline.articles
    .map((name) => ({ name, bytes: readFileSync(join(root, name.file)) }))
    .filter(({ name, bytes }) => {
      const key = articleKey(name, bytes) ?? '';
      return !read.has(key) || !rendered.has(key);
    });
  if (missing.length < WORTH_A_PROCESS) return;
  const texts = missing.map(({ bytes }) => bytes.toString());
  const pictures = { originals: join(root, 'articleimages'), keep: new Keeper(cache).keep };
  const articles = missing.map(({ name }) => nameOf(name));
  const { base } = address;
  await Promise.all([
    makeCopies(picturesNamed(outline.pictures.values(), texts), pictures, () => undefined),
    readAhead(
      { root, articles, project: outline, base, cache },
      missing.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ),
  ]);
}

function nameOf({ file, slug, format, member }: ArticleName): ArticleName {
  return { file, slug, format, ...(member && { member }) };
}
