import { type Id, newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Axis, Operator, ReportPeriod } from '../reading/plan-reading.ts';
import type { RecurrenceRule } from './recurrence.ts';

export interface TargetSeed {
  readonly text: string;
  readonly operator?: Operator;
  readonly value?: number;
  readonly unit?: string;
  readonly year?: number | null;
  readonly axis?: Axis;
}

export interface ReportSeed {
  readonly period: ReportPeriod;
  readonly submitBy?: string | null;
  readonly submitRule?: RecurrenceRule | null;
  readonly addressee?: string | null;
}

export interface PaperSeed {
  readonly targets?: readonly TargetSeed[];
  readonly reports?: readonly ReportSeed[];
  readonly citations?: readonly {
    readonly role: 'basis' | 'cited';
    readonly type: string;
    readonly number: string;
  }[];
}

/** Adds targets, reports and citations to a plan that stands, for tests that are not about how a plan gets there. */
export async function plantPapers(ctx: Ctx, planId: Id<'plan'>, papers: PaperSeed): Promise<void> {
  const db = ctx.writer;
  if (!db) throw new Error('planting needs a writing context');
  const own = { tenant_id: ctx.tenant.id, plan_id: planId };
  for (const [index, { text, axis, ...target }] of (papers.targets ?? []).entries()) {
    const section_id = axis ? newId<'plan-section'>() : null;
    if (axis && section_id) {
      const section = { ...own, id: section_id, ordinal: 100 + index, code: `T${index}`, title: axis, axis };
      await db.insertInto('planning.plan_section').values(section).execute();
    }
    const promise = { operator: '>=', value: 98, unit: '%', ...target };
    await db
      .insertInto('planning.target')
      .values({ ...own, id: newId<'target'>(), section_id, ordinal: index, text, ...promise })
      .execute();
  }
  for (const [ordinal, report] of (papers.reports ?? []).entries()) {
    await db
      .insertInto('planning.report_regime')
      .values({
        ...own,
        id: newId<'report-regime'>(),
        ordinal,
        period: report.period,
        submit_by: report.submitBy ?? null,
        submit_rule: report.submitRule ? JSON.stringify(report.submitRule) : null,
        addressee: report.addressee ?? null,
        text: 'Báo cáo theo kế hoạch',
      })
      .execute();
  }
  for (const [ordinal, citation] of (papers.citations ?? []).entries()) {
    await db
      .insertInto('planning.citation')
      .values({ ...own, id: newId<'citation'>(), ordinal, ...citation })
      .execute();
  }
}
