import type { Root, RootContent } from 'mdast';
import type { MdxJsxAttributeValueExpression } from 'mdast-util-mdx';
import { micromarkParse } from '../micromark-parse.ts';
import { placeAt } from '../source-text.ts';
import { walk } from '../walk.ts';

/** A text without its JavaScript, with all else in its place. */
export interface WithoutJavaScript {
  readonly body: string;
  /** Puts it into the tree of that text. False where it does not stand where it seemed to. */
  readonly restore: (tree: Root) => boolean;
}

/** Imports in the first lines, one a line, with an empty line behind them. */
const IMPORTS = /^(?:[ \t]*\n)*(?:import [\w$*{}, \t]+ from (?:"[^"\\\n]*"|'[^'\\\n]*');?\n)+(?=[ \t]*\n)/;

/** A value that is computed, of one line, in which nothing could be taken for its end, or for that of a cell. */
const COMPUTED = /(?<=\s[\w.:-]+)=\{[^{}|"'`\\/\n]+\}/g;

/**
 * Takes the usual JavaScript of articles out of a text, for a parser that must not be given any: imports in its first
 * lines, and simple values of attributes. Each is read by itself, and has the places that it has in the text.
 */
export function javascriptApart(body: string): WithoutJavaScript {
  const [head = ''] = IMPORTS.exec(body) ?? [];
  const values = new Map<number, string>();
  const rest = body.slice(head.length).replace(COMPUTED, (value, index: number) => {
    values.set(head.length + index, value);
    return `="${'x'.repeat(value.length - '={}'.length)}"`;
  });
  return {
    body: spaces(head) + rest,
    restore: (tree) => {
      const left = new Map(values);
      const read = new Map<string, MdxJsxAttributeValueExpression>();
      walk(tree, (node) => {
        if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
        for (const attribute of node.attributes) {
          if (attribute.type !== 'mdxJsxAttribute') continue;
          const at = (attribute.position?.start.offset ?? 0) + attribute.name.length;
          const value = left.get(at);
          if (value === undefined || !left.delete(at)) continue;
          const known = read.get(value) ?? valueOf(value);
          read.set(value, known);
          attribute.value = valueAt(body, at, known);
        }
        return undefined;
      });
      if (head !== '') tree.children.unshift(...importsOf(head));
      return left.size === 0;
    },
  };
}

function importsOf(head: string): readonly RootContent[] {
  return micromarkParse(head, 'mdx').children;
}

const OPENING = '<A a';

/** A value as it is read behind `OPENING`. */
function valueOf(value: string): MdxJsxAttributeValueExpression {
  const [element] = micromarkParse(`${OPENING}${value}/>`, 'mdx').children;
  const [attribute] = element?.type === 'mdxJsxFlowElement' ? element.attributes : [];
  if (typeof attribute?.value !== 'object' || attribute.value === null) throw new Error('It is no value.');
  return attribute.value;
}

function valueAt(body: string, at: number, value: MdxJsxAttributeValueExpression): typeof value {
  const { line, column } = placeAt(body, at);
  const by = { offset: at - OPENING.length, line: line - 1, column: column - 1 - OPENING.length };
  return moved(value, by) as typeof value;
}

/** The same where all that is within one line stands elsewhere. */
function moved(value: unknown, by: Readonly<Record<'offset' | 'line' | 'column', number>>): unknown {
  if (Array.isArray(value)) return value.map((one) => moved(one, by));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => {
    if (key === 'range') return [key, (one as readonly number[]).map((offset) => offset + by.offset)];
    if (typeof one !== 'number') return [key, moved(one, by)];
    if (key === 'line' || key === 'column') return [key, one + by[key]];
    return [key, ['start', 'end', 'offset'].includes(key) ? one + by.offset : one];
  });
  return Object.fromEntries(entries);
}

/** As many, in as many lines. */
function spaces(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
