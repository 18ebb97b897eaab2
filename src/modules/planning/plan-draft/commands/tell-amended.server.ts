import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskStage } from '../../task/task-life.ts';
import type { NoticedPart } from '../../task-notice/task-notice.ts';
import { tellOfStep } from '../../task-notice/tell-step.server.ts';
import { texts } from '../texts.ts';

/** The fields of a plan's row that people who work on its task have to know of. */
const told = ['task', 'activity', 'product', 'lead', 'coordinators', 'due_text'] as const;

/** A task that another version of its plan has changed, closed or given back. */
export interface AmendedTask {
  readonly id: string;
  readonly assignee_id: string | null;
  readonly approver_id: string | null;
  readonly before: { readonly stage: TaskStage; readonly parts: readonly NoticedPart[] };
  readonly after: { readonly stage: TaskStage; readonly parts: readonly NoticedPart[] };
  /** Which fields of its row read otherwise; undefined where it was closed or given back as a whole. */
  readonly fields?: readonly string[];
}

/** Tells those who work on these tasks, follow them or contribute to them what the other version makes of each. */
export function tellOfAmendment(
  ctx: Ctx,
  tx: Act,
  kind: 'amended' | 'dropped' | 'restored',
  tasks: readonly AmendedTask[],
): void {
  const names = texts('vi').field;
  for (const { id, assignee_id, approver_id, before, after, fields } of tasks) {
    const changed = told.filter((field) => fields?.includes(field));
    if (fields && changed.length === 0) continue;
    const assigneeId = assignee_id as Id<'officer'> | null;
    const approverId = approver_id as Id<'officer'> | null;
    tellOfStep(
      ctx,
      tx,
      id as Id<'task'>,
      {
        kind,
        before: { ...before, assigneeId, approverId, assignerId: null },
        after: { ...after, assigneeId },
      },
      changed.map((field) => names[field]).join(', '),
    );
  }
}
