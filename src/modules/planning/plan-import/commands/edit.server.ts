import { parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import type { RowState } from '../plan-import.ts';
import * as policy from '../policy.ts';
import { importDeed, updateImport } from './lock-import.server.ts';

/** Mends the facts of the plan as a whole. Refuses when somebody has changed the import since it was read. */
export function editHead(
  ctx: Ctx,
  importId: string,
  change: { head: Partial<PlanHead>; version: number },
): Promise<Outcome<undefined, 'wrong-state' | 'changed-meanwhile'>> {
  return importDeed<undefined, 'changed-meanwhile'>(
    ctx,
    { name: 'planning.plan-import.edit', kind: 'edit', decision: policy.edit(ctx.actor) },
    importId,
    async (tx, locked) => {
      if (locked.version !== change.version) return refused('changed-meanwhile');
      const head = { ...locked.head, ...change.head };
      await updateImport(ctx, tx, locked, { head: JSON.stringify(head) });
      await tx.audit({
        recordKind: 'plan-import',
        recordId: locked.id,
        before: { head: locked.head },
        after: { head },
      });
      return done();
    },
  );
}

/** Mends, accepts, skips or takes back one row. Refuses when somebody has changed the row since it was read. */
export function editRow(
  ctx: Ctx,
  importId: string,
  rowId: string,
  change: { data: object | undefined; state: RowState; version: number },
): Promise<Outcome<undefined, 'wrong-state' | 'changed-meanwhile'>> {
  return importDeed<undefined, 'changed-meanwhile'>(
    ctx,
    { name: 'planning.plan-import.edit', kind: 'edit', decision: policy.edit(ctx.actor) },
    importId,
    async (tx, locked) => {
      const id = parseId<'plan-import-row'>(rowId);
      const row =
        id &&
        (await tx.db
          .selectFrom('planning.plan_import_row')
          .select(['id', 'data', 'state', 'version'])
          .where('tenant_id', '=', ctx.tenant.id)
          .where('import_id', '=', locked.id)
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst());
      if (!row) throw new NotFound();
      if (row.version !== change.version) return refused('changed-meanwhile');
      const data = change.data ? { ...(row.data as object), ...change.data } : row.data;
      await tx.db
        .updateTable('planning.plan_import_row')
        .set({ data: JSON.stringify(data), state: change.state, version: row.version + 1 })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('import_id', '=', locked.id)
        .where('id', '=', row.id)
        .execute();
      await tx.audit({
        recordKind: 'plan-import-row',
        recordId: row.id,
        before: { data: row.data, state: row.state },
        after: { data, state: change.state },
      });
      return done();
    },
  );
}
