import type { Properties } from 'hast';
import type { Emphasis, Paragraph, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { captionedTables, figuresIn } from './captions.ts';

/**
 * Makes figures of pictures that have a title and stand alone, and numbers the captions of tables,
 * which `rehypeScrollBoxes` then puts into them. Addresses must be those of the site by then.
 */
export const remarkCaptions: Plugin<[], Root> = function () {
  return (tree) => {
    for (const { id, label, caption, picture, node, parent } of figuresIn(tree)) {
      const words = element('figcaption', {}, [numbered(label), text(` ${caption}`)]);
      const figure: Paragraph = {
        type: 'paragraph',
        children: [{ ...picture, title: null }, words],
        data: { hName: 'figure', hProperties: { id } },
      };
      Object.assign(parent, { children: parent.children.map((child) => (child === node ? figure : child)) });
    }
    for (const { id, label, caption, opening } of captionedTables(tree)) {
      opening.value = opening.value.replace(/^Table:\s+/, ' ');
      caption.children.unshift(numbered(label));
      caption.data = { hProperties: { id, className: ['table-caption'] } };
    }
  };
};

/** The number is the site's, not the author's, and set apart from the words. */
function numbered(label: string): Emphasis {
  return element('span', { className: ['caption-number'] }, [text(`${label}.`)]);
}

function element(hName: string, hProperties: Properties, children: PhrasingContent[]): Emphasis {
  return { type: 'emphasis', data: { hName, hProperties }, children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
