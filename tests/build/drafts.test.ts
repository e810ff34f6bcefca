import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { FixtureSite } from '../support/fixture-site.ts';

/** Words that stand in drafts only, each in another place of them. */
const WORDS = {
  slug: 'zwieback',
  title: 'Quokkatitle',
  description: 'Gnatcatcherdescription',
  text: 'Axolotltext',
  heading: 'Pangolinheading',
  alias: 'numbatalias',
  picture: 'okapipicture',
  alternative: 'Tarsieralternative',
  code: 'capybaracode',
  note: 'Wombatnote',
  upcoming: 'Binturongupcoming',
  style: 'dugongstyle',
  script: 'quollscript',
  part: 'Tenrecpart',
  index: 'Fossaindex',
  imported: 'potooimported',
};

const DRAFT = `---
draft: true
title: ${WORDS.title}
description: ${WORDS.description}
aliases: [${WORDS.alias}]
---

${WORDS.text}, [one](./llm1#part), [home](./llm0) and a note[^1].

## ${WORDS.heading}

![${WORDS.alternative}](../articleimages/${WORDS.picture}.png)

\`\`\`js
const ${WORDS.code} = 1
\`\`\`

[^1]: ${WORDS.note}
`;

const COMPILED = `---
draft: true
---

import Part from './part.astro'
import picture from '../articleimages/${WORDS.imported}.png'

# ${WORDS.part}

<Part /> {picture.src} {1 + 1}
`;

const PART = `<p class="${WORDS.style}">x</p>
<style>.${WORDS.style} { color: red }</style>
<script>console.log('${WORDS.script}', document.title)</script>
`;

const FILES = {
  'articles/llm0.md': '# The series\n\nWhat it is.\n',
  'articles/llm1.md': '# One\n\nText.\n\n## Part\n\nMore.\n',
  [`articles/${WORDS.slug}.md`]: DRAFT,
  'articles/llm2.mdx': COMPILED,
  'articles/part.astro': PART,
  'articles/nlp0.md': `---\ndraft: true\nupcoming: [${WORDS.upcoming}]\n---\n# ${WORDS.index}\n`,
  [`articleimages/${WORDS.picture}.png`]: { width: 900, height: 600 },
  [`articleimages/${WORDS.imported}.png`]: { width: 9000, height: 6 },
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

let site: FixtureSite;

beforeAll(async () => {
  site = await FixtureSite.make('drafts', FILES);
  const { code, output } = await site.build({ SITE_URL: 'https://site.example' });
  expect(code, output).toBe(0);
});

/** A file as it is, and what is packed in it. */
function unpacked(path: string): string[] {
  const bytes = readFileSync(join(site.root, 'dist', path));
  const inside = (): Uint8Array[] => {
    if (/\.epub$|\.zip$/.test(path)) return Object.values(unzipSync(bytes));
    if (path.endsWith('.br')) return [brotliDecompressSync(bytes)];
    if (path.endsWith('.zst')) return [zstdDecompressSync(bytes)];
    return bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b])) ? [gunzipSync(bytes)] : [];
  };
  return [bytes, ...inside()].map((content) => Buffer.from(content).toString('utf8'));
}

test('nothing of a draft is in any file of a build, packed or not, nor in the name of one', () => {
  const names = site.files('dist');
  expect(names).toContain('llm1/index.html');
  const leaks = names.flatMap((name) =>
    [name, ...unpacked(name)].flatMap((content) =>
      Object.values(WORDS)
        .filter((word) => content.toLowerCase().includes(word.toLowerCase()))
        .map((word) => `${name}: ${word}`),
    ),
  );
  expect(leaks).toEqual([]);
  expect(names.filter((name) => /(^|\/)(llm2|nlp0?)\b/.test(name))).toEqual([]);
});

test('what is published does not tell that a draft links to it', () => {
  expect(site.read('dist/llm1/index.html')).not.toMatch(/mentioned/i);
});

test('the dev server shows drafts, with a mark', async () => {
  const server = site.start(['scripts/site.ts', 'dev']);
  try {
    const address = await new Promise<string>((done) => {
      let output = '';
      server.stdout?.on('data', (data: Buffer) => {
        output += data.toString();
        const [, local] = /Local\s+(http:\S+)/.exec(output) ?? [];
        if (local !== undefined) done(local);
      });
    });
    const page = async (slug: string) => (await fetch(new URL(`${slug}/`, address))).text();
    for (const [slug, words] of [
      [WORDS.slug, WORDS.text],
      ['llm2', WORDS.part],
    ] as const) {
      const html = await page(slug);
      expect(html).toContain(words);
      expect(html).toContain('Draft, not published');
    }
    expect(await page('llm1')).not.toContain('Draft, not published');
  } finally {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  }
});

test('the same words are in the build once they are published', async () => {
  for (const path of [`articles/${WORDS.slug}.md`, 'articles/llm2.mdx', 'articles/nlp0.md'])
    site.write(path, site.read(path).replace('draft: true\n', ''));
  const { code, output } = await site.build({ SITE_URL: 'https://site.example' });
  expect(code, output).toBe(0);
  const all = site
    .files('dist')
    .flatMap((name) => [name, ...unpacked(name)])
    .join('\n');
  expect(Object.values(WORDS).filter((word) => !all.includes(word))).toEqual([]);
});
