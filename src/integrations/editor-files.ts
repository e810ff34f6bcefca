import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { frontMatterJsonSchema } from '../series/front-matter-json-schema.ts';
import type { LiveProject } from './dev-server.ts';
import { readIfThere } from './read-if-there.ts';

/** Where Astro's extension for editors looks for the schemas of collections, and for what is in them. */
const FOLDER = '.astro/collections';

/**
 * Tells Astro's extension for editors what front matter each article may have. Astro itself would tell it
 * of those alone that its bundler compiles.
 */
export function writeEditorFiles({ root, state }: Pick<LiveProject, 'root' | 'state'>): void {
  const entries = state.project.articles.map(({ file }) => [addressOf(join(root, file)), 'articles']);
  const manifest = {
    collections: [{ hasSchema: true, name: 'articles' }],
    entries: Object.fromEntries(entries),
  };
  write(join(root, FOLDER, 'articles.schema.json'), frontMatterJsonSchema());
  write(join(root, FOLDER, 'collections.json'), manifest);
}

/** As the extension asks for it: a decoded file address in lower case. */
function addressOf(path: string): string {
  return decodeURIComponent(pathToFileURL(path).href).toLowerCase();
}

/** Leaves a file alone that says so already: editors start anew when it is written. */
function write(path: string, content: unknown): void {
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  const known = readIfThere(path);
  if (known && Buffer.from(known).toString() === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
