import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { Absence } from './absence.ts';
import { cancelAbsence, recordAbsence, restoreAbsence } from './commands.server.ts';
import { absenceBody } from './input.ts';
import * as policy from './policy.ts';
import { getAbsence, listAbsences } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';

const absence = z
  .object({
    id: z.uuid(),
    officerId: z.uuid(),
    officerName: z.string(),
    unitId: z.uuid(),
    substituteId: z.uuid(),
    substituteName: z.string(),
    fromOn: z.iso.date(),
    toOn: z.iso.date(),
    reason: z.string(),
    isCancelled: z.boolean(),
  })
  .meta({ id: 'Absence' });

const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];
const someone = '00000000-0000-4000-8000-000000000000';
const other = '00000000-0000-4000-8000-000000000001';

/** Absences for programs, such as a system of leave: who is away and who stands in. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'directory.absence.list',
    scopes: [['directory.absence']],
    path: '/absences',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: absence,
    run: async (ctx, { query }) => {
      must(policy.open(ctx.actor));
      return pageOfAll(await listAbsences(ctx), query, written);
    },
  }),
  deedOperation({
    id: 'directory.absence.record',
    path: '/absences',
    summary: (lang) => texts(lang).api.record,
    body: absenceBody,
    reply: absence,
    status: 201,
    refusals: { overlaps: 409, 'substitute-away': 409, left: 409, 'too-long': 422 },
    sentence,
    example: {
      body: {
        officerId: someone,
        substituteId: other,
        fromOn: '2026-05-12',
        toOn: '2026-05-15',
        reason: 'leave',
      },
    },
    run: async (ctx, { body }) => {
      const days = { fromOn: body.fromOn as PlainDate, toOn: body.toOn as PlainDate };
      return thenShow(await recordAbsence(ctx, { ...body, ...days }), (id) => show(ctx, id));
    },
  }),
  deedOperation({
    id: 'directory.absence.cancel',
    path: '/absences/:id/cancel',
    summary: (lang) => texts(lang).api.cancel,
    reply: absence,
    refusals: { cancelled: 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await cancelAbsence(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'directory.absence.restore',
    path: '/absences/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: absence,
    refusals: { overlaps: 409, 'substitute-away': 409, 'not-cancelled': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await restoreAbsence(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
];

async function show(ctx: Ctx, absenceId = ''): Promise<Shown> {
  return { value: written(await getAbsence(ctx, absenceId)) };
}

function written(found: Absence): z.input<typeof absence> {
  return { ...found };
}
