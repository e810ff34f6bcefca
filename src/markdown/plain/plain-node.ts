import type { Code, FootnoteDefinition, ListItem, Nodes } from 'mdast';
import { rangeOf } from '../source-text.ts';

/** The name of a note that is read as it is typed. */
const NOTE = /^\[\^[^\s&\\[\]]+\]/;

/** Whether both parsers read a node, and its places, alike: what they read otherwise, texts made at random have shown. */
export function isPlainNode(node: Nodes, body: string): boolean {
  const { start, end } = rangeOf(node);
  switch (node.type) {
    case 'code':
      return isPlainCode(node, body.slice(start, end));
    case 'inlineCode':
      return !body.slice(start, end).includes('\n');
    case 'text':
      return !/<$|^\||\n\||\[\^|\]\(|(?:^|\n)(?:[-*+]|\d+[.)])(?:\n|$)/.test(node.value);
    case 'table':
      return node.position?.start.column === 1;
    case 'listItem':
      return isPlainItem(node, body.slice(start));
    case 'blockquote':
      return !node.children.some(holdsQuotation);
    case 'footnoteReference':
      return NOTE.test(body.slice(start, end));
    case 'footnoteDefinition':
      return isPlainNote(node, body.slice(start, end), body.slice(end));
    case 'definition':
      return body[start + 1] !== '^' && /^(?:\n\[(?!\^)|\n\n(?!\n)|\n*$)/.test(body.slice(end));
    case 'mdxJsxFlowElement':
      return !node.children.some(isInline);
    case 'html':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      return false;
    default:
      return true;
  }
}

/** Between two fences, with a language and all else as typed. */
function isPlainCode({ lang, meta }: Code, source: string): boolean {
  const [first = '', ...others] = source.split('\n');
  const info = first.replace(/^(?:`+|~+)/, '');
  const isAsTyped = info.trim() === [lang ?? [], meta ?? []].flat().join(' ') && !/[^\S \t]/.test(info);
  return isAsTyped && /^[\s>]*(?:`{3,}|~{3,})[ \t]*$/.test(others.at(-1) ?? '');
}

function isPlainItem({ checked, children: [first] }: ListItem, source: string): boolean {
  if (typeof checked !== 'boolean') return first !== undefined;
  const isText = first?.type === 'paragraph' && first.children[0]?.type === 'text';
  return isText && /^(?:[-*+]|\d+[.)]) +\[[ x]\] \S/i.test(source);
}

function isPlainNote(
  { children: [only], position }: FootnoteDefinition,
  text: string,
  after: string,
): boolean {
  const isLine = only?.type === 'paragraph' && position?.start.column === 1 && !text.includes('\n');
  return isLine && NOTE.test(text) && /^(?:\n[ \t]*(?:\n|$|\[\^)|$)/.test(after);
}

function holdsQuotation(node: Nodes): boolean {
  return node.type === 'blockquote' || ('children' in node && node.children.some(holdsQuotation));
}

/** Sätteri takes an element that is all of a paragraph out of it. */
function isInline({ type }: Nodes): boolean {
  return type === 'mdxJsxTextElement';
}
