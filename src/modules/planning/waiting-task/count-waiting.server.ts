import { sql } from 'kysely';
import type { Ctx } from '#platform/session/ctx.ts';
import { contributionsWaiting } from './contributions.server.ts';
import { requestsWaiting } from './due-requests.server.ts';
import { reportsWaiting } from './reports-to-do.server.ts';
import { tasksWaiting } from './queries.server.ts';

/** How much waits for this person of every kind, for the frame of each page: one statement. */
export async function countWaiting(ctx: Ctx): Promise<number> {
  const counts = [
    tasksWaiting(ctx),
    requestsWaiting(ctx),
    contributionsWaiting(ctx),
    ...reportsWaiting(ctx),
  ].filter((one) => one !== undefined);
  if (counts.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`select ${sql.join(counts, sql` + `)} as count`.execute(
    ctx.db,
  );
  return rows[0]?.count ?? 0;
}
