import { follows, type Label, lastOf, writeLabel } from './ordinal.ts';

/** A place where numbers do not run on: `at` is the index of the label after the gap, or of the second of two. */
export type NumberingFault =
  | { readonly kind: 'gap'; readonly at: number; readonly before: Label | null; readonly missing: string }
  | { readonly kind: 'twice'; readonly at: number };

const mostListed = 4;

/**
 * Looks through labels in the order in which they stand, each level under its own parent: 5.4, 5.6 misses 5.5.
 *
 * `startsAtOne` asks that a sequence begin with 1. A number that goes back without having been used is a new list and
 * no fault.
 */
export function numberingFaults(labels: readonly Label[], startsAtOne: boolean): NumberingFault[] {
  const levels = new Map<string, { last: Label; readonly used: Set<number> }>();
  const faults: NumberingFault[] = [];
  for (const [at, label] of labels.entries()) {
    for (let depth = 1; depth < label.path.length; depth++) passParent(levels, label, depth);
    const parent = keyOf(label, label.path.length);
    const level = levels.get(parent);
    const value = lastOf(label);
    if (level === undefined) {
      if (startsAtOne && value > 1) {
        faults.push({ kind: 'gap', at, before: null, missing: missingBetween(0, label) });
      }
      levels.set(parent, { last: label, used: new Set([value]) });
      continue;
    }
    if (level.used.has(value)) faults.push({ kind: 'twice', at });
    else if (value > lastOf(level.last) && !follows(level.last, label)) {
      faults.push({
        kind: 'gap',
        at,
        before: level.last,
        missing: missingBetween(lastOf(level.last), label),
      });
    }
    level.used.add(value);
    level.last = label;
  }
  return faults;
}

/** How many numbers lie between two labels of one level. */
export function countBetween(before: Label | null, after: Label): number {
  return lastOf(after) - (before === null ? 0 : lastOf(before)) - 1;
}

/** A child tells that its parent exists, which need not stand as a row of its own. */
function passParent(
  levels: Map<string, { last: Label; used: Set<number> }>,
  label: Label,
  depth: number,
): void {
  const key = keyOf(label, depth);
  const level = levels.get(key);
  const last: Label = { path: label.path.slice(0, depth), script: 'arabic', prefix: '' };
  if (level === undefined) levels.set(key, { last, used: new Set() });
  else if (lastOf(level.last) < lastOf(last)) level.last = last;
}

function keyOf(label: Label, depth: number): string {
  return `${depth === label.path.length && label.script === 'letter' ? 'letter' : ''}${label.path.slice(0, depth - 1).join('.')}`;
}

function missingBetween(before: number, after: Label): string {
  const values = Array.from({ length: lastOf(after) - before - 1 }, (_, index) => before + 1 + index);
  const written = values.map((value) => writeLabel(after, value));
  return values.length <= mostListed ? written.join(', ') : `${written[0]}–${written.at(-1)}`;
}
