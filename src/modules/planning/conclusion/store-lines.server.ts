import { expressionBuilder, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Act } from '#platform/db/act.ts';
import { parseId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { storeTask } from '../task-from-above/commands.server.ts';
import { areOfTenant } from '../task/known-people.server.ts';
import { visibleTo as taskVisibleTo } from '../task/visible-to.server.ts';
import { codeOf, type Conclusion, type Decision, firstOrdinal, type NewLine } from './conclusion.ts';
import * as policy from './policy.ts';

export type LineRefusal = 'unknown-choice' | 'due-before-document' | 'unknown-task' | 'several-tasks';

/** What holds against a line, with its place from 1. */
export interface Refused {
  readonly code: LineRefusal;
  readonly line: string;
}

/** What the columns of a line say. */
export interface StoredDecision {
  readonly standing: Decision['standing'];
  readonly task_id: string | null;
  readonly reason: string | null;
}

/**
 * Carries out what was decided about lines, within an act that has the right: makes the tasks, finds those that there
 * are. All or nothing; the first thing that holds against one is told with its place.
 */
export async function decideLines(
  ctx: Ctx,
  tx: Act,
  conclusion: Conclusion,
  lines: readonly NewLine[],
  deed: 'add-lines' | 'edit-line',
): Promise<{ stored: StoredDecision[] } | { refused: Refused }> {
  for (const { decision } of lines) {
    if (decision.standing === 'task') must(policy.charge(ctx.actor, deed, decision.task.leadUnitId));
  }
  const found = await findTasks(ctx, lines);
  for (const [index, { decision }] of lines.entries()) {
    const code = await refusalOf(ctx, conclusion, decision, found);
    if (code) return { refused: { code, line: String(index + 1) } };
  }
  let n = lines.some(({ decision }) => decision.standing === 'task') ? await nextNumber(ctx, tx) : 0;
  const stored: StoredDecision[] = [];
  for (const { decision } of lines) {
    switch (decision.standing) {
      case 'open':
        stored.push({ standing: 'open', task_id: null, reason: null });
        break;
      case 'none':
        stored.push({ standing: 'none', task_id: null, reason: decision.reason });
        break;
      case 'joined':
        stored.push({ standing: 'joined', task_id: found.get(decision.task)?.[0] ?? null, reason: null });
        break;
      case 'task': {
        const { number, on, issuer, title } = conclusion;
        const task = { number, on, issuer, abstract: title, assigneeId: null, ...decision.task };
        const series = { conclusionId: conclusion.id, code: codeOf(n), ordinal: firstOrdinal + n };
        n += 1;
        stored.push({ standing: 'task', task_id: await storeTask(ctx, tx, task, series), reason: null });
      }
    }
  }
  return { stored };
}

async function refusalOf(
  ctx: Ctx,
  conclusion: Conclusion,
  decision: Decision,
  found: ReadonlyMap<string, readonly string[]>,
): Promise<LineRefusal | undefined> {
  if (decision.standing === 'joined') {
    const ids = found.get(decision.task) ?? [];
    return ids.length === 1 ? undefined : ids.length === 0 ? 'unknown-task' : 'several-tasks';
  }
  if (decision.standing !== 'task') return undefined;
  const { leadUnitId, coordinatingUnitIds, approverId, dueOn } = decision.task;
  if (dueOn !== null && dueOn < conclusion.on) return 'due-before-document';
  const areKnown = await areOfTenant(ctx, [approverId], [leadUnitId, ...coordinatingUnitIds]);
  return areKnown ? undefined : 'unknown-choice';
}

const address = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The tasks that lines name by code, id or address, of those that this person may see. */
async function findTasks(ctx: Ctx, lines: readonly NewLine[]): Promise<ReadonlyMap<string, string[]>> {
  const named = lines.flatMap(({ decision }) => (decision.standing === 'joined' ? [decision.task] : []));
  const found = new Map<string, string[]>();
  if (named.length === 0) return found;
  const ids = named.flatMap((name) => parseId<'task'>(address.exec(name)?.[0] ?? '') ?? []);
  const mine = taskVisibleTo(ctx.actor)(expressionBuilder<DB & { t: DB['planning.task'] }, 't'>());
  const rows = await ctx.db
    .selectFrom('planning.task as t')
    .select(['t.id', 't.code'])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(mine)
    .where((where) =>
      where.or([where('t.code', 'in', named), where('t.id', '=', sql<string>`any(${ids}::uuid[])`)]),
    )
    .execute();
  for (const name of named) {
    const id = address.exec(name)?.[0].toLowerCase();
    found.set(
      name,
      rows.filter((row) => (id === undefined ? row.code === name : row.id === id)).map((row) => row.id),
    );
  }
  return found;
}

/** The next number of a task from a conclusion; whoever makes one at the same moment waits. */
async function nextNumber(ctx: Ctx, tx: Act): Promise<number> {
  const key = `conclusion:${ctx.tenant.id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db);
  const { last } = await tx.db
    .selectFrom('planning.task')
    .select((eb) => eb.fn.max('ordinal').as('last'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('conclusion_id', 'is not', null)
    .executeTakeFirstOrThrow();
  return last === null ? 1 : last - firstOrdinal + 1;
}
