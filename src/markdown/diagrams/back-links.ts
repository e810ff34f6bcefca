/** A link by the nodes that it joins. */
export interface Joined {
  readonly from: string;
  readonly to: string;
}

/**
 * The links that lead back to where a reader has been, who starts at the first node and follows links
 * in the order in which they are written. Without them a chart runs in one direction.
 */
export function backLinks(
  nodes: readonly string[],
  links: readonly Joined[],
): ReadonlySet<Joined | undefined> {
  const back = new Set<Joined>();
  const open = new Set<string>();
  const done = new Set<string>();
  const follow = (node: string) => {
    if (done.has(node)) return;
    open.add(node);
    for (const link of links) {
      if (link.from !== node || link.to === node) continue;
      if (open.has(link.to)) back.add(link);
      else follow(link.to);
    }
    open.delete(node);
    done.add(node);
  };
  for (const node of nodes) follow(node);
  return back;
}
