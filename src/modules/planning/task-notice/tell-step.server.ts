import { reminderKinds, tell } from '#modules/casework/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { endsReminders, type NoticedStep, settledBy, tellingsOf } from './task-notice.ts';

/** Tells those whom a step of a task's life concerns, at the end of the transaction. */
export function tellOfStep(
  ctx: Ctx,
  tx: Act,
  taskId: Id<'task'>,
  step: NoticedStep,
  note: string | null | undefined,
): void {
  const about = { recordKind: 'task', recordId: taskId };
  const tellings = tellingsOf(step);
  const settles = [
    ...settledBy(step.kind).filter((kind) => tellings.every((one) => one.kind !== kind)),
    ...(endsReminders.includes(step.kind) ? reminderKinds : []),
  ];
  // What is settled is settled also where nobody is told.
  if (tellings.length === 0 && settles.length > 0)
    tell(ctx, tx, { ...about, kind: 'task-settled', officerIds: [], settles });
  for (const [at, { kind, officerIds, unitIds }] of tellings.entries()) {
    const followed = at === 0 && step.kind !== 'taken-back' ? `followed-${step.kind}` : undefined;
    tell(ctx, tx, { ...about, kind, officerIds, unitIds, note, settles, followed });
  }
}
