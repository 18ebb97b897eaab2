import { type Commune, unitsIn } from './commune-units.ts';
import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';
import { bare } from './letters.ts';
import type { Section } from './plan-reading.ts';
import type { TaskRead } from './task-row.ts';
import { timePhraseIn } from './time-phrase.ts';
import { isUnitList } from './unit-name.ts';

const ANY_COMMUNE: Commune = { level: 'xã', knownUnits: [] };
/** "A. CẢI CÁCH THỂ CHẾ (Phòng Kinh tế chủ trì)" */
const CHARGED = /\(([^()]{4,120}?)\s+(?:chu tri|phu trach|dau moi|thuc hien)(?:\s+[a-z ]{1,20})?\)/;
const FEWEST_SECTIONS = 2;

/**
 * The units that a title is the name of: "1. Phòng Kinh tế", "Trách nhiệm của Công an xã"; none for other titles.
 * A title may also say whom it charges, "(Phòng Kinh tế chủ trì)".
 */
export function leadOf(title: string, commune: Commune = ANY_COMMUNE): string[] {
  const named = title
    .replace(/^(?:(?:đề nghị|giao|trách nhiệm|nhiệm vụ|công việc|phân công|của|cho|do)\s+)+/iu, '')
    .replace(/[:.\s]+$/, '');
  const charged = CHARGED.exec(bare(title));
  if (charged?.[1]) {
    const start = charged.index + 1;
    return unitsIn(title.slice(start, start + charged[1].length), commune).units;
  }
  return isUnitList(named) ? unitsIn(named, commune).units : [];
}

/** Gives tasks the deadline that titles their section, in a list that is ordered by time and has no deadlines. */
export function dueBySections(
  reads: readonly TaskRead[],
  sections: readonly Section[],
  years: PlanYears,
): void {
  if (sections.length < FEWEST_SECTIONS || reads.some(({ task }) => task.due_text !== null)) return;
  const dues = new Map(
    sections.flatMap(({ code, title }) => {
      const phrase = timePhraseIn(title) ?? title;
      const read = readDue(phrase, years);
      return read ? [[code, { phrase, due: read.due }] as const] : [];
    }),
  );
  if (dues.size < sections.length) return;
  for (const { task } of reads) {
    const found = dues.get(task.section ?? '');
    if (found) [task.due_text, task.due] = [found.phrase, found.due];
  }
}

/** Lets the unit that titles a section lead its tasks, in a list that is ordered by units and names no leads. */
export function leadBySections(
  reads: readonly TaskRead[],
  sections: readonly Section[],
  commune: Commune,
): void {
  const units = new Map(sections.map(({ code, title }) => [code, leadOf(title, commune)]));
  const byUnit =
    sections.length >= FEWEST_SECTIONS &&
    [...units.values()].every((names) => names.length > 0) &&
    reads.every(({ task }) => task.lead.length === 0);
  if (!byUnit) return;
  for (const { task } of reads) task.lead = [...(units.get(task.section ?? '') ?? [])];
}
