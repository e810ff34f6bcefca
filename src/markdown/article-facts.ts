import type { Definition, Nodes, Parents, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { ReferenceUse } from '../series/article.ts';
import { type ArticleFacts, FactCollector } from './fact-collector.ts';
import { FootnoteNumbers, textOf } from './heading-anchors.ts';
import { startOf } from './source-text.ts';

/** Collects the facts of a tree; places are those of `source`. */
export function collectFacts(tree: Root, source: string): ArticleFacts {
  const collector = new FactCollector(source);
  const numbers = new FootnoteNumbers();
  const definitions = new Map<string, Definition>();
  visit(
    tree,
    'definition',
    (node) => void definitions.set(node.identifier, definitions.get(node.identifier) ?? node),
  );
  const uses = new Map<Definition, Set<ReferenceUse>>();
  const use = (identifier: string, as: ReferenceUse) => {
    const definition = definitions.get(identifier);
    if (definition) uses.set(definition, (uses.get(definition) ?? new Set()).add(as));
    return definition;
  };

  visit(tree, (node) => {
    const place = startOf(node);
    switch (node.type) {
      case 'heading':
        collector.heading({
          depth: node.depth,
          text: textOf(node, numbers),
          markup: markupOf(node, source),
          place,
        });
        break;
      case 'link':
        collector.link(node.url, nameOf(node), place);
        break;
      case 'linkReference':
        use(node.identifier, 'link');
        break;
      case 'image':
        collector.reference(node.url, 'picture', place);
        collector.alternative(node.alt ?? '', node.url, place);
        break;
      case 'imageReference': {
        const definition = use(node.identifier, 'picture');
        collector.alternative(node.alt ?? '', definition?.url ?? '', place);
        break;
      }
      case 'footnoteReference':
        numbers.of(node.identifier);
        break;
      case 'footnoteDefinition':
        collector.footnote(node.label ?? node.identifier, place);
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
        return SKIP;
      case 'mdxjsEsm':
        collector.javascript(node.data?.estree);
        break;
    }
    return undefined;
  });
  for (const definition of definitions.values()) {
    for (const as of uses.get(definition) ?? (['link'] as const))
      collector.reference(definition.url, as, startOf(definition));
  }
  return collector.facts();
}

/** What stands in the source between a node's signs. */
function markupOf({ children }: Parents, source: string): string {
  return source.slice(children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset);
}

/** What a link is called: its text, or anything else that it shows. */
function nameOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(nameOf).join('') : node.type;
}
