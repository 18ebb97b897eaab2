import { z } from 'zod';
import { bulkOperations, exportOf, exportOperation } from '#modules/lists/index.server.ts';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import {
  acceptReport,
  askForReport,
  excuseReport,
  handIn,
  type HandInRefusal,
  type ReportOf,
  sendReportBack,
  takeJudgementBack,
  withdrawReport,
} from './commands.server.ts';
import { handInReply, shownHandIn } from './hand-in-reply.server.ts';
import { handInBody, reasonBody } from './input.ts';
import { handInList, manyHandIns } from './pages/hand-in-list.tsx';
import * as policy from './policy.ts';
import { getHandIn } from './queries.server.ts';
import { texts } from './texts.ts';

const path = '/unit-reports/:id';
const writing = [['planning.report-hand-in']];
const shown = {
  reply: handInReply,
  scopes: writing,
  isVersioned: true,
  presentVersion: async (ctx: Ctx, params: Readonly<Record<string, string>>) =>
    (await getHandIn(ctx, params.id ?? '')).version,
} as const;
const refusals = { 'wrong-state': 409, 'changed-meanwhile': 412 } as const;

type Buttons = 'withdraw' | 'accept' | 'take-back' | 'ask';
const buttons: Readonly<
  Record<Buttons, (ctx: Ctx, report: ReportOf) => Promise<Outcome<undefined, HandInRefusal>>>
> = {
  withdraw: withdrawReport,
  accept: acceptReport,
  'take-back': takeJudgementBack,
  ask: askForReport,
};
const change = z.strictObject({ deed: z.enum(['accept', 'ask']) });
const deedNames = { accept: 'nhan', ask: 'nhac' } as const;

/** Reports of units for programs. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'planning.report-hand-in.get',
    path,
    scopes: [['read'], ['planning.report-hand-in']],
    summary: (lang) => texts(lang).api.get,
    reply: handInReply,
    isVersioned: true,
    run: (ctx, { params }) => show(ctx, params.id ?? ''),
  }),
  deedOperation({
    id: 'planning.report-hand-in.hand-in',
    path: `${path}/hand-in`,
    summary: (lang) => texts(lang).api['hand-in'],
    body: handInBody,
    ...shown,
    refusals: { ...refusals, 'nothing-handed-in': 422 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { text: 'Report 45/BC-PKT of 2026-03-06' } },
    run: async (ctx, { params, body, version }) => {
      const id = params.id ?? '';
      const outcome = await handIn(ctx, { id, version }, body.text);
      return outcome.ok ? done(await show(ctx, id)) : outcome;
    },
  }),
  ...(['withdraw', 'accept', 'take-back', 'ask'] as const).map((verb) =>
    deedOperation({
      id: `planning.report-hand-in.${verb}`,
      path: `${path}/${verb}`,
      summary: (lang) => texts(lang).api[verb],
      body: z.strictObject({}),
      ...shown,
      refusals,
      sentence: (lang, { code }) => texts(lang).refusal[code],
      example: { body: {} },
      run: async (ctx, { params, version }) => {
        const id = params.id ?? '';
        const outcome = await buttons[verb](ctx, { id, version });
        return outcome.ok ? done(await show(ctx, id)) : outcome;
      },
    }),
  ),
  ...(
    [
      ['send-back', sendReportBack],
      ['excuse', excuseReport],
    ] as const
  ).map(([verb, command]) =>
    deedOperation({
      id: `planning.report-hand-in.${verb}`,
      path: `${path}/${verb}`,
      summary: (lang) => texts(lang).api[verb],
      body: reasonBody,
      ...shown,
      refusals,
      sentence: (lang, { code }) => texts(lang).refusal[code],
      example: { body: { reason: 'the annex is missing' } },
      run: async (ctx, { params, body, version }) => {
        const id = params.id ?? '';
        const outcome = await command(ctx, { id, version }, body.reason);
        return outcome.ok ? done(await show(ctx, id)) : outcome;
      },
    }),
  ),
  ...bulkOperations(manyHandIns, {
    path: '/unit-report-runs',
    group: 'planning.report-hand-in',
    change: change.transform(({ deed }) => ({ deed: deedNames[deed], input: {} })),
    example: { deed: 'accept' },
    deedName: (name) => (name === deedNames.ask ? 'ask' : 'accept'),
  }),
  exportOperation(
    exportOf(handInList),
    { path: '/unit-report-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(policy.readSome(ctx.actor)),
  ),
];

async function show(ctx: Ctx, handInId: string) {
  const found = await getHandIn(ctx, handInId);
  return { value: shownHandIn(ctx.lang, found), version: found.version };
}
