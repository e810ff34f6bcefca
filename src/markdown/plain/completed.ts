import type { Definition, Image, Link, Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { placeAt, rangeOf } from '../source-text.ts';
import type { Range } from '../text-edits.ts';

/**
 * Gives a node what Sätteri leaves out and articles need: where the address of a link, picture or definition stands
 * (`remarkDestinations`), and where each attribute of an element does. False where that cannot be told for sure.
 */
export function completed(node: Nodes, body: string): boolean {
  const { start } = rangeOf(node);
  switch (node.type) {
    case 'link': {
      // Between `<` and `>` the address is the text.
      if (body[start] !== '[') return body[start] === '<';
      const last = node.children.at(-1);
      return hasDestination(node, body, [last ? rangeOf(last).end : start + 1, '](']);
    }
    case 'image':
      // Signs of other things may be lost in the text that stands for a picture.
      return !/[\n<[]/.test(node.alt ?? '') && hasDestination(node, body, [start, `![${node.alt ?? ''}](`]);
    case 'definition':
      return hasDestination(node, body, [start, `[${node.label ?? ''}]:`]);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return hasPlaces(node, body);
    default:
      return true;
  }
}

/** Notes the address that follows what opens it, if it is typed as it is read. */
function hasDestination(
  node: Link | Image | Definition,
  body: string,
  [at, opening]: readonly [number, string],
): boolean {
  if (!body.startsWith(opening, at)) return false;
  const opened = at + opening.length;
  let start = opened;
  while (body[start] === ' ') start++;
  const destination =
    node.url === '' && body[start] === ')' ? { start: opened, end: opened } : asTyped(node.url, body, start);
  if (!destination || !/^[\s)]|^$/.test(body.slice(destination.end, destination.end + 1))) return false;
  node.data = { ...node.data, destination };
  return true;
}

function asTyped(url: string, body: string, start: number): Range | undefined {
  const typed = body[start] === '<' ? `<${url}>` : url;
  return typed !== '' && body.startsWith(typed, start) ? { start, end: start + typed.length } : undefined;
}

const ATTRIBUTE = /\s+([\w.:-]+)(?:\s*=\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'))?/y;

/** Gives the attributes of an element their positions, if they are typed as they are read. */
function hasPlaces(node: MdxJsxFlowElement | MdxJsxTextElement, body: string): boolean {
  // That the element was typed is noted in it for those who compile.
  delete node.data;
  const { start, end } = rangeOf(node);
  let at = start + 1 + (node.name?.length ?? 0);
  const areTyped = node.attributes.every((attribute) => {
    ATTRIBUTE.lastIndex = at;
    const [typed = '', name, double, single] = ATTRIBUTE.exec(body) ?? [];
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) return false;
    const from = at + typed.length - typed.trimStart().length;
    at += typed.length;
    attribute.position = { start: pointAt(body, from), end: pointAt(body, at) };
    return (attribute.value ?? undefined) === (double ?? single);
  });
  const closing = `</${node.name ?? ''}>`;
  const isClosed = body.endsWith('/>', end) || body.endsWith(closing, end);
  const before = beforeTags(body, start);
  const isText = node.type === 'mdxJsxTextElement';
  const isLong = body.slice(start, at).includes('\n') || /^\s*\n/.test(body.slice(at));
  const mayBeParted = isLong && (isText ? !mayGoOn(body, at, before) : !standsAlone(body, start));
  if (!areTyped || !isClosed || mayBeParted) return false;
  if (isText) return true;
  if (body.endsWith(closing, end) && body.slice(start, end).includes('\n')) {
    // Sätteri lets it end in a quotation or a list that it does not begin in.
    if (beforeTags(body, end - closing.length) !== before.replace(/[^>\s]/g, ' ')) return false;
  }
  // Its tags are alone in their lines, but for tags.
  return /^\s*\/?>(?:\n|<\S|$)/.test(body.slice(at)) && /[\n<]/.test(body[end] ?? '\n');
}

/** Whether a tag of a text goes on in the next line: there, it could begin something else, or what it stands in could end. */
function mayGoOn(body: string, at: number, before: string): boolean {
  return /\p{L}/u.test(before) && !before.includes('>') && !/^\s*\n\s*>/.test(body.slice(at));
}

/** Whether something begins a line, below an empty one: in a list or a quotation, its other lines could end that. */
function standsAlone(body: string, start: number): boolean {
  if (start === 0) return true;
  return body[start - 1] === '\n' && body.slice(body.lastIndexOf('\n', start - 2) + 1, start).trim() === '';
}

/** What stands in a line before its first tag. */
function beforeTags(body: string, tag: number): string {
  const [before = ''] = /^[^<]*/.exec(body.slice(body.lastIndexOf('\n', tag) + 1)) ?? [];
  return before;
}

function pointAt(body: string, offset: number): { line: number; column: number; offset: number } {
  return { ...placeAt(body, offset), offset };
}
