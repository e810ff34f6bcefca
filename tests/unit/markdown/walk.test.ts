import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { parseBody } from '../../../src/markdown/parse.ts';
import { PASS_BY, walk } from '../../../src/markdown/walk.ts';

function treeOf(text: string): Root {
  const { tree } = parseBody(text, 'md');
  if (!tree) throw new Error('The text cannot be parsed.');
  return tree;
}

test('a walk meets each node with its index and its parent, in the order of the text', () => {
  const met: string[] = [];
  walk(treeOf('# *a*\n\n- b\n'), (node, index, parent) => {
    met.push(`${parent?.type ?? ''} ${index ?? ''} ${node.type}`.trim());
    return undefined;
  });
  expect(met).toEqual([
    'root',
    'root 0 heading',
    'heading 0 emphasis',
    'emphasis 0 text',
    'root 1 list',
    'list 0 listItem',
    'listItem 0 paragraph',
    'paragraph 0 text',
  ]);
});

test('a walk passes by what is in a node when it is told to', () => {
  const met: string[] = [];
  walk(treeOf('# *a*\n\nb\n'), ({ type }) => {
    met.push(type);
    return type === 'heading' ? PASS_BY : undefined;
  });
  expect(met).toEqual(['root', 'heading', 'paragraph', 'text']);
});

test('a walk meets the children that a node has once it was met, and those put in their place', () => {
  const met: string[] = [];
  walk(treeOf('> a\n\n- b\n\n***\n'), (node, index = 0, parent) => {
    met.push(node.type);
    if (node.type === 'blockquote') node.children = [{ type: 'html', value: '<b>' }];
    if (node.type === 'list') parent?.children.splice(index + 1, 1, { type: 'math', value: 'x' });
    return undefined;
  });
  expect(met).toEqual(['root', 'blockquote', 'html', 'list', 'listItem', 'paragraph', 'text', 'math']);
});
