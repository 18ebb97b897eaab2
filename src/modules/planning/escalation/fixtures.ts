import { setLeadership } from '#modules/directory/index.server.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { plantTasks } from '../task/fixtures.ts';
import { drawLadder, switchLadderOn } from './commands.server.ts';
import { usualSteps } from './escalation.ts';

/**
 * A Tuesday. The Monday before is off in lieu of the Hùng Kings' day, the Thursday and the Friday after are holidays, and
 * weekends lie between.
 */
const due = plainDate('2026-04-28');

type Doer = 'admin' | 'leader' | 'focal' | 'auditor';

/** The office in which a task runs late: its people, the unit that leads, and how somebody does something on a day. */
export interface LatePlace {
  officer(role: Doer): Id<'officer'>;
  readonly lead: Id<'unit'>;
  at<Result>(role: Doer, day: PlainDate, work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
}

/**
 * Plants a task under way that falls due on 28/04/2026, beside two of which nobody is reminded, in an office that has
 * leaders and has switched its ladder on; gives the task.
 */
export async function plantLateTask({ officer, lead, at }: LatePlace): Promise<Id<'task'>> {
  const early = plainDate('2026-03-02');
  await at('admin', early, (ctx) =>
    setLeadership(ctx, {
      chairId: officer('leader'),
      inChargeOf: new Map([[lead as string, officer('auditor') as string]]),
      validFrom: early,
      version: 0,
    }),
  );
  await at('leader', early, (ctx) => drawLadder(ctx, { steps: usualSteps, version: 0 }));
  await at('leader', early, (ctx) => switchLadderOn(ctx, { version: 1, validFrom: early }));
  const { ids } = await at('focal', early, (ctx) =>
    plantTasks(ctx, [
      {
        title: 'Báo cáo cải cách hành chính',
        leadUnitId: lead,
        assigneeId: officer('focal'),
        approverId: officer('leader'),
        product: 'Báo cáo',
        dueOn: due,
        stage: 'in-progress',
      },
      { title: 'Chờ sự kiện', leadUnitId: lead, assigneeId: officer('focal'), dueOn: due, stage: 'waiting' },
      { title: 'Đã hủy', leadUnitId: lead, assigneeId: officer('focal'), dueOn: due, stage: 'cancelled' },
    ]),
  );
  return ids[0] as Id<'task'>;
}
