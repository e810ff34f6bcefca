import type { Edge, Graph, Subgraph, Viz } from '@viz-js/viz';
import { z } from 'zod';
import type { Flowchart, FlowGroup } from './flowchart.ts';
import { backLinks } from './back-links.ts';
import { GroupEnds } from './group-ends.ts';
import type { DiagramLabel } from './label.ts';
import { nodeSize, OUTLINES } from './node-shapes.ts';
import type { Point } from './shapes.ts';

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

let loaded: Promise<Viz> | undefined;

/** Loads Graphviz for the first flowchart that there is; to start it takes longer than to draw one. */
function graphviz(): Promise<Viz> {
  loaded ??= import('@viz-js/viz').then(({ instance }) => instance());
  return loaded;
}

/** Lets Graphviz place a flowchart. */
export async function layOut(flowchart: Flowchart): Promise<FlowLayout> {
  const viz = await graphviz();
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

function graphOf(flowchart: Flowchart): Graph {
  const { direction, nodes, groups } = flowchart;
  return {
    directed: true,
    strict: false,
    graphAttributes: { rankdir: direction, compound: true, nodesep: 0.4, ranksep: 0.45 },
    nodeAttributes: { label: '', fixedsize: true },
    nodes: nodes.map((node) => {
      const { width, height } = nodeSize(node);
      const shape = OUTLINES[node.shape] ?? 'box';
      return { name: `n-${node.id}`, attributes: { shape, width: width / 72, height: height / 72 } };
    }),
    edges: edgesOf(flowchart),
    subgraphs: groups
      .filter(({ parent }) => parent === undefined)
      .map((group) => clusterOf(group, nodes, groups)),
  };
}

/** A link that leads back is laid out as one that leads on, with its head at the other end. */
function edgesOf({ nodes, groups, links }: Flowchart): Edge[] {
  const ends = new GroupEnds({ nodes, groups, links });
  const joined = links.map((link) => ({ from: ends.lastOf(link.from), to: ends.firstOf(link.to), link }));
  const ids = nodes.map(({ id }) => id);
  const back = backLinks(ids, joined);
  return joined.map(({ from, to, link }, index) => {
    const isBack = back.has(joined[index]);
    const [tail, head] = isBack ? [to, from] : [from, to];
    const [ltail, lhead] = (isBack ? [link.to, link.from] : [link.from, link.to]).map((id) =>
      ends.isGroup(id) ? `cluster-${id}` : '',
    );
    return {
      tail: `n-${tail}`,
      head: `n-${head}`,
      attributes: {
        id: String(index),
        minlen: link.length,
        arrowsize: 0.75,
        dir: isBack && link.heads === 'forward' ? 'back' : link.heads,
        style: link.line === 'invisible' ? 'invis' : 'solid',
        ...(ltail && { ltail }),
        ...(lhead && { lhead }),
        ...roomFor(link.label),
      },
    };
  });
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

/** An empty table as large as a label: Graphviz does not know how wide our letters are. */
function roomFor(label: DiagramLabel | undefined): { readonly label?: { readonly html: string } } {
  if (!label) return {};
  const size = `width="${Math.ceil(label.width + 10)}" height="${Math.ceil(label.height + 4)}"`;
  return {
    label: {
      html: `<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" ${size}><tr><td></td></tr></table>`,
    },
  };
}
