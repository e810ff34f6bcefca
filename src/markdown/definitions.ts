import type { Definition, FootnoteDefinition, Root } from 'mdast';
import type { Found, ReferenceUse } from '../series/article.ts';
import type { Finding } from '../series/problem.ts';
import { startOf } from './source-text.ts';
import { walk } from './walk.ts';

/** What an article defines apart from its text, and what its text makes of that. */
export interface Definitions {
  readonly links: readonly DefinedLink[];
  /** In the order of their definitions. */
  readonly footnotes: readonly DefinedFootnote[];
  /** Definitions that are never used, or that another one hides. */
  readonly found: readonly Found[];
}

export interface DefinedLink {
  readonly node: Definition;
  readonly label: string;
  /** What it is used for; a definition that nothing uses counts as a link. */
  readonly uses: ReadonlySet<ReferenceUse>;
}

export interface DefinedFootnote {
  readonly node: FootnoteDefinition;
  readonly label: string;
  /** How often the text refers to it. */
  readonly references: number;
}

export function definitionsOf(tree: Root): Definitions {
  const links = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const uses = new Map<string, Set<ReferenceUse>>();
  const references = new Map<string, number>();
  const found: Found[] = [];
  const define = <Node extends Definition | FootnoteDefinition>(known: Map<string, Node>, node: Node) => {
    const first = known.get(node.identifier);
    if (!first) known.set(node.identifier, node);
    else if (!isSame(first, node)) found.push({ finding: twice(node), place: startOf(node) });
  };
  const use = (identifier: string, as: ReferenceUse) => {
    uses.set(identifier, (uses.get(identifier) ?? new Set()).add(as));
  };
  walk(tree, (node) => {
    if (node.type === 'definition') define(links, node);
    if (node.type === 'footnoteDefinition') define(footnotes, node);
    if (node.type === 'linkReference') use(node.identifier, 'link');
    if (node.type === 'imageReference') use(node.identifier, 'picture');
    if (node.type === 'footnoteReference') {
      references.set(node.identifier, (references.get(node.identifier) ?? 0) + 1);
    }
  });
  const unused = [...footnotes.values()].filter(({ identifier }) => !references.has(identifier));
  return {
    links: [...links.values()].map((node) => ({
      node,
      label: labelOf(node),
      uses: uses.get(node.identifier) ?? new Set(['link']),
    })),
    footnotes: [...footnotes.values()].map((node) => ({
      node,
      label: labelOf(node),
      references: references.get(node.identifier) ?? 0,
    })),
    found: [...found, ...unused.map((node) => ({ finding: notUsed(labelOf(node)), place: startOf(node) }))],
  };
}

/** The same address twice does no harm. */
function isSame(one: Definition | FootnoteDefinition, other: Definition | FootnoteDefinition): boolean {
  return one.type === 'definition' && other.type === 'definition' && one.url === other.url;
}

function labelOf({ label, identifier }: Definition | FootnoteDefinition): string {
  return label ?? identifier;
}

function twice(node: Definition | FootnoteDefinition): Finding {
  const label = node.type === 'definition' ? `[${labelOf(node)}]` : `[^${labelOf(node)}]`;
  return {
    rule: 'duplicate-definition',
    message: `\`${label}\` is defined further up already, so this is not used.`,
    hint: 'Give it a label of its own, or remove it.',
  };
}

function notUsed(label: string): Finding {
  return {
    rule: 'unused-footnote',
    message: `Nothing refers to the footnote \`[^${label}]\`, so it would not be shown.`,
    hint: `Put \`[^${label}]\` where it belongs in the text, or remove it.`,
  };
}
