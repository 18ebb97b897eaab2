import { sql } from 'kysely';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import { contributionsWaiting } from './contributions.server.ts';
import { requestsWaiting } from './due-requests.server.ts';
import { reportsWaiting } from './reports-to-do.server.ts';
import { tasksWaiting } from './queries.server.ts';

const counted = keptForActor((asker) => {
  const counts = [
    tasksWaiting(asker),
    requestsWaiting(asker),
    contributionsWaiting(asker),
    ...reportsWaiting(asker),
  ].filter((one) => one !== undefined);
  if (counts.length === 0) return undefined;
  const query = sql<{ count: number }>`select ${sql.join(counts, sql` + `)} as count`;
  return { compile: () => query.compile(asker.db) };
});

/** How much waits for this person of every kind, for the frame of each page: one statement. */
export async function countWaiting(ctx: Ctx): Promise<number> {
  const [row] = await counted(ctx, {});
  return row?.count ?? 0;
}
