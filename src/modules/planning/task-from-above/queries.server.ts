import { sql, type SqlBool } from 'kysely';
import type { Ctx } from '#platform/session/ctx.ts';
import { type NewTaskFromAbove, sameKey } from './task-from-above.ts';

/** The task from above of the same document and title, marks and case aside, that the office has already. */
export function findSame(
  ctx: Ctx,
  task: Pick<NewTaskFromAbove, 'number' | 'title'>,
): Promise<{ id: string; code: string } | undefined> {
  return ctx.db
    .selectFrom('planning.task as t')
    .select(['t.id', 't.code'])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.from_number', 'is not', null)
    .where(sql<SqlBool>`platform.fold(t.from_number) = platform.fold(${task.number})`)
    .where(sql<SqlBool>`platform.fold(t.title) = platform.fold(${task.title})`)
    .orderBy('t.ordinal')
    .limit(1)
    .executeTakeFirst();
}

/** The `sameKey` of each of these tasks that the office has already. */
export async function listSame(
  ctx: Ctx,
  tasks: readonly Pick<NewTaskFromAbove, 'number' | 'title'>[],
): Promise<string[]> {
  const numbers = tasks.map((task) => task.number);
  const rows = await ctx.db
    .selectFrom('planning.task as t')
    .select(['t.from_number', 't.title'])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.from_number', 'is not', null)
    .where(
      sql<SqlBool>`platform.fold(t.from_number) in (select platform.fold(n) from unnest(${numbers}::text[]) as n)`,
    )
    .execute();
  const there = new Set(rows.map((row) => sameKey({ number: row.from_number ?? '', title: row.title })));
  return [...new Set(tasks.map(sameKey))].filter((key) => there.has(key));
}
