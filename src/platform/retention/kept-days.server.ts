import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { ReadDb } from '#platform/db/db.ts';

/** For how many days something is kept, by the rule that holds on this day. A name without a rule is a fault. */
export async function keptDays(db: ReadDb, what: string, on: PlainDate): Promise<number> {
  const { days } = await db
    .selectFrom('platform.retention_rule')
    .select('days')
    .where('what', '=', what)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return days;
}
