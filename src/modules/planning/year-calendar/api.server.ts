import { z } from 'zod';
import { loadOfficeCalendar, soonUntil } from '#modules/calendar/index.server.ts';
import { type Operation, recordOperation } from '#platform/api/operation.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { listPlans, listReportRegimes } from '../plan/queries.server.ts';
import { type CalendarEntry, dueReports, taskEntries } from './calendar-entry.ts';
import { yearQuery } from './input.ts';
import { periodsOf } from '../report-period/dated-periods.server.ts';
import { periodName } from '../report-period/period-name.ts';
import { listTasksOfYear } from './queries.server.ts';
import { texts } from './texts.ts';

const entry = z
  .object({
    kind: z.enum(['task', 'report']),
    id: z.uuid().describe('The task, the reporting period, or the plan whose periods are not made yet.'),
    from: z.iso.date(),
    to: z.iso.date(),
    day: z.iso.date().nullable().describe('Null where the plan names a span and no day.'),
    title: z.string(),
  })
  .meta({ id: 'CalendarEntry' });

/** The calendar of a year for programs: when tasks fall due and reports are handed in. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'planning.year-calendar.get',
    scopes: [['read'], ['planning.plan', 'planning.task']],
    path: '/year-calendar',
    summary: (lang) => texts(lang).api.get,
    query: yearQuery,
    reply: z.object({
      items: z.array(entry),
      isCut: z.boolean().describe('More tasks fall due than are shown; ask plan by plan.'),
    }),
    example: { query: { year: 2026 } },
    run: async (ctx, { query }) => {
      const plans = await listPlans(ctx);
      const plan = plans.find((one) => one.id === query.plan);
      const today = ctx.clock.today();
      const present = { today, soonUntil: soonUntil(await loadOfficeCalendar(ctx), today) };
      const { tasks, hasMore } = await listTasksOfYear(ctx, query.year, plan?.id);
      const regimes = await listReportRegimes(ctx, plan?.id);
      const periods = await periodsOf(ctx, query.year, plan?.id);
      const reports = dueReports(periods, regimes, plans, query.year, present);
      const due = tasks.flatMap((task) => taskEntries(task, query.year, present));
      const items = [...reports, ...due].map((one) => ({
        ...nameOf(ctx.lang, one),
        from: one.when.from,
        to: one.when.to,
        day: one.when.day,
      }));
      return { value: { items, isCut: hasMore } };
    },
  }),
];

function nameOf(lang: Lang, one: CalendarEntry): { kind: 'task' | 'report'; id: string; title: string } {
  if (one.kind === 'task') return { kind: 'task', id: one.task.id, title: one.task.title };
  if (one.kind === 'report') return { kind: 'report', id: one.planId, title: one.period };
  return { kind: 'report', id: one.period.id, title: periodName(lang, one.period) };
}
