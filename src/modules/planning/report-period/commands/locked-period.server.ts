import type { Act } from '#platform/db/act.ts';
import { parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getPeriod } from '../queries.server.ts';
import type { ReportPeriod } from '../report-period.ts';

/** Locks a period for this act; one that the person may not read, or of another tenant, is not found. */
export async function lockPeriod(ctx: Ctx, tx: Act, periodId: string): Promise<ReportPeriod> {
  const id = parseId<'report-period'>(periodId);
  if (!id) throw new NotFound();
  await tx.db
    .selectFrom('planning.report_period')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getPeriod(ctx, id);
}

/** Writes columns of a locked period and its next version. */
export async function storePeriod(
  ctx: Ctx,
  tx: Act,
  period: Pick<ReportPeriod, 'id' | 'version'>,
  columns: Readonly<Record<string, string | null | boolean | readonly string[]>>,
): Promise<void> {
  await tx.db
    .updateTable('planning.report_period')
    .set({ ...columns, version: period.version + 1 })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', period.id)
    .execute();
}
