import { z } from 'zod';
import { type Operation, recordOperation } from '#platform/api/operation.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { must } from '#platform/session/decision.ts';
import { progressApiQuery } from './input.ts';
import { groupNames } from './names.server.ts';
import * as policy from './policy.ts';
import { figures, onTimePercent } from './progress.ts';
import { countProgress } from './queries.server.ts';
import { texts } from './texts.ts';

const count = z.int().min(0);

const group = z
  .object({
    key: z
      .string()
      .nullable()
      .describe('Id of the unit or leader, or the field; null for tasks without one.'),
    name: z.string(),
    ...(Object.fromEntries(figures.map((name) => [name, count])) as Record<
      (typeof figures)[number],
      z.ZodInt
    >),
    onTimePercent: z.number().nullable().describe('Null where nothing has been due.'),
  })
  .meta({ id: 'ProgressGroup' });

/** The figures of a day for programs. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'planning.progress.read',
    scopes: [['read'], ['planning.task']],
    path: '/progress',
    summary: (lang) => texts(lang).api.show,
    query: progressApiQuery,
    reply: z.object({ day: z.iso.date(), groups: z.array(group) }),
    example: { query: { day: '2026-05-12', by: 'unit' } },
    run: async (ctx, { query }) => {
      must(policy.read(ctx.actor));
      const today = ctx.clock.today();
      const day = query.day !== undefined && query.day < today ? plainDate(query.day) : today;
      const groups = await countProgress(ctx, day, query.by);
      const names = await groupNames(
        ctx,
        query.by,
        groups.map((one) => one.key),
      );
      return {
        value: {
          day,
          groups: groups.map((one) => ({
            ...one,
            name: names.get(one.key) ?? '',
            onTimePercent: onTimePercent(one) ?? null,
          })),
        },
      };
    },
  }),
];
