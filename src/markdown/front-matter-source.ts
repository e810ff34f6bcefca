import type { Found, FrontMatter } from '../series/article.ts';
import { type Finding, type Place, START } from '../series/problem.ts';
import { type FrontMatterBlock, frontMatterBlock } from './front-matter-block.ts';
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

export function readFrontMatterSource(text: string): FrontMatterSource {
  const block = frontMatterBlock(text);
  switch (block.kind) {
    case 'none':
      return without(text);
    case 'no-end':
      return wrong(text, block.body, NO_END);
    case 'toml':
      return wrong(text, block.body, TOML);
    case 'yaml':
      return read(text, block);
  }
}

function read(
  text: string,
  { yaml, body, start, end }: FrontMatterBlock & { kind: 'yaml' },
): FrontMatterSource {
  const { values, found, offsetOf, rangeOf } = readYaml(yaml);
  const at = (inYaml: number) => placeAt(text, start + inYaml);
  return {
    values,
    found: found.map(({ finding, offset }) => ({ finding, place: at(offset) })),
    isTitleUnknown: found.some(({ about }) => about === undefined || about === 'title'),
    body,
    placeOf: (key) => at(offsetOf(key)),
    rangeOf: (key) => {
      const range = rangeOf(key);
      return range && { start: start + range.start, end: start + range.end };
    },
    end,
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
