import { tell } from '#modules/casework/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskEventKind } from '../task/task-life.ts';
import {
  type NoticedContribution,
  settledByContribution,
  tellingsOfContribution,
} from './contribution-notice.ts';

/** Tells those whom a deed on the part of a coordinating unit concerns; `note` says which unit, and what it said. */
export function tellOfContribution(
  ctx: Ctx,
  tx: Act,
  taskId: Id<'task'>,
  noticed: NoticedContribution,
  said: { readonly event: TaskEventKind; readonly note: string },
): void {
  const settles = settledByContribution(noticed.deed);
  for (const [at, { kind, officerIds, unitIds }] of tellingsOfContribution(noticed).entries()) {
    tell(ctx, tx, {
      recordKind: 'task',
      recordId: taskId,
      kind,
      officerIds,
      unitIds,
      note: said.note,
      // Another unit of the same task may still be asked.
      settles,
      settlesOfUnits: [noticed.before.unitId],
      // That a unit has begun is for whoever waits for it.
      followed: at === 0 && noticed.deed !== 'accept' ? `followed-${said.event}` : undefined,
    });
  }
}
