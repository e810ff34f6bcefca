import type { Element, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h, s } from 'hastscript';
import type { Plugin } from 'unified';
import { readCodeInfo } from './code-info.ts';
import { type Diagram, DIAGRAM_LANGUAGE, readDiagram } from './diagrams/diagram.ts';
import { drawFlowchart } from './diagrams/flowchart-drawing.ts';
import { FONT_SIZE } from './diagrams/label.ts';
import { drawSequence } from './diagrams/sequence-drawing.ts';
import { type Drawing, rounded } from './diagrams/shapes.ts';
import { PASS_BY } from './walk.ts';
import { walkHtml } from './walk-html.ts';

/** Room around a drawing, so that no line is cut. */
const MARGIN = 3;

/** Drawings that are not wider than this fit on a phone. */
const WIDE = 272;

/**
 * Draws the code blocks whose language is `mermaid`, each with its text below it. One that cannot be
 * read stays a code block; the check tells its author.
 */
export const rehypeDiagrams: Plugin<[], Root> = function () {
  return async (tree) => {
    const found: { readonly pre: Element; readonly parent: Parents; readonly title: string | undefined }[] =
      [];
    walkHtml(tree, (pre, ancestors) => {
      if (pre.type !== 'element' || pre.tagName !== 'pre') return undefined;
      const [code] = pre.children;
      const parent = ancestors.at(-1);
      if (!parent || code?.type !== 'element') return undefined;
      const { className, metastring } = code.properties;
      if (!Array.isArray(className) || !className.includes(`language-${DIAGRAM_LANGUAGE}`)) return PASS_BY;
      found.push({ pre, parent, title: readCodeInfo(String(metastring ?? ''), 0).title });
      return PASS_BY;
    });
    for (const { pre, parent, title } of found) {
      const { diagram } = readDiagram(toString(pre));
      if (diagram)
        parent.children.splice(parent.children.indexOf(pre), 1, await figureOf(diagram, title, pre));
    }
  };
};

async function figureOf(diagram: Diagram, caption: string | undefined, pre: Element): Promise<Element> {
  const { drawing, title = caption ?? 'Diagram' } = diagram;
  const drawn = drawing.kind === 'flowchart' ? await drawFlowchart(drawing) : drawSequence(drawing);
  const isWide = drawn.width > WIDE;
  const [code] = pre.children;
  // Its title stands below the drawing already.
  if (code?.type === 'element') delete code.properties['metastring'];
  const box = h('div.scroll-box', isWide ? { role: 'group', ariaLabel: title, tabIndex: 0 } : {}, [
    svgOf(drawn, title, diagram.description),
  ]);
  return h('div.diagram', [
    // A figure without a caption would be one without a name.
    caption === undefined ? box : h('figure', [box, h('figcaption', caption)]),
    h('details', [h('summary', 'Text of the diagram'), pre]),
  ]);
}

/** Readers who do not see it get its title and description, which need no ids where they come first. */
function svgOf({ children, ...drawing }: Drawing, title: string, description: string | undefined): Element {
  const width = Math.ceil(drawing.width) + 2 * MARGIN;
  const height = Math.ceil(drawing.height) + 2 * MARGIN;
  const corner = `${rounded(drawing.left - MARGIN)} ${rounded(drawing.top - MARGIN)}`;
  return s(
    'svg',
    {
      role: 'img',
      width,
      height,
      viewBox: `${corner} ${width} ${height}`,
      fontSize: FONT_SIZE,
      textAnchor: 'middle',
    },
    [s('title', title), description === undefined ? null : s('desc', description), ...children],
  );
}
