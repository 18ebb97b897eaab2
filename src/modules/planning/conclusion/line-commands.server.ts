import { type Act, act } from '#platform/db/act.ts';
import { newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { removeTasks, wasTouched } from '../task-template/take-back.server.ts';
import { lockConclusion } from './commands.server.ts';
import { type ConclusionLine, mostAtOnce, mostLines, type NewLine } from './conclusion.ts';
import * as policy from './policy.ts';
import { listLines } from './queries.server.ts';
import { decideLines, type LineRefusal } from './store-lines.server.ts';

export type AddRefusal = LineRefusal | 'no-lines' | 'too-many';

/** What was added at once, and can be taken back at once. */
export interface AddedLines {
  readonly batchId: string;
  readonly lines: number;
  readonly tasks: number;
}

/** Adds lines with what was decided about each, all or nothing: tasks are made, or joined, in the same step. */
export function addLines(
  ctx: Ctx,
  conclusionId: string,
  lines: readonly NewLine[],
): Promise<Outcome<AddedLines, AddRefusal>> {
  return act<AddedLines, AddRefusal>(ctx, 'planning.conclusion.add-lines', async (tx) => {
    const conclusion = await lockConclusion(ctx, conclusionId);
    must(policy.may(ctx.actor, 'add-lines'));
    if (lines.length === 0) return refused('no-lines');
    if (lines.length > mostAtOnce || conclusion.lines + lines.length > mostLines) return refused('too-many');
    const decided = await decideLines(ctx, tx, conclusion, lines, 'add-lines');
    if ('refused' in decided) return refused(decided.refused.code, { line: decided.refused.line });
    const standing = await listLines(ctx, conclusion.id);
    const last = Math.max(0, ...standing.map((line) => line.ordinal));
    const batchId = newId();
    await tx.db
      .insertInto('planning.conclusion_line')
      .values(
        lines.map((line, index) => ({
          tenant_id: ctx.tenant.id,
          id: newId<'conclusion-line'>(),
          conclusion_id: conclusion.id,
          batch_id: batchId,
          account_id: ctx.actor.accountId,
          ordinal: last + index + 1,
          text: line.text,
          standing: 'open',
          ...decided.stored[index],
          created_at: tx.now,
        })),
      )
      .execute();
    const tasks = decided.stored.filter(({ standing: one }) => one === 'task').length;
    await tx.audit({
      recordKind: 'conclusion',
      recordId: conclusion.id,
      before: { conclusionLines: conclusion.lines },
      after: { conclusionLines: conclusion.lines + lines.length, madeTasks: tasks },
    });
    return done({ batchId, lines: lines.length, tasks });
  });
}

/** Takes lines back that were confirmed together, with their tasks; refused once anything happened to one of them. */
export function takeLinesBack(
  ctx: Ctx,
  conclusionId: string,
  batch: string,
): Promise<Outcome<{ lines: number; tasks: number }, 'worked-on'>> {
  return act<{ lines: number; tasks: number }, 'worked-on'>(
    ctx,
    'planning.conclusion.take-back',
    async (tx) => {
      const conclusion = await lockConclusion(ctx, conclusionId);
      const batchId = parseId(batch);
      const lines = batchId
        ? await tx.db
            .selectFrom('planning.conclusion_line')
            .select(['id', 'standing', 'task_id', 'account_id', 'version', 'created_at'])
            .where('tenant_id', '=', ctx.tenant.id)
            .where('conclusion_id', '=', conclusion.id)
            .where('batch_id', '=', batchId)
            .forUpdate()
            .execute()
        : [];
      const [first] = lines;
      if (!first) throw new NotFound();
      must(policy.takeBack(ctx.actor, { accountId: first.account_id }));
      const taskIds = lines.flatMap((line) => (line.standing === 'task' ? (line.task_id ?? []) : []));
      if (lines.some((line) => line.version > 1)) return refused('worked-on');
      if (taskIds.length > 0) {
        const held = await holdTasks(ctx, tx, taskIds);
        const run = { task_ids: taskIds, created_at: first.created_at };
        if (held < taskIds.length || (await wasTouched(ctx, tx, run))) return refused('worked-on');
        await removeTasks(ctx, tx, taskIds);
      }
      await tx.db
        .deleteFrom('planning.conclusion_line')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('conclusion_id', '=', conclusion.id)
        .where(
          'id',
          'in',
          lines.map((line) => line.id),
        )
        .execute();
      await tx.audit({
        recordKind: 'conclusion',
        recordId: conclusion.id,
        before: { conclusionLines: conclusion.lines, madeTasks: taskIds.length },
        after: { conclusionLines: conclusion.lines - lines.length, madeTasks: 0 },
      });
      return done({ lines: lines.length, tasks: taskIds.length });
    },
  );
}

export type EditLineRefusal = LineRefusal | 'changed-meanwhile' | 'has-task';

/** Mends a line, or decides about it anew; what has become a task stays that task and is cancelled there if need be. */
export function editLine(
  ctx: Ctx,
  conclusionId: string,
  lineId: string,
  given: { readonly line: NewLine; readonly version: number },
): Promise<Outcome<undefined, EditLineRefusal>> {
  return act<undefined, EditLineRefusal>(ctx, 'planning.conclusion.edit-line', async (tx) => {
    const conclusion = await lockConclusion(ctx, conclusionId);
    const before = await findLine(ctx, conclusion.id, lineId);
    must(policy.may(ctx.actor, 'edit-line'));
    if (before.version !== given.version) return refused('changed-meanwhile');
    const { line } = given;
    const keepsTask = before.standing === 'task';
    if (keepsTask && line.decision.standing !== 'task') return refused('has-task');
    const decided = keepsTask
      ? { stored: [{}] }
      : await decideLines(ctx, tx, conclusion, [line], 'edit-line');
    if ('refused' in decided) return refused(decided.refused.code, { line: decided.refused.line });
    await tx.db
      .updateTable('planning.conclusion_line')
      .set({ text: line.text, version: before.version + 1, ...decided.stored[0] })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', before.id)
      .execute();
    await tx.audit({
      recordKind: 'conclusion',
      recordId: conclusion.id,
      before: { text: before.text, lineStanding: before.standing, reason: before.reason },
      after: {
        text: line.text,
        lineStanding: line.decision.standing,
        reason: line.decision.standing === 'none' ? line.decision.reason : null,
      },
    });
    return done();
  });
}

/** A line of a conclusion that the caller has read; `NotFound` where there is none such. */
export async function findLine(
  ctx: Ctx,
  conclusionId: Parameters<typeof listLines>[1],
  lineId: string,
): Promise<ConclusionLine> {
  const line = (await listLines(ctx, conclusionId)).find((one) => one.id === lineId);
  if (!line) throw new NotFound();
  return line;
}

/** Locks these tasks; how many there still are. */
async function holdTasks(ctx: Ctx, tx: Act, taskIds: readonly string[]): Promise<number> {
  const held = await tx.db
    .selectFrom('planning.task')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...taskIds])
    .orderBy('id')
    .forUpdate()
    .execute();
  return held.length;
}
