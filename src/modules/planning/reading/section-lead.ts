import type { Section } from './plan-reading.ts';
import type { TaskRead } from './task-row.ts';
import { isUnitList, readUnits } from './unit-name.ts';

const FEWEST_SECTIONS = 2;

/** The units that a title is the name of: "1. Phòng Kinh tế", "Trách nhiệm của Công an xã"; none for other titles. */
export function leadOf(title: string, level: string): string[] {
  const named = title
    .replace(/^(?:đề nghị|giao|trách nhiệm của|nhiệm vụ của)\s+/iu, '')
    .replace(/[:.\s]+$/, '');
  return isUnitList(named) ? readUnits(named, level).units : [];
}

/** Lets the unit that titles a section lead its tasks, in a list that is ordered by units and names no leads. */
export function leadBySections(
  reads: readonly TaskRead[],
  sections: readonly Section[],
  level: string,
): void {
  const units = new Map(sections.map(({ code, title }) => [code, leadOf(title, level)]));
  const byUnit =
    sections.length >= FEWEST_SECTIONS &&
    [...units.values()].every((names) => names.length > 0) &&
    reads.every(({ task }) => task.lead.length === 0);
  if (!byUnit) return;
  for (const { task } of reads) task.lead = [...(units.get(task.section ?? '') ?? [])];
}
