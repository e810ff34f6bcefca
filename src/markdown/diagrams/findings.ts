import type { Root } from 'mdast';
import type { Found } from '../../series/article.ts';
import { infoOf, readCodeInfo } from '../code-info.ts';
import { DIAGRAM_LANGUAGE, readDiagram } from './diagram.ts';
import { lineAt, startOf } from '../source-text.ts';
import { walk } from '../walk.ts';

/** What is wrong with the diagrams of an article. */
export function diagramFindings(tree: Root, source: string): Found[] {
  const found: Found[] = [];
  walk(tree, (node) => {
    if (node.type !== 'code' || readCodeInfo(infoOf(node), 0).language !== DIAGRAM_LANGUAGE) return;
    for (const { line, column, message, hint } of readDiagram(node.value).findings ?? []) {
      const inSource = startOf(node).line + 1 + line;
      // In a list or a quotation, what stands before the diagram's own line is not part of it.
      const own = node.value.split(/\r\n|\n|\r/)[line] ?? '';
      const before = Math.max(lineAt(source, inSource).lastIndexOf(own), 0);
      const place =
        node.value.trim() === '' ? startOf(node) : { line: inSource, column: before + column + 1 };
      found.push({ finding: { rule: 'diagram-syntax', message, hint }, place });
    }
  });
  return found;
}
