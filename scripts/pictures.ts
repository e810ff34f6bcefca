import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import sharp from 'sharp';
import { runCommand, say } from './command-line.ts';

const HELP = `Renders each drawing in articleimages/ that has a PNG beside it, over that: transformers.svg
becomes transformers.png. The drawings are set in Inter (Debian: apt-get install fonts-inter).
Usage: npm run pictures

Exit code: 0 when they are written, 1 when one cannot be, 2 for wrong arguments.
`;

async function main(): Promise<number> {
  const folder = resolve(import.meta.dirname, '../articleimages');
  const names = readdirSync(folder);
  const drawings = names.filter(
    (name) => name.endsWith('.svg') && names.includes(name.replace(/svg$/, 'png')),
  );
  for (const name of drawings) {
    const target = join(folder, name.replace(/svg$/, 'png'));
    const { width, height, size } = await sharp(readFileSync(join(folder, name)), { density: 180 })
      .resize({ width: 1600 })
      .png({ compressionLevel: 9, effort: 10, palette: true, colours: 256, quality: 100, dither: 0 })
      .toFile(target);
    say(`${relative(process.cwd(), target)}: ${width} × ${height}, ${Math.round(size / 1024)} KiB`);
  }
  if (drawings.length === 0) say('There is no drawing with a PNG beside it.');
  return 0;
}

await runCommand({ name: 'npm run pictures', help: HELP, options: {}, run: main });
