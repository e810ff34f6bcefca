import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { RenderedComponent, RenderedNode } from '../series/rendered-article.ts';
import { jsxNameOf, staticAttributes } from './jsx-attributes.ts';

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/** Stands for a component while the HTML around it is written; no text can have the character. */
const GAP = '\0';

/** The HTML of a tree that needs no JavaScript, in pieces around its components. */
export function renderedNodes(tree: Root | Jsx): RenderedNode[] {
  const components: RenderedComponent[] = [];
  const root: Root = { type: 'root', children: plain(tree.children, components) as RootContent[] };
  const pieces = toHtml(root, { allowDangerousHtml: true }).split(GAP);
  return pieces
    .flatMap((piece, index): (RenderedNode | undefined)[] => [piece, components[index]])
    .filter((node) => node !== undefined && node !== '') as RenderedNode[];
}

function plain(children: readonly Nodes[], components: RenderedComponent[]): Nodes[] {
  return children.flatMap((node): Nodes[] => {
    switch (node.type) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return element(node as Jsx, components);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return [];
      case 'element': {
        const inside = plain(node.children, components) as ElementContent[];
        return [{ ...node, children: inside }];
      }
      default:
        return [node];
    }
  });
}

function element(node: Jsx, components: RenderedComponent[]): Nodes[] {
  const name = jsxNameOf(node);
  if (name === '') return plain(node.children, components);
  const attributes = [...staticAttributes(node)];
  if (isComponent(name)) {
    const valued = new Set(
      node.attributes.flatMap((one) => ('name' in one && one.value != null ? one.name : [])),
    );
    const props = attributes.map(([key, value]) => [key, valued.has(key) ? value : true] as const);
    // Written down before what stands in it: the gaps are filled in the order of the text.
    components.push({ component: name, props: Object.fromEntries(props), children: renderedNodes(node) });
    return [{ type: 'raw', value: GAP }];
  }
  // An empty value would be taken for a switch that is off.
  const properties: Element['properties'] = Object.fromEntries(
    attributes.map(([key, value]) => [key, value || true]),
  );
  const children = plain(node.children, components) as ElementContent[];
  // What is in a template is no part of the page, and so none of its children.
  return name === 'template'
    ? [{ type: 'element', tagName: name, properties, children: [], content: { type: 'root', children } }]
    : [{ type: 'element', tagName: name, properties, children }];
}

/** As MDX tells them apart: a name in lower case, or with a hyphen, is an element's, unless it has a dot. */
export function isComponent(name: string): boolean {
  return name.includes('.') || (!/^[a-z]/.test(name) && !name.includes('-'));
}
