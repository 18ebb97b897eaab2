import type { PlainDate } from '#platform/clock/plain-date.ts';
import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { tellOrdered } from '../../report-hand-in/tell-report.server.ts';
import { areOfTenant } from '../../task/known-people.server.ts';
import { dueDays } from '../due-days.server.ts';
import * as policy from '../policy.ts';
import { recordReports } from '../record-report.server.ts';
import { expectReports } from '../reporters.server.ts';
import type { OrderingDocument } from '../report-period.ts';

/** A report that a document orders out of turn. */
export interface OrderedReport {
  readonly title: string;
  readonly document: OrderingDocument;
  readonly dataFrom: PlainDate | null;
  readonly dataTo: PlainDate | null;
  /** The last day for the units. */
  readonly lastOn: PlainDate;
  readonly addressee: string | null;
  readonly unitIds: readonly string[];
}

export type OrderRefusal = 'unknown-choice' | 'document-to-come' | 'due-before-document' | 'window-turned';

/** Orders a report that no plan orders, from the units that are to report, and tells their heads. */
export function orderReport(
  ctx: Ctx,
  report: OrderedReport,
): Promise<Outcome<Id<'report-period'>, OrderRefusal>> {
  return act<Id<'report-period'>, OrderRefusal>(ctx, 'planning.report-period.add', async (tx) => {
    must(policy.add(ctx.actor));
    const refusal = await unfit(ctx, report);
    if (refusal) return refused(refusal);
    const id = newId<'report-period'>();
    const unitIds = [...new Set(report.unitIds)];
    await tx.db
      .insertInto('planning.report_period')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        kind: 'ordered',
        year: Number(report.lastOn.slice(0, 4)),
        title: report.title,
        data_from: report.dataFrom,
        data_to: report.dataTo,
        printed_on: report.lastOn,
        last_on: report.lastOn,
        due_on: (await dueDays(ctx))(report.lastOn),
        addressee: report.addressee,
        document_number: report.document.number,
        document_on: report.document.on,
        document_issuer: report.document.issuer,
        by_hand: ['units'],
        created_at: tx.now,
      })
      .execute();
    const expected = await expectReports(
      ctx,
      tx,
      unitIds.map((unitId) => ({ periodId: id, unitId })),
    );
    await recordReports(ctx, tx, [
      { periodId: id, kind: 'ordered', text: `${report.document.number}, ${report.document.issuer}` },
    ]);
    tellOrdered(ctx, tx, expected);
    await tx.audit({
      recordKind: 'report-period',
      recordId: id,
      before: null,
      after: {
        title: report.title,
        number: report.document.number,
        issuer: report.document.issuer,
        dueOn: report.lastOn,
        units: unitIds.length,
      },
    });
    return done(id);
  });
}

async function unfit(ctx: Ctx, report: OrderedReport): Promise<OrderRefusal | undefined> {
  if (report.document.on > ctx.clock.today()) return 'document-to-come';
  if (report.lastOn < report.document.on) return 'due-before-document';
  if (report.dataFrom !== null && report.dataTo !== null && report.dataFrom > report.dataTo)
    return 'window-turned';
  if (report.unitIds.length === 0) return 'unknown-choice';
  return (await areOfTenant(ctx, [], report.unitIds)) ? undefined : 'unknown-choice';
}
