import type { Found, FrontMatter } from '../series/article.ts';
import { type Finding, type Place, START } from '../series/problem.ts';
import { readYaml } from './front-matter-yaml.ts';
import { placeAt } from './source-text.ts';
import type { Range } from './text-edits.ts';

/** Front matter as read from a file. */
export interface FrontMatterSource {
  readonly values: FrontMatter;
  readonly found: readonly Found[];
  /** Whether what was found leaves open what the title is. */
  readonly isTitleUnknown: boolean;
  /** The file's text with its front matter blanked, so that places in it stay true. */
  readonly body: string;
  readonly placeOf: (key: string) => Place;
  /** Where the value of a key stands in the file, with its quotes. */
  readonly rangeOf: (key: string) => Range | undefined;
  /** Where the text begins. */
  readonly end: number;
}

// What Astro takes for front matter: `frontmatterRE` in @astrojs/internal-helpers/frontmatter.
const FRONT_MATTER = /(?:^\uFEFF?|^\s*\n)(---|\+\+\+)([\s\S]*?\n)(?:---|\+\+\+)/;
const UNCLOSED = /^\s*---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+/;
/** A heading after an empty line: the text has begun, and a later `---` in it was taken for the end. */
const TEXT_INSIDE = /\n\s*\n#{1,6}[ \t]+\S/;

/** What of a text stands after its front matter. */
export function afterFrontMatter(text: string): string {
  return text.slice(FRONT_MATTER.exec(text)?.[0].length ?? 0);
}

export function readFrontMatterSource(text: string): FrontMatterSource {
  const match = FRONT_MATTER.exec(text);
  if (!match) return UNCLOSED.test(text) ? wrong(text, text, NO_END) : without(text);
  const [block, fence = '', yaml = ''] = match;
  const body = block.replace(/[^\r\n]/g, ' ') + text.slice(block.length);
  if (fence === '+++') return wrong(text, body, TOML);
  if (TEXT_INSIDE.test(yaml)) return wrong(text, text.replace(/^\s*---/, '   '), NO_END);

  const offset = block.indexOf(fence) + fence.length;
  const { values, found, offsetOf, rangeOf } = readYaml(yaml);
  const at = (inYaml: number) => placeAt(text, offset + inYaml);
  return {
    values,
    found: found.map(({ finding, offset: inYaml }) => ({ finding, place: at(inYaml) })),
    isTitleUnknown: found.some(({ about }) => about === undefined || about === 'title'),
    body,
    placeOf: (key) => at(offsetOf(key)),
    rangeOf: (key) => {
      const range = rangeOf(key);
      return range && { start: offset + range.start, end: offset + range.end };
    },
    end: block.length,
  };
}

function without(text: string): FrontMatterSource {
  return {
    values: {},
    found: [],
    isTitleUnknown: false,
    body: text,
    placeOf: () => START,
    rangeOf: () => undefined,
    end: 0,
  };
}

function wrong(text: string, body: string, finding: Finding): FrontMatterSource {
  const place = placeAt(text, text.search(/\S/));
  return { ...without(body), found: [{ finding, place }], isTitleUnknown: true };
}

const NO_END: Finding = {
  rule: 'front-matter-syntax',
  message: 'The front matter that begins here has no end before the text.',
  hint: 'Close it with a line `---` before the text; a line across the page is written `***`.',
};

const TOML: Finding = {
  rule: 'front-matter-syntax',
  message: 'Front matter between `+++` is not supported.',
  hint: 'Write it as YAML, one `key: value` a line, between two lines `---`.',
};
