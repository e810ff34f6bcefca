import type { Element, Nodes, Parents, Root, RootContent } from 'hast';
import type {
  MdxJsxAttributeValueExpression,
  MdxJsxFlowElementHast,
  MdxJsxTextElementHast,
} from 'mdast-util-mdx-jsx';
import type { Expression, Identifier, Program } from 'estree';
import type { RenderedNode } from '../series/rendered-article.ts';
import { isStatic } from './jsx-attributes.ts';
import { namesIn } from './mdx-names.ts';
import { hasOpenLandmarks } from './open-landmarks.ts';
import { renderedHeadings } from './rendered-headings.ts';
import { isComponent, renderedNodes } from './rendered-nodes.ts';
import { walkHtml } from './walk-html.ts';

/** An article that computes something, taken apart. */
export interface FramedArticle {
  /** What is computed, and what that stands in, with gaps for all else. */
  readonly frame: Root;
  /** What fills the gaps, in their order: the compiled article takes it as its property `html`. */
  readonly nodes: readonly RenderedNode[];
}

/**
 * Takes what is computed out of an article, so that the bundler has no more to compile than that: most of an
 * article is as it is in any other. Undefined where that cannot be told apart: where the article has elements of its
 * own in the place of HTML's, or where something is left open around what is computed.
 */
export function frameOf(tree: Root): FramedArticle | undefined {
  if (replacesElements(tree)) return undefined;
  const nodes: RenderedNode[] = [];
  const children = framed(tree.children, { computed: computedIn(tree), nodes }) as RootContent[];
  const frame: Root = { type: 'root', children };
  return hasOpenLandmarks(frame) ? undefined : { frame, nodes };
}

interface Framing {
  readonly computed: ReadonlySet<Nodes>;
  readonly nodes: RenderedNode[];
}

/** Children of which what is not computed has become gaps. */
function framed(children: readonly Nodes[], framing: Framing): Nodes[] {
  const left: Nodes[] = [];
  let run: Nodes[] = [];
  const close = () => {
    left.push(...(run.some(({ type }) => type !== 'text') ? gap(run, framing.nodes) : run));
    run = [];
  };
  for (const child of children) {
    if (!framing.computed.has(child)) {
      run.push(child);
      continue;
    }
    close();
    const hasGaps = 'children' in child && !isHeading(child);
    left.push(hasGaps ? ({ ...child, children: framed(child.children, framing) } as Nodes) : child);
  }
  close();
  return left;
}

/** Headings have no gaps: Astro lists them by the words that it finds in them. */
function isHeading(node: Nodes): boolean {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

/** Names that an article may define, with which its compiled elements become others. */
const REPLACING: ReadonlySet<string> = new Set(['components', 'Fragment']);

function replacesElements({ children }: Root): boolean {
  return children.some(
    (node) =>
      node.type === 'mdxjsEsm' && namesIn(node.data?.estree).defined.some((name) => REPLACING.has(name)),
  );
}

/** All nodes that are computed, and all in which such a one stands. */
function computedIn(tree: Root): ReadonlySet<Nodes> {
  const computed = new Set<Nodes>();
  walkHtml(tree, (node, ancestors) => {
    if (!isComputed(node)) return undefined;
    for (const one of [node, ...ancestors]) computed.add(one);
    return undefined;
  });
  return computed;
}

function isComputed(node: Nodes): boolean {
  switch (node.type) {
    case 'mdxjsEsm':
      return true;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      // A comment is an expression of nothing.
      return node.data?.estree?.body.length !== 0;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return isComponent(node.name ?? '') || isDirected(node) || !isStatic(node);
    default:
      return false;
  }
}

/** Whether an attribute tells Astro what to do: https://docs.astro.build/en/reference/directives-reference/. */
function isDirected({ attributes }: MdxJsxFlowElementHast | MdxJsxTextElementHast): boolean {
  return attributes.some((attribute) => 'name' in attribute && attribute.name.includes(':'));
}

/** Puts what is static among what fills gaps, and leaves one for it, unless it shows nothing. */
function gap(run: readonly Nodes[], nodes: RenderedNode[]): Nodes[] {
  const root = { type: 'root', children: run } as Root;
  const [html] = renderedNodes(root);
  if (html === undefined) return [];
  const index = nodes.push(html) - 1;
  // Not shown: they let Astro list the headings of what fills the gap.
  const headings = renderedHeadings(root).map(({ depth, slug, text }): Element => ({
    type: 'element',
    tagName: `h${depth}`,
    properties: { id: slug },
    children: [{ type: 'text', value: text }],
  }));
  const attributes: MdxJsxFlowElementHast['attributes'] = [
    { type: 'mdxJsxAttribute', name: 'set:html', value: propertyAt(index) },
  ];
  return [{ type: 'mdxJsxFlowElement', name: 'Fragment', attributes, children: headings } as Parents];
}

/** `props.html[index]`, as MDX has it parsed. */
function propertyAt(index: number): MdxJsxAttributeValueExpression {
  const name = (text: string): Identifier => ({ type: 'Identifier', name: text });
  const property = (object: Expression, key: Expression): Expression => ({
    type: 'MemberExpression',
    object,
    property: key,
    computed: key.type === 'Literal',
    optional: false,
  });
  const expression = property(property(name('props'), name('html')), { type: 'Literal', value: index });
  const body: Program['body'] = [{ type: 'ExpressionStatement', expression }];
  const estree: Program = { type: 'Program', sourceType: 'module', comments: [], body };
  return { type: 'mdxJsxAttributeValueExpression', value: `props.html[${index}]`, data: { estree } };
}
