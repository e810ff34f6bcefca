import type { Definition, Nodes, Root } from 'mdast';
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
        collector.heading({ depth: node.depth, text: textOf(node, numbers), place });
        break;
      case 'link':
        collector.reference(node.url, 'link', place);
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
