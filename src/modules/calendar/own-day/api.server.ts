import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { isWorkingDay } from '../working-day/working-day.ts';
import { removeOwnDay, restoreOwnDay, setOwnDays } from './commands.server.ts';
import { ownDaysBody, workingDaysQuery } from './input.ts';
import type { OwnDay } from './own-day.ts';
import { getOwnDay, listOwnDays, loadOfficeCalendar } from './queries.server.ts';
import { daysOfMonth } from './days-of-month.ts';
import { type Texts, texts } from './texts.ts';

const ownDay = z
  .object({
    id: z.uuid(),
    on: z.iso.date(),
    kind: z.enum(['off', 'work']),
    reason: z.string(),
    isRemoved: z.boolean(),
  })
  .meta({ id: 'OwnDay' });

const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];

/** The calendar of the office for programs: which days it works, and its own days. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'calendar.own-day.month',
    path: '/working-days',
    summary: (lang) => texts(lang).api.month,
    query: workingDaysQuery,
    reply: z.object({
      items: z.array(z.object({ on: z.iso.date(), isWorking: z.boolean(), name: z.string().nullable() })),
    }),
    example: { query: { month: '2026-05' } },
    run: async (ctx, { query }) => {
      const calendar = await loadOfficeCalendar(ctx);
      const items = daysOfMonth(query.month).map((on) => ({
        on,
        isWorking: isWorkingDay(calendar, on),
        name: calendar.rules.get(on)?.name ?? null,
      }));
      return { value: { items } };
    },
  }),
  listOperation({
    id: 'calendar.own-day.list',
    path: '/own-days',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: ownDay,
    run: async (ctx, { query }) => pageOfAll(await listOwnDays(ctx), query, written),
  }),
  deedOperation({
    id: 'calendar.own-day.set',
    path: '/own-days',
    summary: (lang) => texts(lang).api.set,
    body: ownDaysBody,
    reply: z.object({ items: z.array(ownDay) }),
    status: 201,
    refusals: { 'off-already': 409, 'works-already': 409, 'set-already': 409 },
    sentence,
    example: { body: { offOn: '2026-05-13', reason: 'no electricity' } },
    run: async (ctx, { body }) => {
      const given = { ...body, offOn: dayOf(body.offOn), workOn: dayOf(body.workOn) };
      return thenShow(await setOwnDays(ctx, given), async () => {
        const set = (await listOwnDays(ctx)).filter(
          (day) => !day.isRemoved && [given.offOn, given.workOn].includes(day.on),
        );
        return { value: { items: set.map(written) } };
      });
    },
  }),
  deedOperation({
    id: 'calendar.own-day.remove',
    path: '/own-days/:id/remove',
    summary: (lang) => texts(lang).api.remove,
    reply: ownDay,
    refusals: { removed: 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await removeOwnDay(ctx, params.id ?? ''), async () => ({
        value: written(await getOwnDay(ctx, params.id ?? '')),
      })),
  }),
  deedOperation({
    id: 'calendar.own-day.restore',
    path: '/own-days/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: ownDay,
    refusals: { 'not-removed': 409, 'set-already': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await restoreOwnDay(ctx, params.id ?? ''), async () => ({
        value: written(await getOwnDay(ctx, params.id ?? '')),
      })),
  }),
];

function dayOf(text: string | undefined): PlainDate | undefined {
  return text === undefined ? undefined : plainDate(text);
}

function written({ id, on, kind, reason, isRemoved }: OwnDay): z.input<typeof ownDay> {
  return { id, on, kind, reason, isRemoved };
}
