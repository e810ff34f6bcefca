import type { Blockquote, Code, Delete, Emphasis, FootnoteDefinition, ListItem, Nodes, Strong } from 'mdast';
import { rangeOf } from '../source-text.ts';

/** Whether both parsers read a node, and its places, alike: what they read otherwise, texts made at random have shown. */
export function isPlainNode(node: Nodes, body: string): boolean {
  const { start, end } = rangeOf(node);
  switch (node.type) {
    case 'code':
      return isPlainCode(node, body.slice(start, end));
    case 'heading':
      return body.slice(start, end).split('\n').length < 3;
    case 'emphasis':
    case 'strong':
    case 'delete':
      return hasSigns(node);
    case 'inlineCode':
      return !body.slice(start, end).includes('\n');
    case 'text':
      return !/^\||\n\||\[\^|!\[|\]\(|(?:^|\n)(?:[-*+]|\d+[.)])(?:\n|$)/.test(node.value);
    case 'table':
      return node.position?.start.column === 1;
    case 'tableRow':
      return body[start] === '|';
    case 'listItem':
      return isPlainItem(node, body.slice(start));
    case 'blockquote':
      return isPlainQuotation(node);
    case 'footnoteDefinition':
      return node.position?.start.column === 1 && isPlainNote(node, body.slice(start, end), body.slice(end));
    case 'definition':
      return body[start + 1] !== '^' && /^(?:\n\[(?!\^)|\n\n(?!\n)|\n*$)/.test(body.slice(end));
    case 'link':
    case 'footnoteReference':
      return body[start - 1] !== '!';
    case 'linkReference':
    case 'imageReference':
      return !/[&\\^]/.test(node.label ?? '');
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
  const [fence] = /^(?:`{3,}|~{3,})/.exec(first) ?? [];
  const info = first.slice(fence?.length).trim();
  const isClosed = /^[\s>]*(?:`{3,}|~{3,})[ \t]*$/.test(others.at(-1) ?? '');
  return fence !== undefined && isClosed && info === [lang ?? [], meta ?? []].flat().join(' ');
}

/** As much of the source stands before what is stressed as behind it. */
function hasSigns(node: Emphasis | Strong | Delete): boolean {
  const [first, last] = [node.children[0], node.children.at(-1)];
  const { start, end } = rangeOf(node);
  return (
    first !== undefined && last !== undefined && rangeOf(first).start - start === end - rangeOf(last).end
  );
}

function isPlainItem({ checked, children: [first] }: ListItem, source: string): boolean {
  if (typeof checked !== 'boolean') return first !== undefined;
  const isText = first?.type === 'paragraph' && first.children[0]?.type === 'text';
  return isText && /^(?:[-*+]|\d+[.)]) +\[[ x]\] \S/i.test(source);
}

function isPlainQuotation({ children }: Blockquote): boolean {
  return children.length > 0 && !children.some(({ type }) => type === 'blockquote');
}

function isPlainNote(
  { children: [only, ...others] }: FootnoteDefinition,
  text: string,
  after: string,
): boolean {
  const isLine = only?.type === 'paragraph' && others.length === 0 && !text.includes('\n');
  return isLine && /^(?:\n[ \t]*(?:\n|$|\[\^)|$)/.test(after);
}

/** Sätteri takes an element that is all of a paragraph out of it. */
function isInline({ type }: Nodes): boolean {
  return type === 'mdxJsxTextElement';
}
