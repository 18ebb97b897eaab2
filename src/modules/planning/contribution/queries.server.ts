import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Contribution, ContributionStage } from './contribution.ts';

const partRows = keptQuery((db, values: { readonly tenantId: Id<'tenant'>; readonly taskId: Id<'task'> }) =>
  db
    .selectFrom('planning.task_unit as tu')
    .innerJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'tu.tenant_id').onRef('u.id', '=', 'tu.unit_id'),
    )
    .leftJoin('planning.contribution as c', (join) =>
      join
        .onRef('c.tenant_id', '=', 'tu.tenant_id')
        .onRef('c.task_id', '=', 'tu.task_id')
        .onRef('c.unit_id', '=', 'tu.unit_id'),
    )
    .leftJoin('directory.published_officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'c.tenant_id').onRef('o.id', '=', 'c.officer_id'),
    )
    .select(['tu.unit_id', 'u.name', 'c.stage', 'c.officer_id', 'c.text', 'c.reason', 'c.contributed_on'])
    .select(['c.version', 'o.full_name'])
    .where('tu.tenant_id', '=', values.tenantId)
    .where('tu.task_id', '=', values.taskId)
    .where('tu.part', '=', 'coordinating')
    .orderBy('tu.ordinal')
    .orderBy('tu.unit_id'),
);

/** The part of each coordinating unit in a task that the caller has read already, in the order of the plan. */
export async function listContributions(ctx: Ctx, taskId: Id<'task'>): Promise<Contribution[]> {
  const rows = await partRows(ctx.db, { tenantId: ctx.tenant.id, taskId });
  return rows.map((row) => ({
    unitId: row.unit_id as Id<'unit'>,
    unitName: row.name ?? '',
    stage: (row.stage ?? 'asked') as ContributionStage,
    officerId: row.officer_id as Id<'officer'> | null,
    officerName: row.full_name,
    text: row.text,
    reason: row.reason,
    contributedOn: row.contributed_on as PlainDate | null,
    version: row.version ?? 0,
  }));
}

/** The part of one unit; throws `NotFound` where the unit does not coordinate in the task. */
export async function getContribution(ctx: Ctx, taskId: Id<'task'>, unitId: string): Promise<Contribution> {
  const found = (await listContributions(ctx, taskId)).find((one) => one.unitId === unitId);
  if (!found) throw new NotFound();
  return found;
}
