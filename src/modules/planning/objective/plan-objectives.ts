import type { AnyRow } from '../plan-draft/plan-draft.ts';
import type { PlanDifference } from '../plan-difference/plan-difference.ts';

/** A section as objectives are taken from it. */
export interface NamedSection {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** An objective of the earlier version; the section is where it came from. */
export interface EarlierObjective {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly section: { readonly code: string; readonly title: string } | null;
}

/**
 * Which objective of the earlier version goes on from which section of the later one: by code and title, then by title,
 * then by code; each once.
 */
export function pairSections(
  sections: readonly NamedSection[],
  earlier: readonly EarlierObjective[],
): ReadonlyMap<string, EarlierObjective> {
  const pairs = new Map<string, EarlierObjective>();
  const free = new Set(earlier.filter((one) => one.section !== null));
  const likenesses: ((section: NamedSection, one: EarlierObjective) => boolean)[] = [
    (section, one) => one.section?.code === section.code && one.section.title === section.title,
    (section, one) => one.section?.title === section.title,
    (section, one) => one.section?.code === section.code,
  ];
  for (const isAlike of likenesses) {
    for (const section of sections) {
      if (pairs.has(section.id)) continue;
      const found = [...free].find((one) => isAlike(section, one));
      if (!found) continue;
      pairs.set(section.id, found);
      free.delete(found);
    }
  }
  return pairs;
}

/**
 * Which target of the earlier version goes on as which of the later one, by their places in the order of each plan: rows
 * are stored in their order, and targets are neither added nor taken away afterwards.
 */
export function pairTargets(
  earlier: readonly AnyRow[],
  later: readonly AnyRow[],
  difference: Pick<PlanDifference, 'same' | 'changed'>,
): readonly { readonly from: number; readonly to: number }[] {
  const placesOf = (rows: readonly AnyRow[]) =>
    new Map(rows.filter((row) => row.kind === 'target').map((row, place) => [row.id as string, place]));
  const [before, after] = [placesOf(earlier), placesOf(later)];
  return [...difference.same, ...difference.changed].flatMap((pair) => {
    const [from, to] = [before.get(pair.before.id), after.get(pair.after.id)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}
