import type { PlanReading, ReadTask } from './plan-reading.ts';
import { knownUnits } from './unit-known.ts';

/**
 * A reading in which each unit that the commune has bears the name that it has there; a slip in the paper is then no
 * new unit, and no longer doubted. Units that the commune does not have stay as read.
 */
export function settleUnits(reading: PlanReading, names: readonly string[]): PlanReading {
  if (names.length === 0) return reading;
  const known = knownUnits(names);
  const settle = (name: string) => {
    const own = known.like(name);
    return own !== undefined && figuresOf(own) === figuresOf(name) ? own : name;
  };
  return { ...reading, tasks: reading.tasks.map((task) => settled(task, settle, new Set(names))) };
}

function settled(task: ReadTask, settle: (name: string) => string, own: ReadonlySet<string>): ReadTask {
  const lead = [...new Set(task.lead.map(settle))];
  const coordinators = [...new Set(task.coordinators.map(settle))].filter((unit) => !lead.includes(unit));
  const isKnown = (name: string | undefined) => name !== undefined && own.has(settle(name));
  return {
    ...task,
    lead,
    coordinators,
    doubts: task.doubts.filter((doubt) => doubt.code !== 'unit-unknown' || !isKnown(doubt.detail)),
  };
}

/** School 1 and school 2 are not one slip apart. */
function figuresOf(name: string): string {
  return name.replaceAll(/\D+/g, ' ').trim();
}
