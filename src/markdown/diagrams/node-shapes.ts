import type { Element } from 'hast';
import { s } from 'hastscript';
import type { FlowNode } from './flowchart.ts';
import type { NodeShape } from './nodes.ts';
import { boxOf, pathOf, type Point, rounded } from './shapes.ts';

/** How far the ends of a hexagon or a slanted box reach out, and how high the lid of a cylinder is. */
const REACH = 12;
const LID = 7;

/** The outline along which links are cut, by Graphviz's name. */
export const OUTLINES: Readonly<Partial<Record<NodeShape, string>>> = {
  circle: 'circle',
  'double-circle': 'circle',
  diamond: 'diamond',
};

/** The size of a node around its label. */
export function nodeSize({ shape, label }: FlowNode): { readonly width: number; readonly height: number } {
  const width = Math.max(label.width + 32, 48);
  const height = label.height + 20;
  switch (shape) {
    case 'circle':
    case 'double-circle': {
      const across = Math.max(Math.hypot(label.width, label.height) + 20, 44) + (shape === 'circle' ? 0 : 8);
      return { width: across, height: across };
    }
    case 'diamond':
      return { width: label.width * 1.3 + 60, height: label.height * 1.6 + 40 };
    case 'hexagon':
    case 'slanted':
    case 'slanted-back':
      return { width: width + REACH, height };
    case 'subroutine':
      return { width: width + 12, height };
    case 'cylinder':
      return { width, height: height + 3 * LID };
    default:
      return { width, height };
  }
}

/** The outline of a node around its middle. */
export function nodeShape(node: FlowNode, [x, y]: Point): Element[] {
  const { width, height } = nodeSize(node);
  const [left, top, right, bottom] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  const box = { x: left, y: top, width, height };
  const circle = (r: number) => s('circle.box', { cx: rounded(x), cy: rounded(y), r: rounded(r) });
  const polygon = (...points: readonly Point[]) => s('path.box', { d: pathOf(points, true) });
  switch (node.shape) {
    case 'box':
      return [boxOf(box, 'box')];
    case 'rounded':
      return [boxOf({ ...box, radius: 12 }, 'box')];
    case 'stadium':
      return [boxOf({ ...box, radius: height / 2 }, 'box')];
    case 'subroutine': {
      const bars = `M${rounded(left + 7)} ${rounded(top)}V${rounded(bottom)}M${rounded(right - 7)} ${rounded(top)}V${rounded(bottom)}`;
      return [boxOf({ ...box, radius: 0 }, 'box'), s('path', { d: bars })];
    }
    case 'circle':
      return [circle(width / 2)];
    case 'double-circle':
      return [circle(width / 2), circle(width / 2 - 4)];
    case 'diamond':
      return [polygon([x, top], [right, y], [x, bottom], [left, y])];
    case 'hexagon':
      return [
        polygon(
          [left + REACH, top],
          [right - REACH, top],
          [right, y],
          [right - REACH, bottom],
          [left + REACH, bottom],
          [left, y],
        ),
      ];
    case 'slanted':
      return [polygon([left + REACH, top], [right, top], [right - REACH, bottom], [left, bottom])];
    case 'slanted-back':
      return [polygon([left, top], [right - REACH, top], [right, bottom], [left + REACH, bottom])];
    case 'cylinder': {
      const lid = `a${rounded(width / 2)} ${LID} 0 0 `;
      const [start, low] = [`${rounded(left)} ${rounded(top + LID)}`, rounded(bottom - LID)];
      const d = `M${start}${lid}1 ${rounded(width)} 0V${low}${lid}1 ${rounded(-width)} 0Z`;
      return [s('path.box', { d }), s('path', { d: `M${start}${lid}0 ${rounded(width)} 0` })];
    }
  }
}
