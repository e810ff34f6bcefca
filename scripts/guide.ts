import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { format } from 'prettier';
import { frontMatterJsonSchema } from '../src/series/front-matter-json-schema.ts';
import { runCommand, say } from './command-line.ts';
import { digestOf, drawElements, ELEMENTS } from './guide/element-pictures.ts';
import { guideElements, guideText } from './guide/guide.ts';

const HELP = `Writes the author's guide: docs/authoring.md, and the pictures in docs/elements/.

  npm run guide            write the text, and take the pictures of elements that have changed
  npm run guide -- --all   take all pictures anew

Its sources are docs/source/, the rules in src/series/problem.ts and the schema of front matter.

Exit code: 0 when it is written, 1 when it cannot be, 2 for wrong arguments.
`;

const PROJECT = resolve(import.meta.dirname, '..');

async function main(all: boolean): Promise<number> {
  write('docs/front-matter.schema.json', `${JSON.stringify(frontMatterJsonSchema(), undefined, 2)}\n`);
  write('docs/authoring.md', guideText());
  const drawn = readDigests();
  const elements = guideElements();
  const changed = elements.filter((element) => all || drawn[element.name] !== digestOf(element));
  if (changed.length > 0) await drawElements(changed, say);
  const digests = Object.fromEntries(elements.map((element) => [element.name, digestOf(element)]));
  write(
    relative(PROJECT, join(ELEMENTS, 'sources.json')),
    await format(JSON.stringify(digests), { parser: 'json' }),
  );
  return 0;
}

/** What the pictures that there are show, by their names. */
function readDigests(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(ELEMENTS, 'sources.json'), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

function write(path: string, text: string): void {
  writeFileSync(join(PROJECT, path), text);
  say(path);
}

await runCommand({
  name: 'npm run guide',
  help: HELP,
  options: { all: { type: 'boolean' } },
  run: ({ all }) => main(all ?? false),
});
