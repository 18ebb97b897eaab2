import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { createUnit, editUnit, endUnit, reorderUnit, restoreUnit } from './commands.server.ts';
import { endingBody, reorderBody, unitBody } from './input.ts';
import * as policy from './policy.ts';
import { getKeptUnit, listKeptUnits } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';
import type { KeptUnit } from './unit.ts';

const unit = z
  .object({
    id: z.uuid(),
    name: z.string(),
    isCollective: z.boolean().describe('A name that stands for many units; no officer is in it.'),
    endedOn: z.iso.date().nullable(),
    officerCount: z.int().min(0),
  })
  .meta({ id: 'Unit' });

const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];
const example = { body: { name: 'Digital team', isCollective: false } };

/** Units for programs: their names are everybody's, as in every filter; what is done to them is the administrator's. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'directory.unit.list',
    path: '/units',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject({
      ...pageQuery,
      ended: z.stringbool().default(false).describe('Also those that have ended; for who may edit units.'),
    }),
    reply: unit,
    run: async (ctx, { query }) => {
      if (query.ended) must(policy.edit(ctx.actor));
      const units = await listKeptUnits(ctx);
      return pageOfAll(
        units.filter((one) => query.ended || one.endedOn === null),
        query,
        written,
      );
    },
  }),
  recordOperation({
    id: 'directory.unit.get',
    scopes: [['directory.unit']],
    path: '/units/:id',
    summary: (lang) => texts(lang).api.get,
    reply: unit,
    run: (ctx, { params }) => {
      must(policy.edit(ctx.actor));
      return show(ctx, params.id);
    },
  }),
  deedOperation({
    id: 'directory.unit.create',
    path: '/units',
    summary: (lang) => texts(lang).api.create,
    body: unitBody,
    reply: unit,
    status: 201,
    refusals: { 'name-taken': 409 },
    sentence,
    example,
    run: async (ctx, { body }) =>
      thenShow(await createUnit(ctx, body), async (id) => ({
        ...(await show(ctx, id)),
        location: `/units/${id}`,
      })),
  }),
  deedOperation({
    id: 'directory.unit.edit',
    verb: 'put',
    path: '/units/:id',
    summary: (lang) => texts(lang).api.edit,
    body: unitBody,
    reply: unit,
    refusals: { 'name-taken': 409, 'has-officers': 409 },
    sentence,
    example,
    run: async (ctx, { params, body }) =>
      thenShow(await editUnit(ctx, params.id ?? '', body), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'directory.unit.reorder',
    path: '/units/:id/reorder',
    summary: (lang) => texts(lang).api.reorder,
    body: reorderBody,
    reply: unit,
    refusals: { ended: 409 },
    sentence,
    example: { body: { direction: 'up' } },
    run: async (ctx, { params, body }) =>
      thenShow(await reorderUnit(ctx, params.id ?? '', body.direction), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'directory.unit.end',
    path: '/units/:id/end',
    summary: (lang) => texts(lang).api.end,
    body: endingBody,
    reply: unit,
    refusals: { 'has-officers': 409, ended: 409, 'day-to-come': 422 },
    sentence,
    example: { body: { on: '2026-05-12' } },
    run: async (ctx, { params, body }) =>
      thenShow(await endUnit(ctx, params.id ?? '', body.on as PlainDate), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'directory.unit.restore',
    path: '/units/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: unit,
    refusals: { 'not-ended': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await restoreUnit(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
];

async function show(ctx: Ctx, unitId = ''): Promise<Shown> {
  return { value: written(await getKeptUnit(ctx, unitId)) };
}

function written({ id, name, isCollective, endedOn, officerCount }: KeptUnit): z.input<typeof unit> {
  return { id, name, isCollective, endedOn, officerCount };
}
