import type { Found, Mention } from '../series/article.ts';
import type { MdxNames } from './mdx-names.ts';

/** Names that MDX, Astro and JavaScript give to every expression. */
const GIVEN: ReadonlySet<string> = new Set([
  'arguments',
  'Astro',
  'Content',
  'file',
  'frontmatter',
  'getHeadings',
  'props',
  'undefined',
  'url',
]);

/** Names that Astro itself exports for every article. */
const RESERVED: ReadonlySet<string> = new Set(['Content', 'file', 'frontmatter', 'getHeadings', 'url']);

/** What is wrong with the names in an article's JavaScript, and would end its rendering. */
export function mdxFindings(names: MdxNames): Found[] {
  return [...unknownNames(names), ...clashingExports(names)];
}

/** Of some mentions, those whose name, up to its first dot, the article does not define itself. */
export function notDefined<Of extends Mention>({ defined }: MdxNames, mentions: readonly Of[]): Of[] {
  const known = new Set(defined);
  return mentions.filter(({ name }) => !known.has(name.replace(/\..*$/s, '')));
}

function unknownNames(names: MdxNames): Found[] {
  return notDefined(names, names.used)
    .filter(({ name }) => !GIVEN.has(name) && !(name in globalThis))
    .map(({ name, place }) => ({
      place,
      finding: {
        rule: 'unknown-name',
        message: `The expression uses \`${name}\`, which is not defined in this article.`,
        hint: `If it is text, write a backslash before the brace: \`\\{${name}}\`, or put it between backticks.`,
      },
    }));
}

function clashingExports({ exported }: MdxNames): Found[] {
  const seen = new Set(RESERVED);
  return exported.flatMap(({ name, place }): Found[] => {
    const isTaken = seen.has(name);
    seen.add(name);
    if (!isTaken) return [];
    const message = `\`${name}\` is exported already, ${RESERVED.has(name) ? 'for every article' : 'further up'}.`;
    return [{ place, finding: { rule: 'duplicate-export', message, hint: 'Give it another name.' } }];
  });
}
