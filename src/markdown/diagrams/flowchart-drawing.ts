import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Flowchart, FlowLink } from './flowchart.ts';
import { type LinkLayout, layOut } from './layout.ts';
import { nodeShape } from './node-shapes.ts';
import { boxOf, type Drawing, pathOf, rounded, textOf } from './shapes.ts';

/** Groups are drawn first, so that links and nodes stand on them. */
export async function drawFlowchart(flowchart: Flowchart): Promise<Drawing> {
  const layout = await layOut(flowchart);
  const groups = flowchart.groups.map(({ label }, index) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = layout.groups[index] ?? [];
    const box = { x: left, y: Math.min(top, bottom), width: right - left, height: Math.abs(bottom - top) };
    return s('g', [
      boxOf({ ...box, radius: 6 }, 'area'),
      textOf(label, { x: (left + right) / 2, y: box.y + 6 + label.height / 2 }),
    ]);
  });
  const links = flowchart.links.flatMap((link, index) => drawLink(link, layout.links[index]));
  const nodes = flowchart.nodes.map((node, index) => {
    const [x, y] = layout.nodes[index] ?? [0, 0];
    return s('g', [
      ...nodeShape(node, [x, y]),
      textOf(node.label, { x, y: y + (node.shape === 'cylinder' ? 5 : 0) }),
    ]);
  });
  return {
    left: 0,
    top: 0,
    width: layout.width,
    height: layout.height,
    children: [...groups, ...links, ...nodes],
  };
}

function drawLink({ line, label }: FlowLink, layout: LinkLayout | undefined): Element[] {
  const [start, ...others] = layout?.curve ?? [];
  if (!layout || !start || line === 'invisible') return [];
  const curve = others.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join(' ');
  const look = { dotted: { strokeDasharray: '4 4' }, thick: { strokeWidth: 2.5 }, solid: {} }[line];
  const [x = 0, y = 0] = layout.label ?? [];
  return [
    s('g', [
      s('path', { d: `M${rounded(start[0])} ${rounded(start[1])}C${curve}`, ...look }),
      ...layout.heads.map((corners) => s('path.head', { d: pathOf(corners, true) })),
      label && textOf(label, { x, y }),
    ]),
  ];
}
