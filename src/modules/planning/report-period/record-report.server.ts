import type { Act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { ReportEventKind } from './report-period.ts';

/** Something that happened to a period, or to the report of one unit in it. */
export interface ReportHappening {
  readonly periodId: string;
  readonly kind: ReportEventKind;
  readonly unitId?: string;
  readonly text?: string;
}

/** Writes into the history what happened, in one statement. */
export async function recordReports(ctx: Ctx, tx: Act, happened: readonly ReportHappening[]): Promise<void> {
  if (happened.length === 0) return;
  await tx.db
    .insertInto('planning.report_event')
    .values(
      happened.map(({ periodId, kind, unitId, text }) => ({
        tenant_id: ctx.tenant.id,
        at: tx.now,
        id: newId<'report-event'>(),
        period_id: periodId,
        unit_id: unitId ?? null,
        kind,
        actor_name: ctx.actor.name,
        text: text ?? '',
      })),
    )
    .execute();
}
