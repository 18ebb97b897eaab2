import { measureWords } from '../plan-check/same-measure.ts';

/** A task and a target that it is for. */
export interface Link {
  readonly taskId: string;
  readonly targetId: string;
}

/** How a link came about: the plan itself, a proposal that a person accepted, or a person's own choice. */
export type LinkOrigin = 'plan' | 'proposal' | 'hand';

/** More are linked in several goes. */
export const mostLinksAtOnce = 500;

/** What is compared of a target and of a task. */
export interface ComparedTarget {
  readonly id: string;
  readonly sectionId: string | null;
  readonly text: string;
}
export interface ComparedTask {
  readonly id: string;
  readonly sectionId: string | null;
  readonly text: string;
}

/** A link that the words of the plan suggest; `words` are what both say. */
export interface Proposal extends Link {
  /** How much of what the target says the task says too, 0 to 100. */
  readonly percent: number;
}

/** Less alike than this within one section, or than that across sections, nothing is proposed. */
const leastPercent = { sameSection: 25, elsewhere: 50 } as const;
const mostPerTarget = 3;

/**
 * Which tasks the plan's words suggest for each target, the most alike first: what both say, weighed by how rarely the
 * tasks say it, and less is enough within one section. Vietnamese words are mostly two syllables, so pairs are compared.
 * Deterministic; grows with the words of the plan, not with targets times tasks.
 */
export function proposeLinks(
  targets: readonly ComparedTarget[],
  tasks: readonly ComparedTask[],
  isLinked: (link: Link) => boolean,
): Proposal[] {
  const saying = new Map<string, Set<number>>();
  for (const [at, task] of tasks.entries()) {
    for (const pair of pairsOf(task.text)) {
      const known = saying.get(pair);
      if (known) known.add(at);
      else saying.set(pair, new Set([at]));
    }
  }
  return targets.flatMap((target) => {
    const pairs = [...pairsOf(target.text)];
    const weigh = (pair: string) => Math.log(1 + tasks.length / Math.max(1, saying.get(pair)?.size ?? 1));
    const whole = pairs.reduce((sum, pair) => sum + weigh(pair), 0);
    const said = new Map<number, number>();
    for (const pair of pairs) {
      for (const at of saying.get(pair) ?? []) said.set(at, (said.get(at) ?? 0) + weigh(pair));
    }
    return [...said]
      .flatMap(([at, weight]) => {
        const task = tasks[at];
        if (!task || isLinked({ taskId: task.id, targetId: target.id })) return [];
        const percent = Math.round((weight / whole) * 100);
        const isNear = task.sectionId !== null && task.sectionId === target.sectionId;
        const isAlike = percent >= (isNear ? leastPercent.sameSection : leastPercent.elsewhere);
        return isAlike ? [{ taskId: task.id, targetId: target.id, percent, at }] : [];
      })
      .toSorted((one, other) => other.percent - one.percent || one.at - other.at)
      .slice(0, mostPerTarget)
      .map(({ taskId, targetId, percent }) => ({ taskId, targetId, percent }));
  });
}

function pairsOf(text: string): Set<string> {
  const words = measureWords(text).filter((word) => !/\d/.test(word));
  return new Set(words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`));
}
