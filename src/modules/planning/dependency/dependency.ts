/** That one task waits for another: finish before start. */
export interface Edge {
  readonly taskId: string;
  readonly predecessorId: string;
}

/** A task that waits for more than these is planned too finely to be followed. */
export const mostPredecessors = 50;

/**
 * The shortest way along which `from` waits, over others, for `to`: both ends included; undefined where it does not.
 * Each edge is walked once.
 */
export function waysTo(edges: readonly Edge[], from: string, to: string): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { taskId, predecessorId } of edges) {
    const known = next.get(taskId);
    if (known) known.push(predecessorId);
    else next.set(taskId, [predecessorId]);
  }
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const queue = [from];
  for (const id of queue) {
    if (id === to) return wayBack(cameFrom, to);
    for (const predecessor of next.get(id) ?? []) {
      if (cameFrom.has(predecessor)) continue;
      cameFrom.set(predecessor, id);
      queue.push(predecessor);
    }
  }
  return undefined;
}

function wayBack(cameFrom: ReadonlyMap<string, string | undefined>, to: string): string[] {
  const way: string[] = [];
  for (let id: string | undefined = to; id !== undefined; id = cameFrom.get(id)) way.unshift(id);
  return way;
}
