import { beforeEach, expect, test } from 'vitest';
import { articleProcessor } from '../../../src/integrations/article-processor.ts';
import type { ArticleFrame } from '../../../src/integrations/rendered-articles.ts';
import { frameOf } from '../../../src/markdown/article-frame.ts';
import { slugOf, surroundingsIn } from '../../../src/markdown/surroundings.ts';
import { projectOf } from '../../support/articles.ts';

const FILE = '/site/articles/llm1.mdx';
const SETTINGS = [{ syntaxHighlight: false, gfm: false, smartypants: false }, { optimize: false }] as const;
const surroundingsOf = surroundingsIn(projectOf({ articles: { 'llm0.md': '# Index\n' } }), {
  base: '/blog/',
  sourcesOf: () => [],
});

let order: string[] = [];
beforeEach(() => {
  order = [];
});

function processorFor(frames: Readonly<Record<string, ArticleFrame>>) {
  return articleProcessor({
    surroundingsOf: (file) => surroundingsOf(slugOf(file)),
    frameOf: (file) => Promise.resolve(frames[file]),
    pictured: () => {
      order.push('pictured');
      return Promise.resolve();
    },
  });
}

async function compiled(
  frames: Readonly<Record<string, ArticleFrame>>,
  content: string,
  frontmatter: Record<string, unknown> = {},
) {
  const renderer = await processorFor(frames).createMdxRenderer?.(...SETTINGS);
  return renderer?.process(content, FILE, frontmatter);
}

test('of an article that is taken apart, no more is compiled than its frame', async () => {
  const text = { type: 'text', value: 'Static.' } as const;
  const { frame } =
    frameOf(
      {
        type: 'root',
        children: [{ type: 'element', tagName: 'p', properties: {}, children: [text] }],
      },
      'llm1',
    ) ?? {};
  expect(frame).toBeDefined();
  const frontmatter = { lang: 'en' };
  const apart = { frame: frame ?? {}, titleHtml: 'A <em>title</em>', titleId: 'a-title' };
  const result = await compiled({ [FILE]: apart }, '# Other\n\nwords\n', frontmatter);
  expect(result?.code).toMatch(/_jsx\(\$Html, \{\s*article: "llm1",\s*gap: "0"/);
  expect(result?.code).toMatch(/titleId"?: "a-title"/);
  expect(result?.code).not.toMatch(/Static|words/);
  expect(order).toEqual([]);
});

test('all of any other file is compiled, once the copies of pictures are there', async () => {
  const result = await compiled({}, 'To [the index](./llm0).\n');
  expect(result?.code).toMatch(/href: "\/blog\/llm0\/"/);
  expect(order).toEqual(['pictured']);
});

test('Markdown that an article imports is rendered by the same plugins', async () => {
  const renderer = await processorFor({}).createRenderer(SETTINGS[0]);
  const { code } = await renderer.render('To [the index](./llm0), "here".\n', {
    fileURL: new URL('file:///site/articles/llm1.md'),
    frontmatter: {},
  });
  expect(code).toContain('<a href="/blog/llm0/"');
  expect(code).toContain('"here"');
});
