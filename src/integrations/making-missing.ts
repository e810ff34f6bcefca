import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { picturesNamed } from '../series/pictures-named.ts';
import { Keeper } from './keeper.ts';
import type { AheadTask } from './making-ahead.ts';
import { makeCopies } from './pictures.ts';
import { ProjectReader } from './project-reader.ts';
import { readAhead } from './reading-ahead.ts';

/**
 * Reads and renders articles in a project of which only the names are known, and makes the copies of the pictures
 * that they seem to show.
 */
export async function makeMissing({ root, address, cache, articles }: AheadTask): Promise<void> {
  const project = new ProjectReader(root, address).outline();
  const texts = articles.map(({ file }) => readFileSync(join(root, file), 'utf8'));
  const pictures = { originals: join(root, 'articleimages'), keep: new Keeper(cache).keep };
  await Promise.all([
    makeCopies(picturesNamed(project.pictures.values(), texts), pictures, () => undefined),
    readAhead(
      { root, articles, project, base: address.base, cache },
      texts.reduce((sum, { length }) => sum + length, 0),
    ),
  ]);
}
