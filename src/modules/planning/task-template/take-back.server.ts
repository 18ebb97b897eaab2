import { countNotes, listEvidenceOfMany } from '#modules/casework/index.server.ts';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { taskEvidence } from '../task/evidence-owner.server.ts';
import { lockTask, record } from '../task/locked-task.server.ts';
import { taskOwner } from '../task/record-owner.server.ts';
import type { TaskEventKind } from '../task/task-life.ts';
import * as policy from './policy.ts';

/** What was taken back. */
export interface TakenBack {
  /** The task whose parts were made; null where a task from above went with them. */
  readonly parentId: Id<'task'> | null;
  readonly count: number;
}

/**
 * Removes everything that one making from a template made, all or none, for the one who made it. Refused once anything
 * has happened to one of the tasks since: a deed, proof, a note, another part, another task that waits for it.
 */
export function takeRunBack(ctx: Ctx, runId: string): Promise<Outcome<TakenBack, 'worked-on'>> {
  return act<TakenBack, 'worked-on'>(ctx, 'planning.task-template.take-back', async (tx) => {
    const run = await lockRun(ctx, tx, runId);
    if (run.parent_id) await lockTask(ctx, tx, run.parent_id);
    const tasks = await tx.db
      .selectFrom('planning.task')
      .select(['id', 'code', 'title'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', run.task_ids)
      .orderBy('id')
      .forUpdate()
      .execute();
    if (tasks.length < run.task_ids.length || (await wasTouched(ctx, tx, run))) return refused('worked-on');
    await removeTasks(ctx, tx, run.task_ids);
    await tx.db
      .deleteFrom('planning.template_run')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', run.id)
      .execute();
    if (run.parent_id) {
      const parent = await lockTask(ctx, tx, run.parent_id);
      await record(ctx, tx, parent, 'taken-back', { text: run.template_title });
    }
    for (const { id, code, title } of tasks) {
      await tx.audit({
        recordKind: 'task',
        recordId: id,
        before: { task: `${code} ${title}` },
        after: null,
      });
    }
    await tx.audit({
      recordKind: 'task-template',
      recordId: run.template_id,
      before: { madeTasks: tasks.length },
      after: { madeTasks: 0 },
    });
    return done({ parentId: run.parent_id as Id<'task'> | null, count: tasks.length });
  });
}

/** Locks a run of this tenant that this person may take back; `NotFound` where there is none such. */
async function lockRun(ctx: Ctx, tx: Act, runId: string) {
  const id = parseId<'template-run'>(runId);
  const run =
    id &&
    (await tx.db
      .selectFrom('planning.template_run')
      .select(['id', 'template_id', 'template_title', 'parent_id', 'task_ids', 'account_id', 'created_at'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst());
  if (!run) throw new NotFound();
  must(policy.takeBack(ctx.actor, { accountId: run.account_id }));
  return run;
}

/** What stands in the histories of tasks that were just made. */
const ofMaking: readonly TaskEventKind[] = ['entered', 'split', 'dependency-added'];

/** Whether anything has happened to one of the tasks of a run since they were made. */
export async function wasTouched(
  ctx: Ctx,
  tx: Act,
  run: { readonly task_ids: readonly string[]; readonly created_at: Date },
): Promise<boolean> {
  const ids = [...run.task_ids];
  const tenantId = ctx.tenant.id;
  const later = await tx.db
    .selectFrom('planning.task_event')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('task_id', 'in', ids)
    .where((where) => where.or([where('at', '<>', run.created_at), where('kind', 'not in', [...ofMaking])]))
    .limit(1)
    .executeTakeFirst();
  const child = await tx.db
    .selectFrom('planning.task')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('parent_id', 'in', ids)
    .where('id', 'not in', ids)
    .limit(1)
    .executeTakeFirst();
  const waiting = await tx.db
    .selectFrom('planning.dependency')
    .select('task_id')
    .where('tenant_id', '=', tenantId)
    .where('predecessor_id', 'in', ids)
    .where('task_id', 'not in', ids)
    .limit(1)
    .executeTakeFirst();
  if (later || child || waiting) return true;
  const evidence = await listEvidenceOfMany(ctx, taskEvidence, ids);
  return evidence.size > 0 || (await countNotes(ctx, taskOwner, ids)) > 0;
}

/** Removes tasks that nobody touched, with all that is theirs. */
export async function removeTasks(ctx: Ctx, tx: Act, taskIds: readonly string[]): Promise<void> {
  for (const table of ['planning.dependency', 'planning.task_event', 'planning.task_unit'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('task_id', 'in', [...taskIds])
      .execute();
  }
  await tx.db
    .deleteFrom('planning.task')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...taskIds])
    .execute();
}
