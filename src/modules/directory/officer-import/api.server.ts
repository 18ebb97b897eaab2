import { z } from 'zod';
import { deedOperation, listOperation, type Operation, thenShow } from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { must } from '#platform/session/decision.ts';
import { enterOfficers } from './commands.server.ts';
import { officerListBody } from './input.ts';
import * as policy from './policy.ts';
import { listEntered } from './queries.server.ts';
import { restoreOfficers, takeBackOfficers } from './take-back.server.ts';
import { type Texts, texts } from './texts.ts';

const enteredList = z
  .object({
    id: z.uuid(),
    officerCount: z.int().min(0),
    actorName: z.string(),
    createdAt: z.iso.datetime(),
    isTakenBack: z.boolean(),
  })
  .meta({ id: 'OfficerImport' });
const counted = z.object({ officers: z.int().min(0) });

const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];

/** Whole lists of officers for programs: entered all or nothing, and taken back. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'directory.officer-import.list',
    scopes: [['directory.officer-import']],
    path: '/officer-imports',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: enteredList,
    run: async (ctx, { query }) => {
      must(policy.enter(ctx.actor));
      return pageOfAll(await listEntered(ctx), query, (one) => ({ ...one }));
    },
  }),
  deedOperation({
    id: 'directory.officer-import.enter',
    path: '/officer-imports',
    summary: (lang) => texts(lang).api.enter,
    body: officerListBody,
    reply: counted,
    status: 201,
    maxBytes: 1024 * 1024,
    refusals: { 'row-wrong': 422, 'too-many': 422, 'no-rows': 422 },
    sentence,
    example: {
      body: {
        officers: [{ fullName: 'Nguyen Van A', positionTitle: '', unitName: 'Office', isHead: false }],
      },
    },
    run: async (ctx, { body }) => {
      const rows = body.officers.map((one, index) => ({
        ...one,
        number: index + 1,
        isHead: one.isHead ? 'x' : '',
      }));
      return thenShow(await enterOfficers(ctx, rows), async (value) => ({ value }));
    },
  }),
  deedOperation({
    id: 'directory.officer-import.take-back',
    path: '/officer-imports/:id/take-back',
    summary: (lang) => texts(lang).api.takeBack,
    reply: counted,
    refusals: { 'taken-back': 409, 'has-accounts': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await takeBackOfficers(ctx, params.id ?? ''), async (value) => ({ value })),
  }),
  deedOperation({
    id: 'directory.officer-import.restore',
    path: '/officer-imports/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: counted,
    refusals: { 'not-taken-back': 409, 'unit-gone': 409, 'entered-again': 409 },
    sentence: (lang, { code }) => texts(lang).inTrash.refusal[code] ?? code,
    run: async (ctx, { params }) =>
      thenShow(await restoreOfficers(ctx, params.id ?? ''), async (value) => ({ value })),
  }),
];
