import {
  addWorkingDays,
  isWorkingDay,
  loadOfficeCalendar,
  nextWorkingDay,
} from '#modules/calendar/index.server.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { findDayOffRule } from './queries.server.ts';
import type { DayOffRule } from './report-period.ts';
import { dueDay } from './wanted-periods.ts';

/** Says for a last day by the words when the office has to hand in, by its rule for days off. */
export async function dueDays(
  ctx: Ctx,
  rule?: DayOffRule,
): Promise<(lastOn: PlainDate | null) => PlainDate | null> {
  const calendar = await loadOfficeCalendar(ctx);
  const chosen = rule ?? (await findDayOffRule(ctx)).rule;
  return (lastOn) =>
    dueDay(lastOn, chosen, {
      before: (day) => (isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, addDays(day, 1), -1)),
      after: (day) => nextWorkingDay(calendar, day),
    });
}
