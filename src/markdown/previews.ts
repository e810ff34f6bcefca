import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { RenderedNode } from '../series/rendered-article.ts';
import type { Landmark, Surroundings } from './surroundings.ts';

/** No text has the character: the check reports it. */
const MARK = '\u0001';

const OPEN = new RegExp(` data-(title|summary)="${MARK}([^${MARK}"]*)${MARK}"`, 'g');

/**
 * Stands for the article at an address of the site in what is rendered once and shown in many pages: what
 * a link says of its target is filled in when a page is made, so that another title changes no rendering.
 */
export function openPreview(address: string): Landmark {
  const open = MARK + address + MARK;
  return { kind: 'article', title: open, summary: open };
}

/** Rendered nodes with what their links say of the articles that they lead to. */
export function withPreviews(
  nodes: readonly RenderedNode[],
  at: Surroundings['at'],
): readonly RenderedNode[] {
  return nodes.map((node) =>
    typeof node === 'string'
      ? node.replace(OPEN, (_, name: string, address: string) => attribute(name, at(address)))
      : { ...node, children: withPreviews(node.children, at) },
  );
}

function attribute(name: string, landmark: Landmark | undefined): string {
  if (landmark?.kind !== 'article') return '';
  const value = name === 'title' ? landmark.title : landmark.summary;
  const html = toHtml(h('a', { [`data-${name}`]: value }));
  return html.slice('<a'.length, -'></a>'.length);
}
