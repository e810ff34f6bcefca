import { toHtml } from 'hast-util-to-html';
import type { Root } from 'hast';
import { h } from 'hastscript';
import { mayHaveCopies } from '../series/picture-size.ts';
import type { RenderedNode } from '../series/rendered-article.ts';
import { sourceSet } from './rehype-pictures.ts';
import type { Landmark, Surroundings } from './surroundings.ts';
import { walkHtml } from './walk-html.ts';

/** No text has the character: the check reports it. */
const MARK = '\u0001';

const OPEN_PREVIEW = new RegExp(` data-(title|summary)="${MARK}([^${MARK}"]*)${MARK}"`, 'g');

const IMAGE = '<img(?:[^>"]|"[^"]*")*>';

const OPEN_PICTURE = new RegExp(
  `<picture><source type="[^"]*" srcset="${MARK}([^${MARK}"]*)${MARK} 1w" sizes="([^"]*)">(${IMAGE})</picture>`,
  'g',
);

/**
 * Stands for what is at an address of the site in what is rendered once and shown in many pages: what links
 * say of an article, and the copies that a picture is offered in, are filled in when a page is made. So another
 * title changes no rendering, and no rendering waits for copies.
 */
export function openLandmark(address: string, landmark: Landmark): Landmark {
  const open = MARK + written(address) + MARK;
  if (landmark.kind === 'article') return { kind: 'article', title: open, summary: open };
  const sources = [{ address: open, type: 'image/webp', width: 1 }];
  return { ...landmark, sources: mayHaveCopies(address) ? sources : [] };
}

/** With no character that HTML would write in another way. */
function written(address: string): string {
  return encodeURIComponent(address).replaceAll("'", '%27');
}

/** Whether anything is left open in the elements of a tree. */
export function hasOpenLandmarks(tree: Root): boolean {
  let has = false;
  walkHtml(tree, (node) => {
    const values = node.type === 'element' ? Object.values(node.properties) : [];
    has ||= values.some((value) => typeof value === 'string' && value.includes(MARK));
    return undefined;
  });
  return has;
}

/** Rendered nodes with what was left open. */
export function filledIn(nodes: readonly RenderedNode[], at: Surroundings['at']): readonly RenderedNode[] {
  return nodes.map((node) =>
    typeof node === 'string'
      ? node
          .replace(OPEN_PREVIEW, (_, name: string, address: string) =>
            attribute(name, at(decodeURIComponent(address))),
          )
          .replace(OPEN_PICTURE, (...[, address, sizes, image]: string[]) =>
            picture({ sizes, image }, at(decodeURIComponent(address ?? ''))),
          )
      : { ...node, children: filledIn(node.children, at) },
  );
}

function attribute(name: string, landmark: Landmark | undefined): string {
  if (landmark?.kind !== 'article') return '';
  const value = name === 'title' ? landmark.title : landmark.summary;
  const html = toHtml(h('a', { [`data-${name}`]: value }));
  return html.slice('<a'.length, -'></a>'.length);
}

interface OpenPicture {
  readonly sizes: string | undefined;
  readonly image: string | undefined;
}

function picture({ sizes = '', image = '' }: OpenPicture, landmark: Landmark | undefined): string {
  const source = sourceSet(landmark?.kind === 'picture' ? landmark.sources : []);
  if (!source) return image;
  // As it stands in the rendering: it is no text any more.
  const html = toHtml({ ...source, properties: { ...source.properties, sizes: MARK } }).replace(
    MARK,
    () => sizes,
  );
  return `<picture>${html}${image}</picture>`;
}
