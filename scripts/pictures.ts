import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';

/**
 * Renders each drawing in `articleimages/` that has a PNG beside it: `transformers.svg` becomes
 * `transformers.png`. The drawings are set in Inter (Debian: `apt-get install fonts-inter`).
 */
const folder = resolve(import.meta.dirname, '../articleimages');
const names = readdirSync(folder);

for (const name of names.filter(
  (file) => file.endsWith('.svg') && names.includes(file.replace(/svg$/, 'png')),
)) {
  const target = join(folder, name.replace(/svg$/, 'png'));
  const { width, height, size } = await sharp(readFileSync(join(folder, name)), { density: 180 })
    .resize({ width: 1600 })
    .png({ compressionLevel: 9, effort: 10, palette: true, colours: 256, quality: 100, dither: 0 })
    .toFile(target);
  process.stdout.write(`${target}: ${width} × ${height}, ${Math.round(size / 1024)} KiB\n`);
}
