import { z } from 'zod';
import { exportOf, exportOperation } from '#modules/lists/index.server.ts';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { handInReply, shownHandIn } from '../report-hand-in/hand-in-reply.server.ts';
import { listHandIns } from '../report-hand-in/queries.server.ts';
import { discardPeriod, reopenPeriod, restorePeriod, sendOn } from './commands/close.server.ts';
import { editPeriod } from './commands/edit.server.ts';
import { orderReport } from './commands/order.server.ts';
import { setDayOffRule } from './commands/set-rule.server.ts';
import { discardBody, orderBody, ruleBody, sendingBody, settingsBody, yearQuery } from './input.ts';
import { periodList } from './pages/period-list.tsx';
import { periodName } from './period-name.ts';
import * as policy from './policy.ts';
import { countByPeriod, getPeriod, listPeriodsOfYear, noCounts } from './queries.server.ts';
import { periodKinds, periodStates, type ReportPeriod } from './report-period.ts';
import { texts } from './texts.ts';

const day = z.iso.date().nullable();
const counts = z.object({
  expected: z.int(),
  handedIn: z.int(),
  accepted: z.int(),
  sentBack: z.int(),
  excused: z.int(),
  late: z.int(),
});
const period = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(periodKinds),
    year: z.int(),
    number: z.int().nullable().describe('The month or the quarter.'),
    planId: z.uuid().nullable(),
    dataFrom: day,
    dataTo: day,
    lastOn: day.describe('The last day by the words of the plan or the document.'),
    dueOn: day.describe('The same after the office’s rule for days off.'),
    addressee: z.string().nullable(),
    document: z.object({ number: z.string(), on: z.iso.date(), issuer: z.string() }).nullable(),
    state: z.enum(periodStates),
    sent: z.object({ number: z.string(), on: z.iso.date(), to: z.string() }).nullable(),
    version: z.int(),
    counts: counts.describe('Of the reports of units that the key may see.'),
  })
  .meta({ id: 'ReportPeriod' });
const whole = period.extend({ handIns: z.array(handInReply) }).meta({ id: 'ReportPeriodWithUnits' });

const reading = [['read'], ['planning.report-period', 'planning.report-hand-in']];
const writing = [['planning.report-period', 'planning.report-hand-in']];
const shown = { reply: whole, scopes: writing } as const;
const example = {
  dataFrom: '2026-01-01',
  dataTo: '2026-03-07',
  lastOn: '2026-03-07',
  addressee: 'People’s Committee',
  unitIds: ['0197c1a0-0000-7000-8000-000000000000'],
};

/** Reporting periods for programs. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'planning.report-period.list',
    path: '/report-periods',
    scopes: reading,
    summary: (lang) => texts(lang).api.list,
    query: yearQuery,
    reply: z.object({ items: z.array(period) }),
    example: { query: { year: 2026 } },
    run: async (ctx, { query }) => {
      must(policy.read(ctx.actor));
      const found = await countByPeriod(ctx, query);
      const items = (await listPeriodsOfYear(ctx, query.year)).map((one) => ({
        ...plain(ctx, one),
        counts: found.get(one.id) ?? noCounts,
      }));
      return { value: { items } };
    },
  }),
  recordOperation({
    id: 'planning.report-period.get',
    path: '/report-periods/:id',
    scopes: reading,
    summary: (lang) => texts(lang).api.get,
    reply: whole,
    isVersioned: true,
    run: (ctx, { params }) => show(ctx, params.id ?? ''),
  }),
  deedOperation({
    id: 'planning.report-period.add',
    path: '/report-periods',
    summary: (lang) => texts(lang).api.add,
    body: orderBody,
    ...shown,
    status: 201,
    refusals: {
      'unknown-choice': 422,
      'document-to-come': 422,
      'due-before-document': 422,
      'window-turned': 422,
    },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: {
      body: {
        ...example,
        title: 'Review of procedures',
        document: { number: '12/SNV', on: '2026-02-02', issuer: 'Province' },
      },
    },
    run: async (ctx, { body }) => {
      const outcome = await orderReport(ctx, body);
      return outcome.ok ? done(await show(ctx, outcome.value)) : outcome;
    },
  }),
  deedOperation({
    id: 'planning.report-period.edit',
    path: '/report-periods/:id/edit',
    summary: (lang) => texts(lang).api.edit,
    body: settingsBody,
    ...shown,
    isVersioned: true,
    presentVersion: async (ctx, params) => (await getPeriod(ctx, params.id ?? '')).version,
    refusals: {
      'wrong-state': 409,
      'changed-meanwhile': 412,
      'nothing-changed': 409,
      'unknown-choice': 422,
      'window-turned': 422,
      'unit-handed-in': 409,
    },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { ...example, reason: 'by letter 12/SNV' } },
    run: async (ctx, { params, body, version }) => {
      const outcome = await editPeriod(ctx, params.id ?? '', { ...body, version });
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
  deedOperation({
    id: 'planning.report-period.send-on',
    path: '/report-periods/:id/send-on',
    summary: (lang) => texts(lang).api.send,
    body: sendingBody,
    ...shown,
    isVersioned: true,
    presentVersion: async (ctx, params) => (await getPeriod(ctx, params.id ?? '')).version,
    refusals: { 'wrong-state': 409, 'changed-meanwhile': 412, 'sent-to-come': 422 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { number: '45/BC-UBND', on: '2026-03-06', to: 'Department of Home Affairs' } },
    run: async (ctx, { params, body, version }) => {
      const outcome = await sendOn(ctx, params.id ?? '', { ...body, version });
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
  ...(
    [
      ['reopen', 'reopen', reopenPeriod],
      ['restore', 'restore', restorePeriod],
    ] as const
  ).map(([verb, words, command]) =>
    deedOperation({
      id: `planning.report-period.${verb}`,
      path: `/report-periods/:id/${verb}`,
      summary: (lang) => texts(lang).api[words],
      body: z.strictObject({}),
      ...shown,
      refusals: { 'wrong-state': 409 },
      sentence: (lang, { code }) => texts(lang).refusal[code],
      example: { body: {} },
      run: async (ctx, { params }) => {
        const outcome = await command(ctx, params.id ?? '');
        return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
      },
    }),
  ),
  deedOperation({
    id: 'planning.report-period.discard',
    path: '/report-periods/:id/discard',
    summary: (lang) => texts(lang).api.discard,
    body: discardBody,
    ...shown,
    refusals: { 'wrong-state': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { reason: 'entered twice' } },
    run: async (ctx, { params, body }) => {
      const outcome = await discardPeriod(ctx, params.id ?? '', body.reason);
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
  deedOperation({
    id: 'planning.report-period.set-rule',
    path: '/report-day-off-rule',
    summary: (lang) => texts(lang).api.rule,
    body: ruleBody,
    reply: z.object({ version: z.int() }),
    refusals: { 'changed-meanwhile': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { rule: 'before', version: 0 } },
    run: async (ctx, { body }) => {
      const outcome = await setDayOffRule(ctx, body);
      return outcome.ok ? done({ value: outcome.value }) : outcome;
    },
  }),
  exportOperation(
    exportOf(periodList),
    { path: '/report-period-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(policy.read(ctx.actor)),
  ),
];

async function show(ctx: Ctx, periodId: string) {
  const found = await getPeriod(ctx, periodId);
  const counted = (await countByPeriod(ctx, { ids: [found.id] })).get(found.id) ?? noCounts;
  const handIns = (await listHandIns(ctx, found.id)).map((one) => shownHandIn(ctx.lang, one));
  return { value: { ...plain(ctx, found), counts: counted, handIns }, version: found.version };
}

function plain(ctx: Ctx, found: ReportPeriod) {
  const { id, kind, year, number, planId, dataFrom, dataTo, lastOn, dueOn, addressee, document } = found;
  const facts = { id, kind, year, number, planId, dataFrom, dataTo, lastOn, dueOn, addressee, document };
  const { state, sent, version } = found;
  return { ...facts, name: periodName(ctx.lang, found), state, sent, version };
}
