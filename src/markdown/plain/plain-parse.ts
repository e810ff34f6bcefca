import type { Nodes, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import type { ArticleName } from '../../series/article-name.ts';
import { JAVASCRIPT, mayHoldJavaScript } from '../may-need-javascript.ts';
import { rangeOf } from '../source-text.ts';
import { applyEdits, type Range, type TextEdit } from '../text-edits.ts';
import { walk } from '../walk.ts';
import { completed } from './completed.ts';
import { javascriptApart } from './javascript-apart.ts';
import { isPlainNode } from './plain-node.ts';

/** Ends of lines of other systems, a line that could describe a term, and one that begins deep in other things. */
const NOT_PLAIN = /[\r\0]|^(?:[^\S\n]|[>*+\-\d.)])*:(?:\s|$)|^(?:[ \t]*(?:[>*+-]|\d+[.)])){20}/m;

/**
 * What both parsers may read otherwise where it stands outside of code and of addresses: signs of formulas and of
 * code that are not used up; two kinds of emphasis in a row, two signs of which one is escaped, or one beside what is
 * neither a letter nor a usual sign; a backslash or a bracket at the end of a line; the box of a task; an address of
 * mail; and space behind an element.
 */
const NOT_PLAIN_PROSE = [
  /[$`]|\*_|_\*|\\[*_~]{2}|\\\n|@|\[(?:[ \t]*\n|[ \tx]\])|>[ \t]+(?:\n|$)/i,
  /[*_~][^\0-\x7F\p{L}\p{N}“”‘’–—…«»]|[^\0-\x7F\p{L}\p{N}“”‘’–—…«»][*_~]/u,
];

/** Stands for what is no prose, so that what is around it does not come together. */
const WORD = 'word';

/**
 * The tree of a text that Sätteri, the parser in Rust that Astro brings, reads just as micromark does with the syntax
 * of articles, in a tenth of the time; and nothing for every other text. It reads no formulas and no lists of
 * definitions as articles have them, so a text with their signs is not plain, nor is one whose JavaScript cannot be
 * read apart from it.
 * `plain-parse.property.test.ts` compares the trees of both.
 */
export function plainParse(body: string, format: ArticleName['format']): Root | undefined {
  if (NOT_PLAIN.test(body)) return undefined;
  try {
    if (format === 'md') return readPlain(body, markdownToMdast);
    if (!mayRunJavaScript(body)) return readPlain(body, mdxToMdast);
    const { body: text, restore } = javascriptApart(body);
    const tree = mayRunJavaScript(text) ? undefined : readPlain(text, mdxToMdast);
    return tree && restore(tree) ? tree : undefined;
  } catch {
    // What is wrong with it, the other parser says.
    return undefined;
  }
}

function readPlain(body: string, parse: typeof mdxToMdast): Root | undefined {
  const tree = parse(body, { features: { frontmatter: false } }) as Root;
  return isPlain(tree, body) ? tree : undefined;
}

/** Sätteri reads JavaScript, too, but where much of it is nested, the whole process ends. */
function mayRunJavaScript(body: string): boolean {
  return JAVASCRIPT.test(body) && mayHoldJavaScript(body);
}

function isPlain(tree: Root, body: string): boolean {
  const read: TextEdit[] = [];
  const types = new Set<string>();
  let areNodes = true;
  walk(tree, (node) => {
    areNodes &&= isPlainNode(node, body) && completed(node, body);
    const range = areNodes && readAlike(node);
    if (range) read.push({ ...range, text: WORD });
    types.add(node.type);
    return undefined;
  });
  // One that stands in an element, Sätteri puts before it.
  if (!areNodes || (types.has('definition') && types.has('mdxJsxFlowElement'))) return false;
  const prose = applyEdits(body, read);
  return !NOT_PLAIN_PROSE.some((sign) => sign.test(prose));
}

/** What of a node is no prose. */
function readAlike(node: Nodes): Range | undefined {
  switch (node.type) {
    case 'code':
    case 'inlineCode':
    case 'thematicBreak':
      return rangeOf(node);
    case 'link':
    case 'image':
      return node.data?.destination;
    case 'listItem':
      return typeof node.checked === 'boolean'
        ? { start: rangeOf(node).start, end: rangeOf(node.children[0] ?? node).start }
        : undefined;
    default:
      return undefined;
  }
}
