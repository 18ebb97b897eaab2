import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { storeDependencies } from '../dependency/store-dependencies.server.ts';
import * as subTaskPolicy from '../sub-task/policy.ts';
import { type PartRefusal, type StoredPart, storeParts } from '../sub-task/store-parts.server.ts';
import { lockTask } from '../task/locked-task.server.ts';
import {
  type EnterRefusal,
  nextNumber,
  placeOf,
  refusalOf,
  storeTask,
} from '../task-from-above/commands.server.ts';
import * as fromAbovePolicy from '../task-from-above/policy.ts';
import { findSame } from '../task-from-above/queries.server.ts';
import { codeOf, type NewTaskFromAbove } from '../task-from-above/task-from-above.ts';
import { lockTemplate } from './commands.server.ts';
import * as policy from './policy.ts';
import type { TemplateRecord } from './queries.server.ts';
import { circleIn, mostSteps, type PlannedPart } from './task-template.ts';

/** What was made, and the run by which it can be taken back as a whole. */
export interface Made {
  readonly runId: Id<'template-run'>;
  /** The task whose parts were made, or that was entered with them. */
  readonly taskId: Id<'task'>;
  readonly count: number;
}

type FitRefusal = 'changed-meanwhile' | 'nothing' | 'too-many-parts' | 'circle' | 'unknown-step';
export type MakePartsRefusal = FitRefusal | PartRefusal | 'wrong-state';
export type MakeTaskRefusal = Exclude<FitRefusal, 'nothing'> | PartRefusal | EnterRefusal;

/** The task from above that a template becomes, with what its document does not say. */
export interface TaskToMake extends NewTaskFromAbove {
  readonly activity: string | null;
  readonly note: string | null;
  readonly evidence: string | null;
}

/**
 * Makes the parts of a task from a template, all or none, as splitting it by hand does. Refuses a template that somebody
 * changed since `version`, parts that wait for one another in a circle (`way`), and whatever splitting refuses.
 */
export function makeParts(
  ctx: Ctx,
  from: { readonly templateId: string; readonly version: number },
  taskId: string,
  parts: readonly PlannedPart[],
): Promise<Outcome<Made, MakePartsRefusal>> {
  return act<Made, MakePartsRefusal>(ctx, 'planning.task-template.use', async (tx) => {
    const template = await lockTemplate(ctx, from.templateId);
    must(policy.may(ctx.actor, 'use'));
    const task = await lockTask(ctx, tx, taskId);
    const decision = subTaskPolicy.add(ctx.actor, task);
    if (!decision.allowed && decision.reason === 'wrong-state') return refused('wrong-state');
    must(decision);
    if (template.version !== from.version) return refused('changed-meanwhile');
    if (parts.length === 0) return refused('nothing');
    const misfit = misfitOf(parts);
    if (misfit) return misfit;
    const stored = await storeParts(ctx, tx, task, parts);
    if (!stored.ok) return stored;
    await connect(ctx, tx, stored.value, parts);
    const evidence = stored.value.map(({ id }, index) => ({ id, evidence: parts[index]?.evidence ?? null }));
    const runId = await note(ctx, tx, template, { parentId: task.id, evidence });
    return done({ runId, taskId: task.id, count: stored.value.length });
  });
}

/**
 * Enters a task from above as its template says, with its parts, all or none. Refuses what entering and splitting
 * refuse; the same document with the same title only where it is said to be `isTwice`.
 */
export function makeTaskFromAbove(
  ctx: Ctx,
  from: { readonly templateId: string; readonly version: number },
  task: TaskToMake,
  parts: readonly PlannedPart[],
  isTwice: boolean,
): Promise<Outcome<Made, MakeTaskRefusal>> {
  return act<Made, MakeTaskRefusal>(ctx, 'planning.task-template.use', async (tx) => {
    const template = await lockTemplate(ctx, from.templateId);
    must(policy.may(ctx.actor, 'use'));
    must(fromAbovePolicy.may(ctx.actor, 'enter'));
    if (template.version !== from.version) return refused('changed-meanwhile');
    const misfit = misfitOf(parts);
    if (misfit) return misfit;
    const refusal = await refusalOf(ctx, [task]);
    if (refusal) return refused(refusal);
    const n = await nextNumber(ctx, tx);
    const same = isTwice ? undefined : await findSame(ctx, task);
    if (same) return refused('doubled', { task: same.id, code: same.code });
    const taskId = await storeTask(ctx, tx, task, placeOf(n));
    const stored =
      parts.length === 0
        ? done([])
        : await storeParts(ctx, tx, { id: taskId, code: codeOf(n), dueOn: task.dueOn }, parts);
    if (!stored.ok) return stored;
    await connect(ctx, tx, stored.value, parts);
    await tx.db
      .updateTable('planning.task')
      .set({ activity: task.activity, note: task.note })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', taskId)
      .execute();
    const evidence = [
      { id: taskId, evidence: task.evidence },
      ...stored.value.map(({ id }, index) => ({ id, evidence: parts[index]?.evidence ?? null })),
    ];
    const runId = await note(ctx, tx, template, { parentId: null, evidence });
    return done({ runId, taskId, count: evidence.length });
  });
}

function misfitOf(parts: readonly PlannedPart[]) {
  if (parts.length > mostSteps) return refused('too-many-parts' as const);
  const unknown = parts.findIndex(({ after }) => after.some((one) => one < 1 || one > parts.length));
  if (unknown >= 0) return refused('unknown-step' as const, { step: unknown + 1 });
  const way = circleIn(parts);
  return way && refused('circle' as const, { way: way.join(' → ') });
}

/** Lets the parts wait for one another; all of them are new, so that nothing else can wait for them in a circle. */
async function connect(
  ctx: Ctx,
  tx: Act,
  stored: readonly StoredPart[],
  parts: readonly PlannedPart[],
): Promise<void> {
  await storeDependencies(
    ctx,
    tx,
    parts.flatMap(({ after }, index) => {
      const taskId = stored[index]?.id;
      const before = [...new Set(after)].flatMap((one) => stored[one - 1] ?? []);
      return taskId ? before.map((predecessor) => ({ taskId, predecessor })) : [];
    }),
  );
}

/** Notes which tasks the template made, on the tasks and in a run of its own. */
async function note(
  ctx: Ctx,
  tx: Act,
  template: TemplateRecord,
  made: {
    readonly parentId: Id<'task'> | null;
    readonly evidence: readonly { readonly id: Id<'task'>; readonly evidence: string | null }[];
  },
): Promise<Id<'template-run'>> {
  const id = newId<'template-run'>();
  const taskIds = made.evidence.map((one) => one.id);
  await tx.db
    .insertInto('planning.template_run')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      template_id: template.id,
      template_version: template.version,
      template_title: template.title,
      parent_id: made.parentId,
      task_ids: taskIds,
      account_id: ctx.actor.accountId,
      created_at: tx.now,
    })
    .execute();
  await sql`update planning.task t set template_run_id = ${id}, expected_evidence = made.evidence
    from unnest(${taskIds}::uuid[], ${made.evidence.map((one) => one.evidence)}::text[]) as made (id, evidence)
    where t.tenant_id = ${ctx.tenant.id} and t.id = made.id`.execute(tx.db);
  await tx.audit({
    recordKind: 'task-template',
    recordId: template.id,
    before: {},
    after: { madeTasks: taskIds.length, version: template.version, task: made.parentId ?? taskIds[0] },
  });
  return id;
}
