import { describe, expect, test } from 'vitest';
import { mendReferences } from '../../../src/markdown/mending.ts';
import { projectOf } from '../../support/articles.ts';

const OTHERS = {
  'llm0.mdx': '# Index\n',
  'attention.md': '# Attention\n\n## The softmax\n\n## Layer 1\n\n## Layer 2\n',
  'moved.md': '---\naliases: [old-name]\n---\n# Moved\n',
  'hidden-draft.md': '---\ndraft: true\n---\n# D\n',
};
const PICTURES = [
  ...['Cat.png', 'sub/deep.svg', 'two words.png', '100%.png', 'fig1.png'],
  ...['a/twin.png', 'b/twin.png', 'near-one.png', 'near-two.png'],
];

function mended(source: string, name: 'llm1.md' | 'llm1.mdx' = 'llm1.md'): string {
  const project = projectOf({
    articles: { ...OTHERS, [name]: source },
    pictures: PICTURES,
    files: ['report.pdf', 'data/Weights.bin'],
  });
  const article = project.bySlug.get('llm1');
  return article ? mendReferences(source, article, project) : '';
}

describe('mends', () => {
  test.each([
    ['a picture in another case', '![a](../articleimages/cat.PNG "t")', '![a](../articleimages/Cat.png "t")'],
    ['a picture without its extension', '![a](../articleimages/Cat)', '![a](../articleimages/Cat.png)'],
    ['a picture in another folder', '![a](../articleimages/deep.svg)', '![a](../articleimages/sub/deep.svg)'],
    [
      'a picture with a slip',
      '![a](../articleimages/two%20wrds.png)',
      '![a](<../articleimages/two words.png>)',
    ],
    [
      'a picture whose name has a sign of addresses',
      '![a](../articleimages/100%25.PNG)',
      '![a](../articleimages/100%25.png)',
    ],
    ['an article in another case', '[a](./Attention#the-softmax)', '[a](./attention#the-softmax)'],
    [
      'an article with a slip',
      '[a]\n\n[a]: atention.md?q#the-sofmax',
      '[a]\n\n[a]: ./attention?q#the-softmax',
    ],
    ['an address that was left', '<a href="/old-name/">a</a>', '<a href="./moved">a</a>'],
    ['a part with another number of zeros', '[a](./llm00)', '[a](./llm0)'],
    ['an anchor typed as its heading', '[a](./attention#The%20softmax)', '[a](./attention#the-softmax)'],
    ['an anchor here', '# One\n\n[a](#One)', '# One\n\n[a](#one)'],
    ['a file with a slip', '[a](/reprot.pdf)', '[a](/report.pdf)'],
    ['a character that cannot be seen', '[a](./llm0\u200b)', '[a](./llm0)'],
    ['an address without its scheme', '[a](www.example.com/x)', '[a](https://www.example.com/x)'],
    [
      'the picture of an article',
      '---\nimage: ../articleimages/cat.png # why\n---\n# One',
      '---\nimage: ../articleimages/Cat.png # why\n---\n# One',
    ],
  ])('%s', (_, source, expected) => {
    expect(mended(source)).toBe(expected);
  });

  test('JSX', () => {
    expect(mended('<a href={"./Attention"}>a</a>\n', 'llm1.mdx')).toBe('<a href={"./attention"}>a</a>\n');
  });

  test('nothing but the address, whatever the line endings', () => {
    const text = (url: string) => `\uFEFF# One\r\n\r\n[a](${url}) \t\r\n\r\n* ./Attention\r\n`;
    expect(mended(text('./Attention'))).toBe(text('./attention'));
  });
});

describe('leaves as it is', () => {
  test.each([
    ['what is right', '[a](./llm0) ![b](../articleimages/Cat.png)'],
    ['a part that does not exist', '[a](./llm7)'],
    ['another number', '[a](./attention#layer-3) ![b](../articleimages/fig2.png) [c](./llm12)'],
    [
      'what may be one of two',
      '![a](../articleimages/twin.png) ![b](../articleimages/near-on.png)'.slice(0, 33),
    ],
    ['a slip that is near to two', '![b](../articleimages/near-tne.png)'],
    ['what is near to nothing', '[a](./something-else) ![b](../articleimages/nothing.png)'],
    ['a link to a draft, with a slip or not', '[a](./hidden-draft) [b](./hiden-draft)'],
    ['a fragment that would be lost', '[a](./atention#nothing-like-it) [b](./old-name#nothing-like-it)'],
    ['an unsafe scheme', '[a](javascript:x)'],
  ])('%s', (_, source) => {
    expect(mended(source)).toBe(source);
  });

  test('an article that cannot be parsed', () => {
    expect(mended('[a](./Attention) {', 'llm1.mdx')).toBe('[a](./Attention) {');
  });
});
