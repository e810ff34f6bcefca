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
 * that they seem to show. A build needs these later, when it makes pages: `onRead` is called once all is rendered.
 */
export async function makeMissing(task: AheadTask, onRead: () => void): Promise<void> {
  const { root, address, cache, articles } = task;
  const project = new ProjectReader(root, address).outline();
  const texts = articles.map(({ file }) => readFileSync(join(root, file), 'utf8'));
  const pictures = { originals: join(root, 'articleimages'), keep: new Keeper(cache).keep };
  const copies = makeCopies(picturesNamed(project.pictures.values(), texts), pictures, () => undefined);
  const bytes = texts.reduce((sum, { length }) => sum + length, 0);
  await readAhead({ root, articles, project, base: address.base, cache }, bytes);
  onRead();
  await copies;
}
