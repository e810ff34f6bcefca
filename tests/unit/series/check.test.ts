import { describe, expect, test } from 'vitest';
import { isWarning, RULES, type RuleId } from '../../../src/series/problem.ts';
import { problemsOf, type ProjectFiles } from '../../support/articles.ts';

const index = { 'llm0.md': '# Index\n' };

describe('names', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a space',
      ['articles/my part.md'],
      [
        'articles/my part.md:1:1 article-name `my part` cannot become an address. Rename it to `my-part.md`: letters, digits, `-`, `_` and `.`.',
      ],
    ],
    [
      'nothing that an address can have',
      ['articles/#%.mdx'],
      [
        'articles/#%.mdx:1:1 article-name `#%` cannot become an address. Rename it to `article.mdx`: letters, digits, `-`, `_` and `.`.',
      ],
    ],
    [
      'another extension of Markdown',
      ['articles/llm2.markdown'],
      ['articles/llm2.markdown:1:1 article-name Articles end in `.md` or `.mdx`. Rename it to `llm2.md`.'],
    ],
    [
      'capitals in its extension',
      ['articles/llm2.MD'],
      ['articles/llm2.MD:1:1 article-name Articles end in `.md` or `.mdx`. Rename it to `llm2.md`.'],
    ],
    [
      'a folder',
      ['articles/old/llm2.md'],
      [
        'articles/old/llm2.md:1:1 nested-article Articles stand directly in `articles/`, not in a folder below it. Move it to `articles/llm2.md`.',
      ],
    ],
    [
      'MDX in capitals',
      ['articles/llm2.MDX'],
      ['articles/llm2.MDX:1:1 article-name Articles end in `.md` or `.mdx`. Rename it to `llm2.mdx`.'],
    ],
    ['a file that is no article', ['articles/LICENSE', 'articles/notes.txt', 'articles/old/a.png'], []],
  ])('tells %s', (_what, files, expected) => {
    expect(problemsOf({}, files)).toEqual(expected);
  });

  test.each(['404.md', 'index.mdx', '500.md', 'articleimages.md', '_astro.md', 'index.html.md'])(
    'tells that %s is reserved',
    (name) => {
      const slug = name.replace(/\.mdx?$/, '');
      expect(problemsOf({ articles: { [name]: '# Title\n' } })).toEqual([
        `articles/${name}:1:1 reserved-name \`/${slug}/\` is the address of a page of the site itself. Give the article another file name.`,
      ]);
    },
  );

  test.each(['atom.xml', 'rss.xml', 'feed.json', 'feed.css'])('keeps %s for a feed', (name) => {
    const articles = { [`${name}.md`]: '# Title\n' };
    expect(problemsOf({ articles })).toEqual([
      `articles/${name}.md:1:1 reserved-name \`/${name}/\` is the address of a page of the site itself. Give the article another file name.`,
    ]);
    expect(problemsOf({ files: [name] })).toEqual([
      `public/${name}:1:1 reserved-name \`/${name}\` is the address of a feed of the site itself. Give the file another name.`,
    ]);
  });

  test.each(['con.md', 'NUL.mdx', 'aux.b.md', 'lpt1.md'])('%s is the name of a device', (name) => {
    const slug = name.replace(/\.mdx?$/, '');
    expect(problemsOf({ articles: { [name]: '# T\n', 'com.md': '# T\n', 'console.md': '# T\n' } })).toContain(
      `articles/${name}:1:1 reserved-name \`${slug}\` is the name of a device on Windows, where no file can have it. Give the article another file name.`,
    );
  });

  test('are at most 150 bytes long', () => {
    const articles = { [`${'a'.repeat(150)}.md`]: '# T\n', [`${'あ'.repeat(51)}.md`]: '# T\n' };
    expect(problemsOf({ articles })).toEqual([
      `articles/${'あ'.repeat(51)}.md:1:1 article-name The name is too long for an address. Give it a name of at most 150 letters of English, or a third of that of others.`,
    ]);
  });

  test('keeps the place beside the index of a series for its feeds', () => {
    const files = ['llm0/rss.xml', 'llm0/other.xml', 'llm1/rss.xml'];
    expect(problemsOf({ articles: { 'llm0.md': '# Title\n' }, files })).toEqual([
      'public/llm0/rss.xml:1:1 reserved-name `/llm0/rss.xml` is the address of a feed of the site itself. Give the file another name.',
    ]);
  });

  test('tells an article in the way of a file in public/', () => {
    expect(problemsOf({ articles: { 'demo.md': '# Demo\n' }, files: ['demo/index.html'] })).toEqual([
      'articles/demo.md:1:1 reserved-name `/demo/` is the address of `public/demo/index.html`. Give the article another file name.',
    ]);
  });

  test.each([
    ['the same name', 'llm1.md', 'llm1.mdx', 'be served at `/llm1/`'],
    ['the same name outside a series', 'about.md', 'about.mdx', 'be served at `/about/`'],
    ['names that differ in capitals', 'about.md', 'About.md', 'be served at `/About/`'],
    ['the same number', 'llm01.md', 'llm1.md', 'be part 1'],
  ])('tells two articles with %s once', (_what, one, two, both) => {
    const problems = problemsOf({ articles: { ...index, [one]: '# One\n', [two]: '# Two\n' } });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`articles/${two}:1:1 duplicate-article This file and \`articles/${one}\``);
    expect(problems[0]).toContain(both);
  });

  test('tells a series without an index once, at its first part', () => {
    expect(problemsOf({ articles: { 'nlp10.md': '# Ten\n', 'nlp9.md': '# Nine\n', ...index } })).toEqual([
      "articles/nlp9.md:1:1 missing-index The series `nlp` of this part has no index. Create `articles/nlp0.mdx` with a title and a few words about the series; or, if it is no part of a series, let the file's name not end in a number.",
    ]);
  });
});

describe('headings', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'no title',
      'Text.\n',
      [
        '1:1 missing-title The article has no title. Start it with a line `# Title`, or write `title:` in the front matter.',
      ],
    ],
    [
      'no title, but a heading that is meant to be one',
      '## Meant `so`\n\n### Next\n',
      [
        '1:1 missing-title The article has no title. If `Meant so` is its title, write `# Meant `so``, and one `#` less before the other headings, too.',
      ],
    ],
    [
      'a skipped level with others beside it',
      '# T\n\n### A `b`\n\n### C\n',
      [
        '3:1 heading-level The heading `A b` skips from level 1 to level 3. Write `## A `b``, and the headings beside it likewise.',
      ],
    ],
    ['a title of white space', '#\n\nText.\n', ['1:1 empty-heading', '1:1 missing-title']],
    ['a title in the front matter', '---\ntitle: T\n---\nText.\n', []],
    ['a setext title', 'Title\n=====\n', []],
    [
      'a second title',
      '# One\n\n# Two\n',
      [
        '3:1 extra-title `Two` is a second first-level heading; an article has one, its title. Write `## Two`.',
      ],
    ],
    [
      'a skipped level',
      '# One\n\n### Deep\n',
      ['3:1 heading-level The heading `Deep` skips from level 1 to level 3. Write `## Deep`.'],
    ],
    [
      'a skipped level further down',
      '# One\n\n## Two\n\n#### Four\n',
      ['5:1 heading-level The heading `Four` skips from level 2 to level 4. Write `### Four`.'],
    ],
    [
      'a skipped level below a title in the front matter',
      '---\ntitle: T\n---\n### Deep\n',
      ['4:1 heading-level'],
    ],
    ['levels that go back up', '# 1\n\n## 2\n\n### 3\n\n## 2b\n\n### 3b\n', []],
    ['an empty heading of the first level', '# Intro\n\n## Setup\n\n#\n\nText.\n', ['5:1 empty-heading']],
    [
      'levels that skip in a row',
      '# Q\n\n### Deep\n\n##### Deeper\n',
      [
        '3:1 heading-level The heading `Deep` skips from level 1 to level 3. Write `## Deep`.',
        '5:1 heading-level The heading `Deeper` skips from level 3 to level 5. Write `### Deeper`.',
      ],
    ],
    [
      'an empty heading',
      '# One\n\n##\n\nText.\n',
      ['3:1 empty-heading The heading has no text. Write its text, or remove its `#` signs.'],
    ],
    ['a skipped level in a quote', '# One\n\n> #### Quoted\n', ['3:3 heading-level']],
    [
      'a skipped level in HTML',
      '# One\n\n<h4>Raw</h4>\n',
      ['3:1 heading-level The heading `Raw` skips from level 1 to level 4. Write `<h2>Raw</h2>`.'],
    ],
  ])('tells %s', (_what, text, expected) => {
    expectStarts(problemsOf({ articles: { 'page.md': text } }), expected);
  });
});

describe('pictures', () => {
  const pictures = ['cat.png'];
  test.each<[string, string, readonly string[]]>([
    [
      'no text',
      '![](../articleimages/cat.png)',
      [
        '3:1 picture-alt The picture has no alternative text. Say what `cat.png` shows, for those who cannot see it: `![what it shows](../articleimages/cat.png)`.',
      ],
    ],
    [
      'a placeholder',
      'x ![img](../articleimages/cat.png)',
      ["3:3 picture-alt The picture's alternative text is only `img`."],
    ],
    ['its own file name', '![cat.png](../articleimages/cat.png)', ['3:1 picture-alt']],
    ['a numbered placeholder', '![Figure 3.](../articleimages/cat.png)', ['3:1 picture-alt']],
    ['raw HTML without alt', '<img src="../articleimages/cat.png">', ['3:1 picture-alt']],
    ['a reference', '![Image][c]\n\n[c]: ../articleimages/cat.png', ['3:1 picture-alt']],
    ['a description', '![A cat asleep](../articleimages/cat.png)', []],
    ['a description that begins like a placeholder', '![Image of a cat](../articleimages/cat.png)', []],
  ])('tells an alternative text that is %s', (_what, body, expected) => {
    expectStarts(problemsOf({ articles: { 'page.md': `# T\n\n${body}\n` }, pictures }), expected);
  });

  test('tells a file that is no picture', () => {
    const problems = problemsOf({
      articles: { 'page.md': '# T\n\n![A cat](../articleimages/cat.png)\n' },
      unreadable: pictures,
    });
    expect(problems).toEqual([
      'articles/page.md:3:1 unreadable-picture `articleimages/cat.png` cannot be read as a picture. Save it again as PNG, JPEG, WebP, AVIF, GIF or SVG.',
    ]);
  });
});

describe('footnotes', () => {
  test.each<[string, string, readonly string[]]>([
    ['one that is there', 'A[^1]\n\n[^1]: B', []],
    [
      'one that is missing',
      'A[^1]',
      ['3:2 missing-footnote The footnote `[^1]` is not in this article. Add a line `[^1]: …`.'],
    ],
    [
      'a slip',
      'A[^nots] b[^note]\n\n[^note]: B',
      ['3:2 missing-footnote The footnote `[^nots]` is not in this article. Did you mean `[^note]`?'],
    ],
    [
      'a footnote that an address takes in',
      'See https://example.org/a.[^note]\n\n[^note]: y\n',
      [
        '3:27 missing-footnote `[^note]` is taken for a part of the address before it. Write the address as `[text](address)`, or a space after it.',
        '5:1 unused-footnote Nothing refers to the footnote `[^note]`, so it would not be shown. Put `[^note]` where it belongs in the text, or remove it.',
      ],
    ],
    [
      'one that nothing refers to',
      'A\n\n[^1]: B',
      [
        '5:1 unused-footnote Nothing refers to the footnote `[^1]`, so it would not be shown. Put `[^1]` where it belongs in the text, or remove it.',
      ],
    ],
    ['a pattern that is not one', 'Matches [^abc] and `[^1]` and \\[^2].', []],
    ['a label in other capitals', 'A[^Note]\n\n[^note]: B', []],
  ])('tells %s', (_what, body, expected) => {
    expectStarts(problemsOf({ articles: { 'page.md': `# T\n\n${body}\n` } }), expected);
  });
});

test.each<[string, string, readonly string[]]>([
  [
    'an address with a space',
    'A [b](./my page) c',
    [
      '3:3 malformed-link `[b](./my page)` is no link, since its address has a space. Write `[b](<./my page>)`.',
    ],
  ],
  ['a picture with a space', '![b](../articleimages/my pic.png)', ['3:1 malformed-link']],
  [
    'a reference that is not defined',
    '[this][nope] [that][noep]\n\n[nope]: #t',
    [
      '3:14 missing-definition `[that][noep]` refers to `[noep]`, which is not defined in this article. Did you mean `[nope]`?',
    ],
  ],
  [
    'one far from any',
    '![this][nope]',
    [
      '3:1 missing-definition `![this][nope]` refers to `[nope]`, which is not defined in this article. Add a line `[nope]: address`.',
    ],
  ],
  [
    'a file as browsers name downloads',
    '![A plot](../articleimages/pic (1).png)',
    [
      '3:1 malformed-link `![A plot](../articleimages/pic (1).png)` is no link, since its address has a space. Write `![A plot](<../articleimages/pic (1).png>)`.',
    ],
  ],
  [
    'a title without its quotes',
    '[x](./page the first part)',
    [
      '3:1 malformed-link `[x](./page the first part)` is no link, since its address has a space. Write `[x](./page "the first part")`.',
    ],
  ],
  [
    'a title in other quotes',
    '[x](./page “one”)',
    [
      '3:1 malformed-link `[x](./page “one”)` is no link, since its address has a space. Write `[x](./page "one")`.',
    ],
  ],
  [
    'a size',
    '![x](../a.png =500x300)',
    [
      '3:1 malformed-link `![x](../a.png =500x300)` is no link, since its address has a space. Write `![x](../a.png)`.',
    ],
  ],
  [
    'a space after the sign',
    '[x](# usage)',
    ['3:1 malformed-link `[x](# usage)` is no link, since its address has a space. Write `[x](#usage)`.'],
  ],
  ['an address that another link ends', '[x](https://example.com/my page)', ['3:1 malformed-link']],
  ['stress in the text of a link', '[**b**](./my page)', ['3:1 malformed-link']],
  [
    'a bracket that is not closed',
    'A [c](./page d',
    [
      '3:3 malformed-link `[c](./page d` is no link, since its bracket is not closed. Write `)` after the address.',
    ],
  ],
  [
    'a heading without its space',
    'A\n\n##Heading',
    ['5:1 heading-syntax `##Heading` is no heading, since there is no space after `##`. Write `## Heading`.'],
  ],
  [
    'a value without quotes',
    '<img src=../articleimages/x.png>',
    [
      '3:1 html-syntax `<img src=../articleimages/x.png>` is no tag, since the value has no quotes. Write `src="../articleimages/x.png"`.',
    ],
  ],
  [
    'a fence that is never closed',
    '~~~js\nlet a\n\nText [x](./nope)',
    [
      '3:1 unclosed-element The code block is never closed, and so takes in what follows. Write `~~~` on a line of its own',
    ],
  ],
  [
    'nothing of fences that are closed',
    '```\na\n```\n\n~~~~ js\n~~~\n~~~~\n\n> ```\n> a\n> ```\n\n- ```\n  a\n  ```\n\nText\n\n      indented',
    [],
  ],
  [
    'nothing of mathematics',
    '*A*[i][j] **W**[i][j] `A`[i][j] λ[i][j] A₁[i][j] W[i](x + b) g[k](x, y) [0, 1](0.5 of it) [A-Z][a-z]+ #1 of all',
    [],
  ],
  ['nothing of citations', '[Knuth 1984][Lamport 1986] [a](b c)', []],
  ['nothing of a label that has footnotes beside it', 'A[^1] [^x] [^0]\n\n[^1]: B', []],
  ['nothing of code in a script', '<script>if (a<b) document.write("<foo>")</script>', []],
  [
    'nothing of a picture in a heading',
    '## ![A cat](../articleimages/cat.png)\n\n<h2><img src="../articleimages/cat.png" alt="A cat"></h2>',
    [],
  ],
  ['nothing of a name beside a heading', '<a name="install"></a>\n\n## Install', []],
  ['nothing of a heading about a date', '## date: how we parse dates', []],
  [
    'nothing of indexes, citations and escapes',
    'a[i][j] and [1][2] and \\[a][b] and `[a][b]` and f(x)[y][zz]',
    [],
  ],
  [
    'a label defined twice',
    '[a][r]\n\n[r]: #t\n\n[r]: /\n\n[R]: #t',
    ['7:1 duplicate-definition `[r]` is defined further up already, so this is not used.'],
  ],
  [
    'a footnote defined twice',
    'A[^1]\n\n[^1]: B\n\n[^1]: C',
    ['7:1 duplicate-definition `[^1]` is defined further up'],
  ],
  ['no pattern beside footnotes', 'A[^1] [^a-z] [^0-9]+\n\n[^1]: B', []],
  [
    'front matter in the text',
    'title: X\ndraft: true\n---',
    ['3:1 front-matter-syntax This front matter would be shown as a heading.'],
  ],
])('tells %s', (_what, body, expected) => {
  expectStarts(problemsOf({ articles: { 'page.md': `# T\n\n${body}\n` }, pictures: ['cat.png'] }), expected);
});

describe('front matter and text together', () => {
  test.each<[string, string, readonly string[]]>([
    ['a title that opens the text stands for the heading', '---\ntitle: T\n---\n\n# Other\n', []],
    [
      'a heading further down is a second title',
      '---\ntitle: T\n---\n\nIntro.\n\n# Only `section`\n',
      [
        '7:1 extra-title The front matter has a title, so `Only section` is a second one. Write `## Only `section``.',
      ],
    ],
    [
      'a heading of HTML further down is a second title',
      '---\ntitle: T\n---\n\nIntro.\n\n<h1>Raw</h1>\n',
      ['7:1 extra-title The front matter has a title, so `Raw` is a second one. Write `## Raw`.'],
    ],
    ['a broken title is told once', '---\ntitle: 42\n---\n\nText.\n', ['2:8 front-matter-value']],
    ['a misspelt title is told once', '---\ntitel: T\n---\n\nText.\n', ['2:1 front-matter-key']],
    ['YAML that is none is told once', '---\ntitle: a: b\n---\n\nText.\n', ['2:8 front-matter-syntax']],
    [
      'another mistake does not hide a missing title',
      '---\ndate: x\n---\n\nText.\n',
      ['1:1 missing-title', '2:7 front-matter-value'],
    ],
    ['a title with a sign of YAML', '---\ntitle: *important*\n---\n\nText.\n', ['2:8 front-matter-syntax']],
    ['a title with a tag', '---\ntitle: !important thing\n---\n\nText.\n', ['2:8 front-matter-syntax']],
    [
      'an anchor that refers to itself',
      '---\nupcoming: &a [*a]\n---\n\nText.\n',
      ['2:14 front-matter-syntax'],
    ],
    [
      'no end before a rule in the text',
      '---\ntitle: Foo\n\n## Heading\n\nSome text: here.\n\n---\n\nRest\n',
      ['1:1 front-matter-syntax The front matter that begins here has no end before the text. Close it'],
    ],
    [
      'plans outside an index',
      '---\nupcoming: [A]\n---\n\n# T\n',
      ['2:11 front-matter-key `upcoming` belongs to the index of a series only.'],
    ],
  ])('%s', (_what, text, expected) => {
    expectStarts(problemsOf({ articles: { 'page.md': text } }), expected);
  });
});

test.each<[string, readonly string[]]>([
  ['Written on Agust 21, 2024', ['3:1 written-date `Agust 21, 2024` cannot be read as a day.']],
  ['Written on 21/08/2024', ['3:1 written-date']],
  ['Written on a rainy day', []],
  ['Written on papyrus around 1200 BC, this text is old', []],
])('reads %j', (line, expected) => {
  expectStarts(problemsOf({ articles: { 'page.md': `# T\n\n*${line}*\n` } }), expected);
});

test('tells a part whose series is written with other capitals', () => {
  expect(problemsOf({ articles: { ...index, 'LLM2.md': '# Two\n' } })).toEqual([
    'articles/LLM2.md:1:1 missing-index The series `LLM` of this part has no index. If it belongs to the series `llm`, write its name with the same capitals.',
  ]);
});

test('tells a part whose index is a draft', () => {
  const articles = { 'nlp0.md': '---\ndraft: true\n---\n# N\n', 'nlp1.md': '# One\n' };
  expect(problemsOf({ articles })).toEqual([
    "articles/nlp1.md:1:1 missing-index The index of this part's series, `articles/nlp0.md`, is a draft, so nothing would lead here. Publish the index too (remove its `draft: true`), or make this part a draft.",
  ]);
  const drafts = { ...articles, 'nlp1.md': '---\ndraft: true\n---\n# One\n' };
  expect(problemsOf({ articles: drafts })).toEqual([]);
});

test('follows a heading of raw HTML over several pieces', () => {
  const text =
    '<h1 align="center">\n\nThe *title*\n\n</h1>\n\n<h2>\n\nNext `one`\n\n</h2>\n\n[a](#next-one) [b](#the-title)\n';
  expect(problemsOf({ articles: { 'page.md': text } })).toEqual([]);
});

describe('HTML in Markdown', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a name that HTML does not have',
      'A Vec<T> here.',
      [
        '3:6 unknown-element `<T>` is no element of HTML, and would not be shown. Remove it; or, if it is text, put it between backticks. A component needs an `.mdx` file.',
      ],
    ],
    ['a component', '<Listing a="b">\n\nText.\n\n</Listing>', ['3:1 unknown-element']],
    ['an element of the document', 'Use <title> here.', ['3:5 unknown-element']],
    [
      'an element that is never closed',
      '<details>\n<summary>More</summary>\n\nText.',
      [
        '3:1 unclosed-element `<details>` is never closed, and so takes in what follows. Write `</details>` where it ends; or, if it is text, put it between backticks.',
      ],
    ],
    ['one that is closed by another', 'A <b><i>x</b> y', ['3:6 unclosed-element']],
    ['one in a quote', '> Quoted\n>\n> <p>x</p>\n> <div>\n> y', ['6:3 unclosed-element']],
    [
      'a comment that is never closed',
      'A\n\n<!-- hidden\n\nB',
      [
        '5:1 unclosed-element The comment is never closed, and so hides the rest of the article. Write `-->` where it ends.',
      ],
    ],
    [
      'nothing of what is right',
      'So <b>x</b> <br> <br/> x<sup>2</sup> <my-element></my-element> <P>x</P> <!-- a --> `<T>` \\<T> <https://example.org> </b>',
      [],
    ],
    [
      'nothing of a drawing',
      '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><circle r="1"/></g></svg> <math><mi>x</mi></math>',
      [],
    ],
    ['an open element in a drawing', '<svg><g></svg>', ['3:6 unclosed-element']],
  ])('tells %s', (_what, body, expected) => {
    expectStarts(
      problemsOf({ articles: { 'page.md': `# T\n\n${body}\n` }, pictures: ['cat.png'] }),
      expected,
    );
  });
});

test.each<[string, readonly string[]]>([
  ['[](#t)', ['3:1 link-text The link has no text, so nobody sees it. Write its text between `[` and `]`.']],
  ['[ ](#t "Title")', ['3:1 link-text']],
  ['[![A cat](../articleimages/cat.png)](#t) [`x`](#t) [**x**](#t)', []],
])('tells a link without a text: %s', (body, expected) => {
  expectStarts(problemsOf({ articles: { 'page.md': `# T\n\n${body}\n` }, pictures: ['cat.png'] }), expected);
});

describe('MDX', () => {
  const mdx = (body: string, more: ProjectFiles = {}) =>
    problemsOf({ articles: { 'page.mdx': `# T\n\n${body}\n` }, ...more });

  test.each<[string, string, readonly string[]]>([
    ['a fixed address in a template', '<a href={`./nope`}>x</a>', ['3:1 missing-article']],
    [
      'an unknown component',
      '<Calout />',
      ['3:1 unknown-component There is no component `<Calout>`. Did you mean `<Callout>`?'],
    ],
    [
      'one far from any',
      'Text <Zzz>x</Zzz>',
      [
        '3:6 unknown-component There is no component `<Zzz>`. Import it, or put it between backticks if it is not meant as one.',
      ],
    ],
    ['one in an expression', '{true && <Zzz />}', ['3:10 unknown-component']],
    [
      'a part of one in an expression',
      '{<Zzz.Part.Of />}',
      ['3:2 unknown-component There is no component `<Zzz.Part.Of>`.'],
    ],
    ['one that is given', '<Callout>x</Callout>', []],
    ['one that is imported', "import Zzz from './zzz.astro'\n\n<Zzz /> <Zzz.Part />", []],
    ['one that is defined', 'export const Zzz = () => <b>x</b>\n\n<Zzz />', []],
    [
      'an unknown name',
      'The size {d_model}.',
      [
        '3:11 unknown-name The expression uses `d_model`, which is not defined in this article. If it is text, write a backslash before the brace: `\\{d_model}`, or put it between backticks.',
      ],
    ],
    ['an unknown name in an attribute', '<b title={nope}>x</b>', ['3:11 unknown-name']],
    ['names that are given', '{props.x} {frontmatter.title} {Math.max(1, 2)} {[1].map((n) => n)}', []],
    ['a name that is defined', 'export const size = 512\n\n{size * 2} {`${size}`} {{ size }.size}', []],
    [
      'functions and patterns',
      'export function f({ a, ...rest }, [b] = []) { return a + b + rest }\n\n{f({ a: 1 })}',
      [],
    ],
    [
      'an import of a missing file',
      "import Zzz from './nope.astro'\n\n<Zzz />",
      [
        '3:17 missing-import `./nope.astro` leads to no file. An import is relative to `articles/`, with the extension of the file.',
      ],
    ],
    [
      'an import of a missing package',
      "import { thing } from 'nope'\n\n{thing}",
      [
        '3:23 missing-import `nope` leads to no file. Install the package, or write the path of a file, which begins with `./` or `../`.',
      ],
    ],
    ['an export from a missing file', "export { thing } from './nope.js'", ['3:23 missing-import']],
    [
      'a name in a style',
      '<b style={{ color: accent }}>x</b>',
      ['3:20 unknown-name The expression uses `accent`'],
    ],
    ['a name in a function', '{[1].map((n) => item)}', ['3:17 unknown-name']],
    ['a name that another is made of', 'export const q = undef', ['3:18 unknown-name']],
    ['a default that is not defined', 'export const f = ({ a = nope }) => a', ['3:25 unknown-name']],
    [
      'classes, labels and meta properties',
      'export class C { size = 1; [Symbol.iterator]() { return new.target } }\n\nexport function g() { try { outer: for (;;) break outer } catch (error) { return error } return import.meta.env }',
      [],
    ],
    ['names that Astro gives', '{getHeadings().length} {file} {url} <Fragment>x</Fragment>', []],
    [
      'an export that Astro has',
      'export const frontmatter = {}',
      ['3:14 duplicate-export `frontmatter` is exported already, for every article. Give it another name.'],
    ],
    [
      'two exports of a name',
      'export const a = 1\n\nText.\n\nexport function a() {}',
      ['7:17 duplicate-export `a` is exported already, further up.'],
    ],
    ['a second title in an expression', '{<h1>Two</h1>}', ['3:2 extra-title']],
    [
      'an alternative text that is computed',
      "export const t = 'A cat'\n\n<img src='../articleimages/cat.png' alt={t} /> <img src='../articleimages/cat.png' {...{ alt: t }} />",
      [],
    ],
    ['an import from a package', "import { thing } from 'some-package'\n\n{thing}", []],
    [
      'an expression that is never closed, though later ones are',
      'a {1} b {c\n\nd {2} e',
      ['3:11 mdx-syntax Unexpected end of file in the expression that begins at 3:9, expected'],
    ],
    [
      'MDX that does not parse',
      '{d_model',
      [
        '4:1 mdx-syntax Unexpected end of file in the expression that begins at 3:1, expected a corresponding closing brace for `{`. A `{` opens an expression',
      ],
    ],
  ])('tells %s', (_what, body, expected) => {
    expectStarts(
      mdx(body, {
        components: new Map([
          ['Callout', undefined],
          ['Fragment', undefined],
        ]),
        pictures: ['cat.png'],
        modules: ['./zzz.astro', 'some-package'],
      }),
      expected,
      'page.mdx',
    );
  });
});

test.each<[string, readonly string[]]>([
  ['<Tabs><Tab title="a">b</Tab></Tabs>', []],
  ['<Details title="a" open>b</Details>', []],
  ['<Details {...{ title: "a" }}>b</Details>', []],
  ['<Fragment slot="a">b</Fragment>', []],
  ['export const t = "a"\n\n<Tab title={t}>b</Tab>', []],
  ["import Tab from './tab.astro'\n\n<Tab titel='a'>b</Tab>", []],
  ['<Tba title="a">b</Tba>', ['3:1 unknown-component There is no component `<Tba>`. Did you mean `<Tab>`?']],
  ['<Tabz>b</Tabz>', ['3:1 unknown-component There is no component `<Tabz>`. Did you mean `<Tab>`?']],
  ['A <Tab titel="a">b</Tab>', ['3:8 component-prop `<Tab>` has no `titel`. Did you mean `title`?']],
  ['<Tab>b</Tab>', ['3:1 component-prop `<Tab>` needs a `title`. Write `<Tab title="…">`.']],
  ['<Tab title=" ">b</Tab>', ['3:1 component-prop `<Tab>` needs a `title`.']],
  ['<Tab title>b</Tab>', ['3:1 component-prop `<Tab>` needs a `title`.']],
  [
    '<Steps numbered>\n1. a\n</Steps>',
    ['3:8 component-prop `<Steps>` has no `numbered`. Remove it; this component has nothing to set.'],
  ],
  [
    '<Details title="a" colour="red">b</Details>',
    ['3:20 component-prop `<Details>` has no `colour`. Remove it; this component has `title` and `open`.'],
  ],
  [
    '{[1].map(() => <Details titel="a" />)}',
    ['3:25 component-prop `<Details>` has no `titel`. Did you mean `title`?'],
  ],
])('tells what is wrong with the props of %j', (body, expected) => {
  const articles = { 'page.mdx': `# T\n\n${body}\n` };
  expectStarts(problemsOf({ articles, modules: ['./tab.astro'] }), expected, 'page.mdx');
});

describe.each(['page.md', 'page.mdx'])('captions in %s', (file) => {
  const figure = '![A cat](../articleimages/cat.png "Sits.")';
  test.each<[string, string, readonly string[]]>([
    [
      'figures and tables',
      `${figure}\n\n${figure}\n\nTable: A.\n\n| a |\n| - |\n\n[a](#figure-2) [b](#table-1)`,
      [],
    ],
    ['a reference', '![A cat][r]\n\n[a](#figure-1)\n\n[r]: ../articleimages/cat.png "Sits."', []],
    [
      'a picture of HTML',
      '<img src="../articleimages/cat.png" alt="A cat" title="Sits." />\n\n[a](#figure-1)',
      [],
    ],
    ['a figure in a list', `- ${figure}\n\n[a](#figure-1)`, []],
    ['one that is not there', `${figure}\n\n[a](#figure-2)`, ['5:1 missing-fragment']],
    ['a picture in a line', `See ${figure}\n\n[a](#figure-1)`, ['5:1 missing-fragment']],
    [
      'a heading of that name',
      `${figure}\n\n## Figure 1`,
      ['5:1 duplicate-id The id `figure-1` stands twice'],
    ],
  ])('are known to the check: %s', (_what, body, expected) => {
    expectStarts(
      problemsOf({ articles: { [file]: `# T\n\n${body}\n` }, pictures: ['cat.png'] }),
      expected,
      file,
    );
  });
});

test.each(['page.md', 'page.mdx'])('finds what is wrong in a definition list of %s', (file) => {
  const body = 'Term[^1]\n: see [a](./nope)\n\n    ![](../articleimages/cat.png)';
  expectStarts(
    problemsOf({ articles: { [file]: `# T\n\n${body}\n` }, pictures: ['cat.png'] }),
    ['3:5 missing-footnote', '4:7 missing-article', '6:5 picture-alt'],
    file,
  );
});

test('tells nothing but that a file is empty, or not UTF-8, or cannot be parsed', () => {
  const articles = {
    'a.md': '',
    'b.md': ' \n\t\n',
    'c.md': '\uFEFF',
    'd.md': new Uint8Array([0x23, 0x20, 0xe4, 0x0a]),
    'e.mdx': 'No title\n\n<b>\n',
  };
  expect(problemsOf({ articles })).toEqual([
    'articles/a.md:1:1 empty-article The file is empty. Write the article, or remove the file.',
    'articles/b.md:1:1 empty-article The file is empty. Write the article, or remove the file.',
    'articles/c.md:1:1 empty-article The file is empty. Write the article, or remove the file.',
    'articles/d.md:1:3 encoding From here on the file is not UTF-8. Save it again with the encoding UTF-8.',
    'articles/e.mdx:3:1 mdx-syntax Expected a closing tag for `<b>` (3:1-3:4). Close the tag: `<br />`, or `<b>…</b>`.',
  ]);
});

test('orders problems by file and place, parts by number', () => {
  const wrong = '# T\n\n[a](./nope1) [b](./nope2)\n\n[c](./nope3)\n';
  const problems = problemsOf({ articles: { ...index, 'llm10.md': wrong, 'llm9.md': wrong } });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'articles/llm9.md:3:1',
    'articles/llm9.md:3:14',
    'articles/llm9.md:5:1',
    'articles/llm10.md:3:1',
    'articles/llm10.md:3:14',
    'articles/llm10.md:5:1',
  ]);
});

test('fails for every rule but that of alternative texts', () => {
  const warnings = (Object.keys(RULES) as RuleId[]).filter((rule) =>
    isWarning({ rule, message: '', hint: '' }),
  );
  expect(warnings).toEqual(['picture-alt']);
});

/** Compares problems with how they begin, after their file's name. */
function expectStarts(problems: readonly string[], expected: readonly string[], name = 'page.md'): void {
  const cut = problems.map((problem, index) =>
    problem.slice(0, `articles/${name}:${expected[index] ?? ''}`.length),
  );
  expect(expected.length === problems.length ? cut : problems).toEqual(
    expected.map((start) => `articles/${name}:${start}`),
  );
}

describe('aliases', () => {
  const alias = (...names: readonly string[]) => `---\naliases: [${names.join(', ')}]\n---\n\n# A\n`;

  test.each<[string, ProjectFiles, readonly string[]]>([
    ['an old address', { articles: { 'a.md': alias('old', '/posts/old/') } }, []],
    [
      'the address of another article',
      { articles: { 'a.md': alias('B'), 'b.md': '# B\n' } },
      [
        'articles/a.md:2:10 alias-taken `B` is the address of `articles/b.md`. An alias is an address that nothing else has. Take it away, or correct it.',
      ],
    ],
    [
      'its own address',
      { articles: { 'a.md': alias('a') } },
      [
        'articles/a.md:2:10 alias-taken `a` is the address of `articles/a.md`. An alias is an address that nothing else has. Take it away, or correct it.',
      ],
    ],
    [
      'one that another article has, too',
      { articles: { 'a.md': alias('old'), 'b.md': alias('Old') } },
      [
        'articles/b.md:2:10 alias-taken `Old` is an alias of `articles/a.md` already. An alias is an address that nothing else has. Take it away, or correct it.',
      ],
    ],
    [
      'that of a file',
      { articles: { 'a.md': alias('x.pdf') }, files: ['x.pdf'] },
      [
        'articles/a.md:2:10 alias-taken `x.pdf` is the address of `public/x.pdf`. An alias is an address that nothing else has. Take it away, or correct it.',
      ],
    ],
    [
      'one of the site',
      { articles: { 'a.md': alias('_astro/x') } },
      [
        'articles/a.md:2:10 alias-taken `_astro/x` is an address of the site itself. An alias is an address that nothing else has. Take it away, or correct it.',
      ],
    ],
    [
      'what cannot be one',
      { articles: { 'a.md': alias('"../x"') } },
      [
        'articles/a.md:2:11 front-matter-value `aliases.0` is `../x`; it must be an address below the site, of letters, digits, `-`, `_`, `.` and `/`. Write it as `aliases: [llm2]`.',
      ],
    ],
    [
      'a link to one',
      { articles: { 'a.md': alias('old'), 'b.md': '# B\n\n[x](./old#a)\n' } },
      [
        'articles/b.md:3:1 missing-article `./old#a` leads to an address that `articles/a.md` has left. Write `./a#a`.',
      ],
    ],
  ])('%s', (_what, files, expected) => {
    expect(problemsOf(files)).toEqual(expected);
  });
});
