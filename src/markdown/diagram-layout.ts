import type { Graph, Subgraph } from '@viz-js/viz';
import { z } from 'zod';
import type { Flowchart, FlowGroup, FlowLink } from './diagram-flowchart.ts';
import type { DiagramLabel } from './diagram-label.ts';
import { nodeSize, OUTLINES } from './diagram-node-shapes.ts';
import type { Point } from './diagram-shapes.ts';

/** Where things stand, in the order of the flowchart; in pixels. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Point[];
  readonly groups: readonly (readonly number[])[];
  readonly links: readonly LinkLayout[];
}

export interface LinkLayout {
  /** The points of cubic curves. */
  readonly curve: readonly Point[];
  /** The corners of arrow heads. */
  readonly heads: readonly (readonly Point[])[];
  readonly label: Point | undefined;
}

const POINT = z.tuple([z.number(), z.number()]);
const NUMBERS = z.string().transform((text) => text.split(',').map(Number));
const OPERATIONS = z.array(z.object({ op: z.string(), points: z.array(POINT).optional() })).default([]);

/** The part of Graphviz's JSON that is read: https://graphviz.org/docs/outputs/json/ */
const OUTPUT = z.object({
  bb: NUMBERS,
  objects: z.array(z.object({ name: z.string(), pos: NUMBERS.optional(), bb: NUMBERS.optional() })),
  edges: z
    .array(
      z.object({
        id: z.string(),
        lp: NUMBERS.optional(),
        _draw_: OPERATIONS,
        _hdraw_: OPERATIONS,
        _tdraw_: OPERATIONS,
      }),
    )
    .default([]),
});

/** Lets Graphviz place a flowchart; the library is loaded for the first one. */
export async function layOut(flowchart: Flowchart): Promise<FlowLayout> {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  const options = { format: 'json', engine: 'dot', yInvert: true } as const;
  const result = viz.render(graphOf(flowchart), options);
  if (result.status === 'failure')
    throw new Error(result.errors.map(({ message }) => message).join(' '), { cause: flowchart });
  const { bb, objects, edges } = OUTPUT.parse(JSON.parse(result.output));
  const byName = new Map(objects.map((object) => [object.name, object]));
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  return {
    width: bb[2] ?? 0,
    height: bb[1] ?? 0,
    nodes: flowchart.nodes.map(({ id }) => pointOf(byName.get(`n-${id}`)?.pos) ?? [0, 0]),
    groups: flowchart.groups.map(({ id }) => byName.get(`cluster-${id}`)?.bb ?? []),
    links: flowchart.links.map((_, index) => {
      const edge = byId.get(String(index));
      const heads = [...(edge?._hdraw_ ?? []), ...(edge?._tdraw_ ?? [])];
      return {
        curve: edge?._draw_.find(({ op }) => op === 'b')?.points ?? [],
        heads: heads.flatMap(({ op, points }) => (op === 'P' && points ? [points] : [])),
        label: pointOf(edge?.lp),
      };
    }),
  };
}

function pointOf([x, y]: readonly number[] = []): Point | undefined {
  return x === undefined || y === undefined ? undefined : [x, y];
}

function graphOf({ direction, nodes, groups, links }: Flowchart): Graph {
  const isGroup = new Map(groups.map((group) => [group.id, group]));
  return {
    directed: true,
    strict: false,
    graphAttributes: { rankdir: direction, compound: true, nodesep: 0.4, ranksep: 0.45 },
    nodeAttributes: { label: '', fixedsize: true },
    // All nodes before all groups: their order decides which links lead back.
    nodes: nodes.map((node) => {
      const { width, height } = nodeSize(node);
      const shape = OUTLINES[node.shape] ?? 'box';
      return { name: `n-${node.id}`, attributes: { shape, width: width / 72, height: height / 72 } };
    }),
    edges: links.map((link, index) => ({
      tail: `n-${memberOf(link.from, nodes, groups)}`,
      head: `n-${memberOf(link.to, nodes, groups)}`,
      attributes: {
        id: String(index),
        minlen: link.length,
        arrowsize: 0.75,
        dir: link.heads,
        style: link.line === 'invisible' ? 'invis' : 'solid',
        ...(isGroup.has(link.from) && { ltail: `cluster-${link.from}` }),
        ...(isGroup.has(link.to) && { lhead: `cluster-${link.to}` }),
        ...roomFor(link.label),
      },
    })),
    subgraphs: groups
      .filter(({ parent }) => parent === undefined)
      .map((group) => clusterOf(group, nodes, groups)),
  };
}

function clusterOf(group: FlowGroup, nodes: Flowchart['nodes'], groups: Flowchart['groups']): Subgraph {
  return {
    name: `cluster-${group.id}`,
    graphAttributes: { margin: 14, ...roomFor(group.label) },
    nodes: nodes.filter((node) => node.group === group.id).map(({ id }) => ({ name: `n-${id}` })),
    subgraphs: groups
      .filter(({ parent }) => parent === group.id)
      .map((inner) => clusterOf(inner, nodes, groups)),
  };
}

/** A node that stands for its group where that is linked. */
function memberOf(id: string, nodes: Flowchart['nodes'], groups: Flowchart['groups']): string {
  const inner = nodes.find(({ group }) => group === id)?.id;
  if (inner !== undefined) return inner;
  const child = groups.find(({ parent }) => parent === id);
  return child ? memberOf(child.id, nodes, groups) : id;
}

/** An empty table as large as a label: Graphviz does not know how wide our letters are. */
function roomFor(label: DiagramLabel | FlowLink['label']): { readonly label?: { readonly html: string } } {
  if (!label) return {};
  const size = `width="${Math.ceil(label.width + 10)}" height="${Math.ceil(label.height + 4)}"`;
  return {
    label: {
      html: `<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" ${size}><tr><td></td></tr></table>`,
    },
  };
}
