import { showcaseFiles } from './showcase.ts';
import type { FixtureSite } from './fixture-site.ts';

type Files = Parameters<typeof FixtureSite.make>[1];

/** What a book has to make something of: old elements, what plays, what is elsewhere, odd characters. */
const HARD = `# Hard for a *book* with \`code\`

<center>In the middle</center> <font color="red">red</font> <big>big</big> <tt>typed</tt> <strike>gone</strike>

<video src="/film.mp4" title="A film" controls></video>

![From public](/dot.svg)

## 3 steps & "more" of it

[A chapter](./showcase1#why-sqrtd_k), [its title](./showcase2#every-component-of-an-article),
[another series](./llm1#what-is-an-llm), [home](/), [a picture](../articleimages/field.png),
[here](#3-steps--more-of-it), [the web](https://example.org/?a=1&b=2).

<svg viewBox="0 0 10 10" width="10" height="10" role="img" aria-label="A dot"><circle cx="5" cy="5" r="4"/></svg>
`;

/** The project's own series and the showcase, of which Arabic and Japanese are parts here. */
export function bookFiles(): Files {
  const {
    'articles/arabic.md': arabic = '',
    'articles/japanese.md': japanese = '',
    ...files
  } = showcaseFiles();
  return {
    ...files,
    'articles/showcase3.md': arabic,
    'articles/showcase4.md': japanese,
    'articles/showcase5.md': HARD,
    'public/film.mp4': '',
    'public/dot.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle r="9" cx="10" cy="10"/></svg>',
  };
}
