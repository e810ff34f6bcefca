import type { Element, Nodes, Parents, Properties, Root } from 'hast';
import { h } from 'hastscript';
import type { MdxJsxFlowElementHast, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { Plugin } from 'unified';
import { shownSize, type Size } from '../series/picture-size.ts';
import { countWords } from '../series/reading-time.ts';
import type { PictureSource, SurroundingsOptions } from './surroundings.ts';
import { isStatic, jsxNameOf, staticAttributes } from './jsx-attributes.ts';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

/** A picture with no more words than this before it is on the first screen, and so is loaded at once. */
const WORDS_ABOVE = 150;

/** The page's margins beside a picture that fills a phone, in CSS pixels. */
const MARGINS = 40;

type Jsx = MdxJsxFlowElementHast | MdxJsxTextElementHast;

/**
 * Gives pictures from `articleimages/` their size, their lighter copies, a time to load, and a link
 * to the original where they are not in a link already. Other pictures only load late.
 */
export const rehypePictures: Plugin<[SurroundingsOptions], Root> = function ({ surroundingsOf }) {
  return (tree, file) => {
    const { at } = surroundingsOf(file);
    let words = 0;
    let isFirst = true;
    walkHtml(tree, (node, ancestors) => {
      if (node.type === 'text') words += countWords(node.value);
      const image = asImage(node);
      const parent = ancestors.at(-1);
      if (!image || !parent) return undefined;
      const address = String(image.properties['src']).replace(/[?#].*$/s, '');
      const landmark = address.startsWith('/') ? at(address) : undefined;
      const picture = landmark?.kind === 'picture' ? landmark : undefined;
      Object.assign(image.properties, isFirst && words <= WORDS_ABOVE ? EAGER : LAZY);
      isFirst = false;
      const isInside = (...names: string[]) =>
        ancestors.some((ancestor) =>
          'tagName' in ancestor
            ? names.includes(ancestor.tagName)
            : 'name' in ancestor && names.includes(jsxNameOf(ancestor)),
        );
      if (picture?.size) setSize(image, picture.size);
      const sources = picture && !isInside('picture') ? picture.sources : [];
      const shown = withCopies(image, sources);
      const linked =
        picture && !isInside('a', 'button', 'picture') ? h('a.picture', { href: address }, [shown]) : shown;
      if (linked !== shown && isAlone(node, parent))
        linked.properties['className'] = ['picture', 'picture-alone'];
      parent.children.splice(parent.children.indexOf(node as Element), 1, linked);
      return PASS_BY;
    });
  };
};

/** Whether a node is all that its paragraph has. */
function isAlone(node: Nodes, parent: Parents): boolean {
  const isBlank = (other: Nodes) => other.type === 'text' && other.value.trim() === '';
  const isParagraph = parent.type === 'element' && parent.tagName === 'p';
  return isParagraph && parent.children.every((other) => other === node || isBlank(other));
}

const EAGER: Properties = { loading: 'eager', fetchPriority: 'high', decoding: 'async' };
const LAZY: Properties = { loading: 'lazy', decoding: 'async' };

/** The element of a picture, also of one that was written as JSX with fixed attributes. */
function asImage(node: Nodes): Element | undefined {
  if (node.type === 'element' && node.tagName === 'img') return node;
  const isJsx = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  if (!isJsx || node.name !== 'img' || !isStatic(node as Jsx)) return undefined;
  return h('img', Object.fromEntries(staticAttributes(node as Jsx)));
}

/** Sets the size at which a picture is shown; of a size that its author gave in part, the rest follows. */
function setSize({ properties }: Element, size: Size): void {
  const [width, height] = [properties['width'], properties['height']].map(Number);
  if (properties['width'] === undefined && properties['height'] === undefined) {
    Object.assign(properties, shownSize(size));
  } else if (properties['height'] === undefined && width) {
    properties['height'] = Math.round((width * size.height) / size.width);
  } else if (properties['width'] === undefined && height) {
    properties['width'] = Math.round((height * size.width) / size.height);
  }
}

function withCopies(image: Element, sources: readonly PictureSource[]): Element {
  const source = sourceSet(sources);
  if (!source) return image;
  const width = Number(image.properties['width']);
  const wide = width ? `(min-width: ${width + MARGINS}px) ${width}px, ` : '';
  source.properties['sizes'] = `${wide}calc(100vw - ${MARGINS}px)`;
  return h('picture', [source, image]);
}

/** What offers the copies of a picture, before it is said where which of them fits; undefined where there are none. */
export function sourceSet(sources: readonly PictureSource[]): Element | undefined {
  const [first] = sources;
  const srcSet = sources.map(({ address, width }) => `${address} ${width}w`).join(', ');
  return first && h('source', { type: first.type, srcSet });
}
