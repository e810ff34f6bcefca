import { h } from 'hastscript';
import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { PASS_BY } from '../../../src/markdown/walk.ts';
import { walkHtml } from '../../../src/markdown/walk-html.ts';

function tree(): Root {
  return h(null, [h('ul', [h('li', ['one', h('em', 'two')]), h('li', 'three')]), h('p', 'four')]);
}

describe('walkHtml', () => {
  it('tells of every node in the order of the text, with all that it stands in', () => {
    const seen: string[] = [];
    walkHtml(tree(), (node, ancestors) => {
      const names = [...ancestors, node].map((one) => ('tagName' in one ? one.tagName : one.type));
      seen.push(names.join(' '));
      return undefined;
    });
    expect(seen).toEqual([
      'root',
      'root ul',
      'root ul li',
      'root ul li text',
      'root ul li em',
      'root ul li em text',
      'root ul li',
      'root ul li text',
      'root p',
      'root p text',
    ]);
  });

  it('leaves out what stands in a node that is passed by', () => {
    const seen: string[] = [];
    walkHtml(tree(), (node) => {
      if (node.type === 'element') seen.push(node.tagName);
      return node.type === 'element' && node.tagName === 'ul' ? PASS_BY : undefined;
    });
    expect(seen).toEqual(['ul', 'p']);
  });

  it('goes on behind a node that was replaced', () => {
    const root = tree();
    const seen: string[] = [];
    walkHtml(root, (node, ancestors) => {
      if (node.type === 'element') seen.push(node.tagName);
      if (node.type !== 'element' || node.tagName !== 'ul') return undefined;
      const parent = ancestors.at(-1);
      parent?.children.splice(parent.children.indexOf(node), 1, h('section', h('b')));
      return PASS_BY;
    });
    expect(seen).toEqual(['ul', 'p']);
    expect(root.children.map((child) => child.type === 'element' && child.tagName)).toEqual(['section', 'p']);
  });
});
