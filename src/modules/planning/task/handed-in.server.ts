import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { HandedIn } from './task.ts';

/** What was handed in last, as a row holds it. */
export function handedInOf(row: {
  handed_in_text: string | null;
  handed_in_exception: string | null;
  handed_in_on: string | null;
}): HandedIn | null {
  if (row.handed_in_text === null || row.handed_in_on === null) return null;
  return {
    text: row.handed_in_text,
    exception: row.handed_in_exception,
    on: row.handed_in_on as PlainDate,
  };
}

/** The proofs that lay beside the product of a locked task when it was handed in, by their ids. */
export async function findHandedInProofs(ctx: Ctx, taskId: Id<'task'>): Promise<readonly string[]> {
  const row = await ctx.db
    .selectFrom('planning.task')
    .select('handed_in_proofs')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', taskId)
    .executeTakeFirstOrThrow();
  return row.handed_in_proofs;
}
