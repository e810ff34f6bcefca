import { beforeAll, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';

/** So many that they are read in a process of their own, while Astro bundles what pages are made of. */
const COUNT = 70;

const text = (number: number) =>
  `# Part ${number}\n\n## Link\n\nTo [another](./llm${(number + 1) % COUNT}#link).\n\n![A field](../articleimages/field.png)\n`;

const FILES = {
  ...Object.fromEntries(
    Array.from({ length: COUNT }, (_, number) => [`articles/llm${number}.mdx`, text(number)]),
  ),
  'articleimages/field.png': { width: 900, height: 600 },
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

let site: FixtureSite;
const contents = () => site.files('dist').map((file) => [file, site.read(`dist/${file}`)]);

function forget(): void {
  for (const folder of ['node_modules/.astro', '.astro']) site.remove(folder);
}

async function built(): Promise<string> {
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  return output;
}

beforeAll(async () => {
  site = await FixtureSite.make('many', FILES);
});

test('many articles become the same site, whether they were read before or while it was bundled', async () => {
  const told = await built();
  expect(told).toContain(`Pages of articles: ${COUNT} made, 0 as they were.`);
  expect(told).toContain(`${COUNT + 3} pages verified`);
  const before = contents();
  expect(site.read('dist/llm7/index.html')).toContain('>another</a>');
  expect(site.read('dist/llm7/index.html')).toMatch(
    /<source type="image\/webp" srcset="\S+\.704\.\w+\.webp 704w/,
  );
  await built();
  expect(contents()).toEqual(before);
});

test('one that is computed is compiled among many that are not', async () => {
  forget();
  site.write('articles/llm5.mdx', `${text(5)}\n{6 * 7}\n`);
  await built();
  expect(site.read('dist/llm5/index.html')).toContain('42');
  expect(site.read('dist/llm6/index.html')).toContain('>another</a>');
});

test('problems in one of many are told, and nothing is published', async () => {
  forget();
  const before = contents();
  site.write('articles/llm5.mdx', `${text(5)}\n[nowhere](./llm999)\n`);
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toContain('articles/llm5.mdx:9:1 ');
  expect(output).not.toMatch(/^\s+at /m);
  expect(contents()).toEqual(before);
  site.write('articles/llm5.mdx', text(5));
  await built();
  expect(site.files('.').filter((file) => file.startsWith('.dist-'))).toEqual([]);
});
