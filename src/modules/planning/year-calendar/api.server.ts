import { z } from 'zod';
import { loadOfficeCalendar, soonUntil } from '#modules/calendar/index.server.ts';
import { type Operation, recordOperation } from '#platform/api/operation.ts';
import { listPlans, listReportRegimes } from '../plan/queries.server.ts';
import { reportEntries, taskEntries } from './calendar-entry.ts';
import { yearQuery } from './input.ts';
import { listTasksOfYear } from './queries.server.ts';
import { texts } from './texts.ts';

const entry = z
  .object({
    kind: z.enum(['task', 'report']),
    id: z.uuid().describe('The task, or the plan that orders the report.'),
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
      const reports = (await listReportRegimes(ctx, plan?.id)).flatMap((regime) => {
        const own = plans.find((one) => one.id === regime.planId);
        return own ? reportEntries(regime, own, query.year) : [];
      });
      const due = tasks.flatMap((task) => taskEntries(task, query.year, present));
      const items = [...reports, ...due].map((one) => ({
        kind: one.kind,
        id: one.kind === 'task' ? one.task.id : one.planId,
        title: one.kind === 'task' ? one.task.title : one.period,
        from: one.when.from,
        to: one.when.to,
        day: one.when.day,
      }));
      return { value: { items, isCut: hasMore } };
    },
  }),
];
