import type { Nodes, Parents, Root } from 'mdast';
import { captionedTables, figuresIn } from './captions.ts';
import { mistakenInfos, unclosedFences } from './code-fences.ts';
import { definitionsOf } from './definitions.ts';
import { diagramFindings } from './diagrams/findings.ts';
import { FactCollector } from './fact-collector.ts';
import type { ArticleFacts } from './facts.ts';
import { formulaFindings } from './formula-findings.ts';
import { literalSyntax } from './literal-syntax.ts';
import { FootnoteNumbers, textOf } from './node-text.ts';
import { startOf } from './source-text.ts';
import { PASS_BY, walk } from './walk.ts';

/** Collects the facts of a tree in one walk, in the order of the text; places are those of `source`. */
export function collectFacts(tree: Root, source: string): ArticleFacts {
  const collector = new FactCollector(source);
  const numbers = new FootnoteNumbers();
  const definitions = definitionsOf(tree);
  const urls = new Map(definitions.links.map(({ node }) => [node.identifier, node.url]));
  const captions = new Map(
    [...figuresIn(tree), ...captionedTables(tree)].map(({ node, id }): [Nodes, string] => [node, id]),
  );

  walk(tree, (node) => {
    const place = startOf(node);
    collector.id(captions.get(node), place);
    switch (node.type) {
      case 'heading': {
        const isEmpty = node.children.every((child) => nameOf(child).trim() === '');
        const anchor = textOf(node, numbers);
        collector.heading({
          depth: node.depth,
          text: textOf(node),
          isEmpty,
          anchor,
          markup: markupOf(node, source),
          place,
        });
        break;
      }
      case 'text':
      case 'inlineCode':
      case 'inlineMath':
        collector.text(node.value);
        break;
      case 'link':
        collector.link(node.url, nameOf(node), place);
        break;
      case 'image':
        collector.reference(node.url, 'picture', place);
        collector.alternative(node.alt ?? '', node.url, place);
        break;
      case 'imageReference':
        collector.alternative(node.alt ?? '', urls.get(node.identifier) ?? '', place);
        break;
      case 'footnoteReference':
        numbers.of(node.identifier);
        break;
      case 'html':
        collector.html(node);
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        collector.jsx(node, textOf(node as Nodes));
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        collector.javascript(node.data?.estree);
        return PASS_BY;
      case 'mdxjsEsm':
        collector.javascript(node.data?.estree);
        break;
    }
    return undefined;
  });
  for (const { node, uses } of definitions.links) {
    for (const as of uses) collector.reference(node.url, as, startOf(node));
  }
  for (const footnote of definitions.footnotes) collector.footnote(footnote);
  const labels = {
    footnotes: definitions.footnotes.map(({ label }) => label),
    links: definitions.links.map(({ label }) => label),
  };
  const facts = collector.facts();
  return {
    ...facts,
    found: [
      ...facts.found,
      ...definitions.found,
      ...literalSyntax(tree, source, labels),
      ...unclosedFences(tree, source),
      ...mistakenInfos(tree, source),
      ...formulaFindings(tree, source),
      ...diagramFindings(tree, source),
    ],
  };
}

/** What stands in the source between a node's signs. */
function markupOf({ children }: Parents, source: string): string {
  if (children.length === 0) return '';
  return source.slice(children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset);
}

/** What a link is called: its text, or anything else that it shows. */
function nameOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(nameOf).join('') : node.type;
}
