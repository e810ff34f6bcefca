import type { Root } from 'mdast';
import type { Found } from '../series/article.ts';
import type { Finding } from '../series/problem.ts';
import { infoOf, readCodeInfo } from './code-info.ts';
import { lineAt, startOf } from './source-text.ts';
import { walk } from './walk.ts';

/** The code blocks whose fence is never closed, so that all that follows is code. */
export function unclosedFences(tree: Root, source: string): Found[] {
  const found: Found[] = [];
  walk(tree, (node) => {
    if (node.type !== 'code') return;
    const lines = source.slice(node.position?.start.offset, node.position?.end.offset).split(/\r\n|\n|\r/);
    const [first = '', ...others] = lines;
    const [fence] = /^(?:`{3,}|~{3,})/.exec(first) ?? [];
    const isClosed = others
      .at(-1)
      ?.replace(/^[\s>]*/, '')
      .startsWith(fence ?? '');
    if (fence && !isClosed) found.push({ finding: unclosed(fence), place: startOf(node) });
  });
  return found;
}

/** What is wrong with the words after the fences of code blocks. */
export function mistakenInfos(tree: Root, source: string): Found[] {
  const found: Found[] = [];
  walk(tree, (node) => {
    if (node.type !== 'code') return;
    const { line, column } = startOf(node);
    const { mistakes } = readCodeInfo(infoOf(node), node.value.split('\n').length);
    for (const { text, finding } of mistakes) {
      // Where it is written with an escape, it is not found: then the fence is its place.
      const offset = Math.max(lineAt(source, line).indexOf(text, column), column - 1);
      found.push({ finding, place: { line, column: offset + 1 } });
    }
  });
  return found;
}

function unclosed(fence: string): Finding {
  return {
    rule: 'unclosed-element',
    message: 'The code block is never closed, and so takes in what follows.',
    hint: `Write \`${fence}\` on a line of its own where it ends.`,
  };
}
