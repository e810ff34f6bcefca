import type { DiagramLine } from './lines.ts';
import { type DiagramLabel, diagramLabel } from './label.ts';
import { readLink } from './links.ts';
import { DiagramMistake, DiagramScanner } from './scanner.ts';
import { type NodeShape, readNode } from './nodes.ts';

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

export interface FlowNode {
  readonly id: string;
  readonly shape: NodeShape;
  readonly label: DiagramLabel;
  /** The group that it stands in. */
  readonly group: string | undefined;
}

export interface FlowLink {
  /** Ids of nodes or of groups. */
  readonly from: string;
  readonly to: string;
  readonly line: 'solid' | 'dotted' | 'thick' | 'invisible';
  readonly heads: 'none' | 'forward' | 'both';
  /** How many ranks it spans at least. */
  readonly length: number;
  readonly label: DiagramLabel | undefined;
}

export interface FlowGroup {
  readonly id: string;
  readonly label: DiagramLabel;
  readonly parent: string | undefined;
}

/** Nodes and groups stand in the order in which they are named. */
export interface Flowchart {
  readonly kind: 'flowchart';
  readonly direction: Direction;
  readonly nodes: readonly FlowNode[];
  readonly groups: readonly FlowGroup[];
  readonly links: readonly FlowLink[];
}

export const FLOWCHART = /^(?:flowchart|graph)(?=\s|$)/;

const STYLES = /^(?:classDef|class|style|linkStyle|click)\s/;

/** Takes in the statements of a flowchart one by one; each throws the first mistake that is in it. */
export class FlowchartReader {
  #direction: Direction = 'TB';
  readonly #nodes = new Map<string, FlowNode>();
  readonly #groups = new Map<string, FlowGroup>();
  readonly #links: FlowLink[] = [];
  readonly #open: { readonly id: string; readonly at: DiagramLine }[] = [];

  header({ text }: DiagramLine): void {
    const scanner = new DiagramScanner(text);
    scanner.take(FLOWCHART);
    const direction = scanner.take(/^(?:TB|TD|BT|LR|RL)$/)?.[0];
    if (direction !== undefined) this.#direction = directionOf(direction);
    else if (!scanner.isAtEnd)
      throw scanner.mistake((piece) => `There is no direction ${piece}.`, DIRECTIONS);
  }

  statement(at: DiagramLine): void {
    const { text } = at;
    if (STYLES.test(text))
      throw new DiagramMistake('A diagram has no colours or links of its own.', NO_STYLES);
    const [, group] = /^subgraph(?:\s+(.*))?$/.exec(text) ?? [];
    const [, direction] = /^direction\s+(\w+)$/.exec(text) ?? [];
    if (/^subgraph(?:\s|$)/.test(text)) this.#startGroup(group ?? '', at);
    else if (direction !== undefined) this.#sameDirection(direction);
    else if (text !== 'end') this.#chain(new DiagramScanner(text));
    else if (!this.#open.pop())
      throw new DiagramMistake('There is no `subgraph` that ends here.', 'Remove it.');
  }

  /** A group that is never closed is a mistake of the line that opens it. */
  unclosed(): DiagramLine | undefined {
    return this.#open.at(-1)?.at;
  }

  flowchart(): Flowchart {
    return {
      kind: 'flowchart',
      direction: this.#direction,
      nodes: [...this.#nodes.values()].filter(({ id }) => !this.#groups.has(id)),
      groups: [...this.#groups.values()],
      links: this.#links,
    };
  }

  #startGroup(typed: string, at: DiagramLine): void {
    const [, id = typed, quoted, bare] = /^([^\s[]+)\s*\[(?:"([^"]*)"|([^\]"]*))\]$/.exec(typed) ?? [];
    const parent = this.#open.at(-1)?.id;
    this.#open.push({ id, at });
    const label = quoted ?? bare ?? typed.replace(/^"(.*)"$/, '$1');
    if (label.trim() === '' || /[[\]"]/.test(quoted === undefined ? label : ''))
      throw new DiagramMistake('The group has no name.', 'Write `subgraph id [Its name]`.');
    if (this.#groups.has(id))
      throw new DiagramMistake(`There are two groups \`${id}\`.`, 'Give one another id.');
    this.#groups.set(id, { id, label: diagramLabel(label), parent });
  }

  #sameDirection(typed: string): void {
    if (this.#open.length === 0) this.#direction = directionOf(typed);
    else if (directionOf(typed) !== this.#direction)
      throw new DiagramMistake('A group runs as its diagram does.', 'Remove the line.', 'direction '.length);
  }

  /** `A & B --> C -- text --> D` */
  #chain(scanner: DiagramScanner): void {
    let from = this.#side(scanner);
    while (!scanner.isAtEnd) {
      const link = readLink(scanner);
      const to = this.#side(scanner);
      for (const one of from) for (const other of to) this.#links.push({ ...link, from: one, to: other });
      from = to;
    }
  }

  #side(scanner: DiagramScanner): string[] {
    const ids = [];
    do {
      const { id, shape, label } = readNode(scanner);
      const known = this.#nodes.get(id);
      const group = known?.group ?? this.#open.at(-1)?.id;
      const looks = known && !shape ? known : { shape: shape ?? 'box', label: label ?? diagramLabel(id) };
      this.#nodes.set(id, { ...looks, id, group });
      ids.push(id);
    } while (scanner.take(/^&/));
    return ids;
  }
}

const DIRECTIONS = 'Write `TD` (from top to bottom), `LR` (from left to right), `BT` or `RL`.';

const NO_STYLES = 'Remove the line; colours follow the theme of the site.';

function directionOf(typed: string): Direction {
  if (typed === 'TD' || typed === 'TB') return 'TB';
  if (typed === 'BT' || typed === 'LR' || typed === 'RL') return typed;
  throw new DiagramMistake(`There is no direction \`${typed}\`.`, DIRECTIONS, 'direction '.length);
}
