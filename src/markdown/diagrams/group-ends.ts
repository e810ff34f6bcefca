import type { Flowchart } from './flowchart.ts';

/** Links of a group are links of a node in it: of the one at which what is in the group begins or ends. */
export class GroupEnds {
  readonly #chart: Pick<Flowchart, 'nodes' | 'groups' | 'links'>;

  constructor(chart: Pick<Flowchart, 'nodes' | 'groups' | 'links'>) {
    this.#chart = chart;
  }

  isGroup(id: string): boolean {
    return this.#chart.groups.some((group) => group.id === id);
  }

  firstOf(id: string): string {
    return this.#end(id, 'to') ?? id;
  }

  lastOf(id: string): string {
    return this.#end(id, 'from') ?? id;
  }

  #end(id: string, side: 'from' | 'to'): string | undefined {
    if (!this.isGroup(id)) return undefined;
    const inside = this.#membersOf(id);
    const other = side === 'to' ? 'from' : 'to';
    const members = side === 'to' ? inside : inside.toReversed();
    const isEnd = (node: string) =>
      this.#chart.links.every((link) => link[side] !== node || !inside.includes(link[other]));
    return members.find(isEnd) ?? members[0];
  }

  #membersOf(id: string): string[] {
    const { nodes, groups } = this.#chart;
    const own = nodes.filter(({ group }) => group === id).map((node) => node.id);
    const inner = groups.filter(({ parent }) => parent === id).flatMap((group) => this.#membersOf(group.id));
    return [...own, ...inner];
  }
}
