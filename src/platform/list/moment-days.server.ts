import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Condition } from './filter.ts';
import { parsePeriod, spanOf } from './period.ts';

/**
 * A comparison of days with a moment, as bounds of the moment itself: an index by time serves it, which a day worked out
 * of every row would not. Days are those of Việt Nam.
 */
export function ofMoment(
  moment: RawBuilder<unknown>,
  { operator, values }: Condition,
  today: PlainDate,
): Expression<SqlBool> {
  const [first = '', last = first] = values;
  const between = (from: string, to: string) =>
    sql<SqlBool>`(${moment} >= ${startOf(from)} and ${moment} < ${startOf(to, 1)})`;
  switch (operator) {
    case 'is':
      return between(first, first);
    case 'is-not':
      return sql`${between(first, first)} is not true`;
    case 'before':
      return sql`${moment} < ${startOf(first)}`;
    case 'after':
      return sql`${moment} >= ${startOf(first, 1)}`;
    case 'between':
      return between(first, last);
    case 'within': {
      const period = parsePeriod(first);
      if (!period) throw new Error('a filter holds a period that is none');
      const { from, to } = spanOf(period, today);
      return between(from, to);
    }
    case 'empty':
      return sql`${moment} is null`;
    case 'filled':
      return sql`${moment} is not null`;
    default:
      throw new Error(`a moment is not compared by ${operator}`);
  }
}

/** The first moment of a day, or of the one so many days later. */
function startOf(day: string, later = 0): RawBuilder<unknown> {
  return sql`(${day}::date + ${sql.lit(later)})::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
}
