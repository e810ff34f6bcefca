import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leadsToModule } from '../../../src/integrations/module-lookup.ts';
import { isAnimated, readPictureSize } from '../../../src/integrations/picture-file.ts';
import { ProjectReader } from '../../../src/integrations/project-reader.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'project-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const reader = () => new ProjectReader(root, { origin: '', base: '/' });
const picture = (format: 'png' | 'jpeg' | 'webp' | 'avif') =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#888' } })
    .toFormat(format)
    .toBuffer();

describe('a project', () => {
  test('is read from its three folders, what is hidden left out', () => {
    write('articles/llm10.md', '# Ten\n');
    write('articles/llm9.mdx', '# Nine\n');
    write('articles/.draft.md', '# Hidden\n');
    write('articles/notes.txt', 'x');
    write('articleimages/sub/a.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>');
    write('public/e\u0301.txt', 'x');
    const { project, problems } = reader().read();
    expect(project.articles.map(({ slug }) => slug)).toEqual(['llm9', 'llm10']);
    expect([...project.pictures]).toEqual([
      ['sub/a.svg', { path: 'sub/a.svg', size: { width: 2, height: 1 } }],
    ]);
    expect([...project.files]).toEqual([['\u00e9.txt', 'e\u0301.txt']]);
    expect(problems.map(({ rule }) => rule)).toEqual(['missing-index']);
  });

  test('may lack any of its folders', () => {
    expect(reader().read()).toMatchObject({ problems: [], project: { articles: [] } });
  });

  test('is read again where it changed, and only there', () => {
    write('articles/a.md', '# A\n');
    write('articles/b.md', '# B\n');
    const same = reader();
    const [a, b] = same.read().project.articles;
    write('articles/b.md', '# Another\n');
    write('articles/c.md', '# C\n');
    const again = same.read().project.articles;
    expect(again[0]).toBe(a);
    expect(again[1]).not.toBe(b);
    expect(again.map(({ title }) => title)).toEqual(['A', 'Another', 'C']);
    rmSync(join(root, 'articles/a.md'));
    expect(same.read().project.articles.map(({ slug }) => slug)).toEqual(['b', 'c']);
  });

  test('reads a link to a file, and passes over one to nothing', () => {
    write('elsewhere.md', '# Linked\n');
    mkdirSync(join(root, 'articles'));
    symlinkSync(join(root, 'elsewhere.md'), join(root, 'articles/linked.md'));
    symlinkSync(join(root, 'nowhere.md'), join(root, 'articles/broken.md'));
    expect(
      reader()
        .read()
        .project.articles.map(({ title }) => title),
    ).toEqual(['Linked']);
  });
});

describe('the size of a picture', () => {
  test.each(['png', 'jpeg', 'webp', 'avif'] as const)('is read from %s', async (format) => {
    expect(readPictureSize(await picture(format), `a.${format}`)).toEqual({ width: 30, height: 20 });
  });

  test.each(['png', 'jpeg', 'webp'] as const)('is not read from a %s that was cut off', async (format) => {
    const bytes = await picture(format);
    expect(readPictureSize(bytes.subarray(0, bytes.length - 12), `a.${format}`)).toBeUndefined();
  });

  test('is that in which it is shown, turned as its Exif says', async () => {
    const turned = await sharp(await picture('jpeg'))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(readPictureSize(turned, 'a.jpg')).toEqual({ width: 20, height: 30 });
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg', { width: 300, height: 150 }],
    ['<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>', 'a.svg', { width: 40, height: 20 }],
    ['no picture', 'a.svg', undefined],
    ['no picture', 'a.png', undefined],
    ['', 'a.png', undefined],
  ])('of %j is %j', (content, name, size) => {
    expect(readPictureSize(new TextEncoder().encode(content), name)).toEqual(size);
  });

  test('a picture that moves is known', async () => {
    expect(isAnimated(await picture('png'), 1)).toBe(false);
    expect(isAnimated(await picture('webp'), 3)).toBe(true);
    expect(isAnimated(Buffer.from('\x89PNG\r\n acTL', 'latin1'), undefined)).toBe(true);
  });
});

test.each([
  ['./part.astro', true],
  ['./part', true],
  ['./part.astro?raw', true],
  ['../src/other.ts', true],
  ['/src/other.ts', true],
  ['package', true],
  ['@scope/package/deep', true],
  ['node:fs', true],
  ['astro:assets', true],
  ['./nope.astro', false],
  ['/src/nope.ts', false],
  ['nope', false],
  ['@scope/nope', false],
])('an import of %s leads somewhere: %s', (name, expected) => {
  write('articles/part.astro', '');
  write('articles/part.ts', '');
  write('src/other.ts', '');
  write('node_modules/package/package.json', '{}');
  write('node_modules/@scope/package/package.json', '{}');
  expect(leadsToModule(name, root)).toBe(expected);
});
