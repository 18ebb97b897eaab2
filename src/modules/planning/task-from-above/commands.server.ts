import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { areOfTenant } from '../task/known-people.server.ts';
import { landing } from '../task/task-landing.ts';
import { stateOf } from '../task/task-life.ts';
import { tellOfStep } from '../task-notice/tell-step.server.ts';
import * as policy from './policy.ts';
import { findSame } from './queries.server.ts';
import { codeOf, firstOrdinal, type NewTaskFromAbove } from './task-from-above.ts';

export type EnterRefusal = 'unknown-choice' | 'document-to-come' | 'due-before-document' | 'doubled';

/**
 * Enters a task that a document of a higher body orders. It counts as assigned once all six clears are there. The same
 * document with the same title is refused with the task that there is, unless it is said to be `isTwice`.
 */
export function enterTaskFromAbove(
  ctx: Ctx,
  task: NewTaskFromAbove,
  isTwice: boolean,
): Promise<Outcome<Id<'task'>, EnterRefusal>> {
  return act<Id<'task'>, EnterRefusal>(ctx, 'planning.task-from-above.enter', async (tx) => {
    must(policy.may(ctx.actor, 'enter'));
    const refusal = await refusalOf(ctx, [task]);
    if (refusal) return refused(refusal);
    const n = await nextNumber(ctx, tx);
    const same = isTwice ? undefined : await findSame(ctx, task);
    if (same) return refused('doubled', { task: same.id, code: same.code });
    return done(await storeTask(ctx, tx, task, placeOf(n)));
  });
}

/** What holds against these tasks, whatever stands already; undefined where nothing does. */
export async function refusalOf(
  ctx: Ctx,
  tasks: readonly NewTaskFromAbove[],
): Promise<Exclude<EnterRefusal, 'doubled'> | undefined> {
  const today = ctx.clock.today();
  if (tasks.some((task) => task.on > today)) return 'document-to-come';
  if (tasks.some((task) => task.dueOn !== null && task.dueOn < task.on)) return 'due-before-document';
  const people = tasks.flatMap((task) => [task.assigneeId, task.approverId]);
  const units = tasks.flatMap((task) => [task.leadUnitId, ...task.coordinatingUnitIds]);
  return (await areOfTenant(ctx, people, units)) ? undefined : 'unknown-choice';
}

/** The next number; whoever enters at the same moment waits. */
export async function nextNumber(ctx: Ctx, tx: Act): Promise<number> {
  const key = `task-from-above:${ctx.tenant.id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db);
  const { last } = await tx.db
    .selectFrom('planning.task')
    .select((eb) => eb.fn.max('ordinal').as('last'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('from_number', 'is not', null)
    .where('conclusion_id', 'is', null)
    .executeTakeFirstOrThrow();
  return last === null ? 1 : last - firstOrdinal + 1;
}

/** Where a task stands among those of its kind, and the conclusion that made it. */
export interface TaskPlace {
  readonly code: string;
  readonly ordinal: number;
  readonly conclusionId: string | null;
}

/** The place of the n-th task from above. */
export function placeOf(n: number): TaskPlace {
  return { code: codeOf(n), ordinal: firstOrdinal + n, conclusionId: null };
}

/** Writes a task that stands on a document with its units, its event and its audit line, and tells whom it is given to. */
export async function storeTask(
  ctx: Ctx,
  tx: Act,
  task: NewTaskFromAbove,
  place: TaskPlace,
): Promise<Id<'task'>> {
  const tenant_id = ctx.tenant.id;
  const id = newId<'task'>();
  const dueKind = task.dueOn === null ? null : ('date' as const);
  const stage = landing('assigned', {
    ...task,
    assigneeId: task.assigneeId as Id<'officer'> | null,
    approverId: task.approverId as Id<'officer'> | null,
    leadUnitId: task.leadUnitId as Id<'unit'> | null,
    dueKind,
  });
  const document = {
    from_number: task.number,
    from_on: task.on,
    from_issuer: task.issuer,
    from_abstract: task.abstract ?? null,
  };
  const facts = {
    title: task.title,
    product: task.product,
    due_text: task.dueText,
    due_on: task.dueOn,
    lead_unit_id: task.leadUnitId,
    assignee_id: task.assigneeId,
    assigner_id: task.assigneeId === null ? null : ctx.actor.officerId,
    approver_id: task.approverId,
  };
  await tx.db
    .insertInto('planning.task')
    .values({
      tenant_id,
      id,
      ordinal: place.ordinal,
      code: place.code,
      conclusion_id: place.conclusionId,
      ...document,
      ...facts,
      due_kind: dueKind,
      first_due_on: task.dueOn,
      stage,
      state: stateOf(stage),
      created_at: tx.now,
    })
    .execute();
  const coordinating = [...new Set(task.coordinatingUnitIds)].filter((unit) => unit !== task.leadUnitId);
  const parts = [
    ...(task.leadUnitId === null ? [] : [{ unit_id: task.leadUnitId, part: 'lead', ordinal: 0 }]),
    ...coordinating.map((unit_id, ordinal) => ({ unit_id, part: 'coordinating', ordinal })),
  ];
  if (parts.length > 0) {
    await tx.db
      .insertInto('planning.task_unit')
      .values(parts.map((part) => ({ tenant_id, task_id: id, ...part })))
      .execute();
  }
  await tx.db
    .insertInto('planning.task_event')
    .values({
      tenant_id,
      at: tx.now,
      id: newId<'task-event'>(),
      task_id: id,
      kind: 'entered',
      actor_name: ctx.actor.name,
      detail: JSON.stringify({ text: `${task.number}, ${task.issuer}` }),
      stage,
    })
    .execute();
  const assigneeId = task.assigneeId as Id<'officer'> | null;
  const asked = coordinating.map((unitId) => ({ unitId: unitId as Id<'unit'>, officerId: null }));
  const nobody = {
    stage: 'draft',
    assigneeId: null,
    approverId: null,
    assignerId: null,
    parts: asked,
  } as const;
  tellOfStep(ctx, tx, id, { kind: 'assigned', before: nobody, after: { stage, assigneeId } }, null);
  await tx.audit({
    recordKind: 'task',
    recordId: id,
    before: null,
    after: {
      number: task.number,
      date: task.on,
      issuer: task.issuer,
      ...(task.abstract && { abstract: task.abstract }),
      task: task.title,
      dueOn: task.dueOn,
      stage,
    },
  });
  return id;
}
