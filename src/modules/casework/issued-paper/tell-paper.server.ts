import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { tell } from '../notice/tell.server.ts';
import type { IssuedPaper } from './issued-paper.ts';

/** Tells those who give numbers that a draft waits for one; nobody, where the person who drafted it gives them. */
export async function tellToIssue(ctx: Ctx, tx: Act, paperId: Id<'issued-paper'>): Promise<void> {
  if (ctx.actor.grants.get('casework.issued-paper.issue') === 'all') return;
  const rows = await ctx.db
    .selectFrom('directory.published_holder')
    .select('officer_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('act', '=', 'casework.issued-paper.issue')
    .execute();
  const officerIds = rows.flatMap(({ officer_id }) => (officer_id ? [officer_id as Id<'officer'>] : []));
  tell(ctx, tx, { kind: 'paper-to-issue', recordKind: 'issued-paper', recordId: paperId, officerIds });
}

/** Tells the heads of its units that a paper no longer holds; what they were told of it before has nothing more to tell. */
export function tellRecalled(
  ctx: Ctx,
  tx: Act,
  paper: Pick<IssuedPaper, 'id' | 'unitIds'>,
  told: { readonly note: string; readonly settles: readonly string[] },
): void {
  tell(ctx, tx, {
    kind: 'paper-recalled',
    recordKind: 'issued-paper',
    recordId: paper.id,
    officerIds: [],
    unitIds: paper.unitIds,
    ...told,
  });
}
