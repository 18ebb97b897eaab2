import { likeness } from './letters.ts';
import type { Conflict, ReadTarget } from './plan-reading.ts';

const SAME_MEASURE = 0.72;
const MOST_TARGETS = 200;

/** The same measure promised twice with different values; both targets get a doubt. */
export function findConflicts(targets: readonly ReadTarget[]): Conflict[] {
  const conflicts: Conflict[] = [];
  const checked = targets.slice(0, MOST_TARGETS);
  for (const [index, one] of checked.entries()) {
    for (const other of checked.slice(index + 1)) {
      if (!contradict(one, other)) continue;
      const line = [...one.line, ...other.line];
      conflicts.push({ text: `${one.text} / ${other.text}`, line });
      one.doubts.push({ code: 'conflict', detail: other.text });
      other.doubts.push({ code: 'conflict', detail: one.text });
    }
  }
  return conflicts;
}

function contradict(one: ReadTarget, other: ReadTarget): boolean {
  if (one.unit !== other.unit || one.where === other.where || one.line.join() === other.line.join())
    return false;
  if (one.year !== null && other.year !== null && one.year !== other.year) return false;
  const differs =
    one.value !== other.value || (one.operator !== other.operator && one.operator + other.operator !== '>==');
  return differs && likeness(one.metric, other.metric) >= SAME_MEASURE;
}
