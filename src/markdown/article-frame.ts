import type { ImportDeclaration, Program } from 'estree';
import type { Element, Nodes, Root, RootContent } from 'hast';
import type { MdxjsEsmHast } from 'mdast-util-mdxjs-esm';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { RenderedNode } from '../series/rendered-article.ts';
import { GAP_MODULE } from './gap-module.ts';
import { namesIn } from './mdx-names.ts';
import { runsJavaScript } from './needs-javascript.ts';
import { hasOpenLandmarks } from './open-landmarks.ts';
import { renderedHeadings } from './rendered-headings.ts';
import { isComponent, renderedNodes } from './rendered-nodes.ts';
import { walkHtml } from './walk-html.ts';

/** An article that computes something, taken apart. */
export interface FramedArticle {
  /** What is computed, and what that stands in, with gaps for all else. */
  readonly frame: Root;
  /** What fills the gaps, in their order. */
  readonly nodes: readonly RenderedNode[];
}

/** What an article calls the component that stands in its gaps: no name that an author would choose. */
const GAP = '$Html';

/**
 * Takes what is computed out of the article of a slug, so that the bundler has no more to compile than that: most of
 * an article is as it is in any other. Undefined where that cannot be told apart: where the article has elements of
 * its own in the place of HTML's, or where something is left open around what is computed.
 */
export function frameOf(tree: Root, slug: string): FramedArticle | undefined {
  if (replacesElements(tree)) return undefined;
  const nodes: RenderedNode[] = [];
  const children = framed(tree.children, { computed: computedIn(tree), nodes, slug }) as RootContent[];
  const frame: Root = { type: 'root', children: [importOfGap(), ...children] };
  return hasOpenLandmarks(frame) ? undefined : { frame, nodes };
}

interface Framing {
  readonly computed: ReadonlySet<Nodes>;
  readonly nodes: RenderedNode[];
  readonly slug: string;
}

/** Children of which what is not computed has become gaps. */
function framed(children: readonly Nodes[], framing: Framing): Nodes[] {
  const left: Nodes[] = [];
  let run: Nodes[] = [];
  const close = () => {
    left.push(...(run.some(({ type }) => type !== 'text') ? gap(run, framing) : run));
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
const REPLACING: ReadonlySet<string> = new Set(['components', GAP]);

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
  if (runsJavaScript(node)) return true;
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return isComponent(node.name ?? '') || isDirected(node);
    case 'element':
      return 'slot' in node.properties;
    default:
      return false;
  }
}

/**
 * Whether an attribute tells something to Astro (https://docs.astro.build/en/reference/directives-reference/), or to
 * the component that the element stands in.
 */
function isDirected({ attributes }: MdxJsxFlowElementHast | MdxJsxTextElementHast): boolean {
  return attributes.some(
    (attribute) => 'name' in attribute && (attribute.name.includes(':') || attribute.name === 'slot'),
  );
}

/** Puts what is static among what fills gaps, and leaves one for it, unless it shows nothing. */
function gap(run: readonly Nodes[], { nodes, slug }: Framing): Nodes[] {
  const root = { type: 'root', children: run } as Root;
  // All in one piece: components are never static.
  const [html] = renderedNodes(root);
  if (html === undefined) return [];
  const index = nodes.push(html) - 1;
  // Not shown: they let Astro list the headings of what fills the gap, for an article that asks for them.
  const headings = renderedHeadings(root).map(({ depth, slug: id, text }): Element => ({
    type: 'element',
    tagName: `h${depth}`,
    properties: { id },
    children: [{ type: 'text', value: text }],
  }));
  const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute', name, value }) as const;
  const attributes = [attribute('article', slug), attribute('gap', String(index))];
  return [{ type: 'mdxJsxFlowElement', name: GAP, attributes, children: headings }];
}

/** `import $Html from 'virtual:article-html'`, as MDX has it parsed. */
function importOfGap(): MdxjsEsmHast {
  const declaration: ImportDeclaration = {
    type: 'ImportDeclaration',
    specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name: GAP } }],
    source: { type: 'Literal', value: GAP_MODULE },
    attributes: [],
  };
  const estree: Program = { type: 'Program', sourceType: 'module', comments: [], body: [declaration] };
  return { type: 'mdxjsEsm', value: `import ${GAP} from '${GAP_MODULE}'`, data: { estree } };
}
