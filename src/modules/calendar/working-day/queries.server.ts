import type { ReadDb } from '#platform/db/db.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type DayRule, type WorkCalendar, workCalendar } from './working-day.ts';

/** A change of the reference days reaches every running process within this time. */
const keptForMs = 10 * 60 * 1000;

let kept: { calendar: WorkCalendar; since: number } | undefined;

/**
 * The calendar of all years that the database knows, with Saturday and Sunday as weekend.
 *
 * Kept in the process for ten minutes; years beyond the last rule count weekends only. No tenant is needed.
 */
export async function loadWorkCalendar(db: ReadDb): Promise<WorkCalendar> {
  if (kept !== undefined && performance.now() - kept.since < keptForMs) return kept.calendar;
  const rules = await listDayRules(db);
  const calendar = workCalendar(rules);
  // A database whose reference days are still to be loaded must not be remembered as one without holidays.
  if (rules.length > 0) kept = { calendar, since: performance.now() };
  return calendar;
}

/** Makes the next `loadWorkCalendar` of this process read the database again. */
export function forgetWorkCalendar(): void {
  kept = undefined;
}

async function listDayRules(db: ReadDb): Promise<DayRule[]> {
  const rows = await db
    .selectFrom('calendar.day_rule')
    .select(['on_date', 'kind', 'name', 'name_en', 'source', 'certainty'])
    .orderBy('on_date')
    .execute();
  return rows.map((row) => ({
    on: plainDate(row.on_date),
    kind: row.kind as DayRule['kind'],
    name: row.name,
    nameEn: row.name_en,
    source: row.source,
    certainty: row.certainty as DayRule['certainty'],
  }));
}
