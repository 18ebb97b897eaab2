import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { dueAfterEvent, offsetOf } from '../due-after-event.server.ts';
import { landing } from '../task-landing.ts';
import { type DeedRefusal, step, taskDeed } from './task-deed.server.ts';

export interface TaskOccasion {
  /** The day of the event or request. */
  readonly on: PlainDate;
  /** What it was. */
  readonly text: string;
  /** The last day of the deadline, where the plan names no amount of time; left aside where it does. */
  readonly dueOn: PlainDate | undefined;
  readonly version: number;
}

export type OccasionRefusal = 'event-to-come' | 'due-missing' | 'due-before-event';

/**
 * Records the event or request for which a task waits, and opens it: its deadline is counted from the day, in working
 * days of this office where the plan says so.
 */
export function recordEvent(
  ctx: Ctx,
  taskId: string,
  given: TaskOccasion,
): Promise<Outcome<undefined, DeedRefusal | OccasionRefusal>> {
  return taskDeed<OccasionRefusal>(ctx, 'record-event', taskId, given.version, async (tx, task, towards) => {
    const { on, text } = given;
    if (on > ctx.clock.today()) return refused('event-to-come');
    const offset = offsetOf(task.due);
    const dueOn = offset ? dueAfterEvent(offset, on, await loadOfficeCalendar(ctx)) : given.dueOn;
    if (!dueOn) return refused('due-missing');
    if (dueOn < on) return refused('due-before-event');
    await step(ctx, tx, task, {
      stage: landing(towards, { ...task, dueOn }),
      columns: { due_on: dueOn, first_due_on: dueOn, due_from: on, event_on: on, event_text: text },
      kind: 'event-recorded',
      detail: { text, on, dueOn },
      before: { dueOn: task.dueOn },
      after: { dueOn, eventOn: on, event: text },
    });
    return done();
  });
}
