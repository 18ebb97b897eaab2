import type { Db } from '#platform/db/db.ts';
import rules from '../../../../seed/reference/holiday-rules.json' with { type: 'json' };
import reference from '../../../../seed/reference/holidays.json' with { type: 'json' };
import { derivedDays } from './derived-days.ts';
import { holidayRules, referenceDays } from './input.ts';
import { forgetWorkCalendar } from './queries.server.ts';

/**
 * Makes the table of days the same as the reference file, and for the years after it as the rules derive them: new days in, changed days corrected, others removed.
 *
 * Needs the migrator's handle, because the app role only reads here; run twice it changes nothing. Throws when the
 * file is not well formed. Yields the number of days.
 */
export async function loadReferenceDays(migratorDb: Db): Promise<number> {
  const days = [...referenceDays.parse(reference), ...yearsToCome()];
  const rows = days.map((day) => ({
    on_date: day.on,
    kind: day.kind,
    name: day.name,
    name_en: day.nameEn,
    source: day.source,
    certainty: day.certainty,
  }));
  await migratorDb
    .insertInto('calendar.day_rule')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('on_date').doUpdateSet((row) => ({
        kind: row.ref('excluded.kind'),
        name: row.ref('excluded.name'),
        name_en: row.ref('excluded.name_en'),
        source: row.ref('excluded.source'),
        certainty: row.ref('excluded.certainty'),
      })),
    )
    .execute();
  await migratorDb
    .deleteFrom('calendar.day_rule')
    .where(
      'on_date',
      'not in',
      rows.map((row) => row.on_date),
    )
    .execute();
  forgetWorkCalendar();
  return rows.length;
}

/** The days of the years whose plans nobody has announced. */
function yearsToCome() {
  const { from, to, ...holidays } = holidayRules.parse(rules);
  return Array.from({ length: to - from + 1 }, (_, index) => derivedDays(holidays, from + index)).flat();
}
