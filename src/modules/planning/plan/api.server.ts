import { z } from 'zod';
import { exportOf, exportOperation } from '#modules/lists/index.server.ts';
import { listOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { must } from '#platform/session/decision.ts';
import { reportPeriods } from '../plan-draft/plan-draft.ts';
import { axes } from './axis.ts';
import { planList } from './pages/plan-list.tsx';
import type { Plan } from './plan.ts';
import * as policy from './policy.ts';
import { getPlan, listCitations, listPlans, listReportRegimes, listSections } from './queries.server.ts';
import { handInDays } from './report-regime.ts';
import { texts } from './texts.ts';

const line = {
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  yearFrom: z.int(),
  yearTo: z.int(),
  signerName: z.string().nullable(),
  signerTitle: z.string().nullable(),
  draftId: z.uuid().nullable(),
  state: z.enum(['issued', 'replaced']),
  replacesPlanId: z.uuid().nullable(),
};
const planLine = z.object(line).meta({ id: 'PlanLine' });
const report = z.object({
  id: z.uuid(),
  period: z.enum(reportPeriods),
  dataFrom: z.iso.date().nullable(),
  dataTo: z.iso.date().nullable(),
  addressee: z.string().nullable(),
  text: z.string(),
  handInOn: z.array(z.iso.date()).describe('Days of the first year of the plan.'),
});
const plan = z
  .object({
    ...line,
    sections: z.array(
      z.object({ id: z.uuid(), code: z.string(), title: z.string(), axis: z.enum(axes).nullable() }),
    ),
    citations: z.array(
      z.object({
        id: z.uuid(),
        role: z.enum(['basis', 'cited']),
        type: z.string().nullable(),
        number: z.string().nullable(),
        issuedOn: z.iso.date().nullable(),
        issuer: z.string().nullable(),
        place: z.string().nullable(),
      }),
    ),
    reports: z.array(report),
  })
  .meta({ id: 'Plan' });

/** Plans for programs: the list, and one with its sections, citations and report calendar. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'planning.plan.list',
    path: '/plans',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: planLine,
    run: async (ctx, { query }) => pageOfAll(await listPlans(ctx), query, (one: Plan) => ({ ...one })),
  }),
  recordOperation({
    id: 'planning.plan.get',
    path: '/plans/:id',
    summary: (lang) => texts(lang).api.get,
    reply: plan,
    run: async (ctx, { params }) => {
      const found = await getPlan(ctx, params.id ?? '');
      const regimes = await listReportRegimes(ctx, found.id);
      const value: z.input<typeof plan> = {
        ...found,
        sections: await listSections(ctx, found.id),
        citations: await listCitations(ctx, found.id),
        reports: regimes.map((one) => ({
          id: one.id,
          period: one.period,
          dataFrom: one.dataFrom,
          dataTo: one.dataTo,
          addressee: one.addressee,
          text: one.text,
          handInOn: [...handInDays(one, found, found.yearFrom)],
        })),
      };
      return { value };
    },
  }),
  exportOperation(
    exportOf(planList),
    { path: '/plan-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(policy.read(ctx.actor)),
  ),
];
