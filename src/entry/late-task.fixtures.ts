import { setLeadership } from '#modules/directory/index.server.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import type { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { drawLadder, switchLadderOn } from '#modules/planning/escalation/commands.server.ts';
import { usualSteps } from '#modules/planning/escalation/escalation.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/**
 * A Tuesday. The Monday before is off in lieu of the Hùng Kings' day, the Thursday and the Friday after are holidays, and
 * weekends lie between.
 */
export const due = plainDate('2026-04-28');

/** Does something as somebody of the office in the morning of a day. */
export type AsOn = <Result>(
  role: BuiltInRole,
  day: PlainDate,
  work: (ctx: Ctx) => Promise<Result>,
) => Promise<Result>;

/**
 * An office with leaders, its ladder switched on, and one task under way that falls due on `due`, beside two of which
 * nobody is reminded; gives the task.
 */
export async function plantLateTask(
  home: Awaited<ReturnType<typeof testTenant>>,
  at: AsOn,
): Promise<Id<'task'>> {
  const officer = (role: BuiltInRole) => home.people.get(home.signIn(role))?.officerId as Id<'officer'>;
  const lead = home.people.get(home.signIn('unit-head'))?.unitIds[0] as Id<'unit'>;
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
