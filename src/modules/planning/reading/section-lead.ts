import type { Section } from './plan-reading.ts';
import type { TaskRead } from './task-row.ts';
import { isUnitList, readUnits } from './unit-name.ts';

const FEWEST_SECTIONS = 2;

/** Lets the unit that titles a section lead its tasks, in a list that is ordered by units and names no leads. */
export function leadBySections(
  reads: readonly TaskRead[],
  sections: readonly Section[],
  level: string,
): void {
  const byUnit =
    sections.length >= FEWEST_SECTIONS &&
    sections.every(({ title }) => isUnitList(title)) &&
    reads.every(({ task }) => task.lead.length === 0);
  if (!byUnit) return;
  const units = new Map(sections.map(({ code, title }) => [code, readUnits(title, level).units]));
  for (const { task } of reads) task.lead = [...(units.get(task.section ?? '') ?? [])];
}
