import { isWorkingDay, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { remindNow } from '#modules/casework/index.server.ts';
import { setLeadership } from '#modules/directory/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { drawLadder, switchLadderOn, usualLadder } from '#modules/planning/index.server.ts';
import { matterSources } from '#modules/workbench/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DemoCommune } from './people.ts';

/** By which the demo tells whether this was loaded. */
export const reminding = 'planning.escalation.switch';

/**
 * Lets the commune say who leads it and who is in charge of its units and switch its ladder on, and goes through the
 * morning of the last working day, so that its ledger has something to show. All in the transaction of `ctx`, the focal
 * officer's.
 */
export async function remindCommune(ctx: Ctx, standing: StandingTenant, commune: DemoCommune): Promise<void> {
  const admin = standing.people.get(`${commune.key}.quantri`);
  const chair = standing.people.get(`${commune.key}.chutich`);
  const leader = standing.people.get(`${commune.key}.lanhdao`);
  if (!admin || !chair?.officerId || !leader?.officerId) throw new Error(`nobody leads ${commune.key}`);
  const calendar = await loadOfficeCalendar(ctx);
  let day = ctx.clock.today();
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  const on = { ...ctx, clock: fixedClock(`${day}T04:30:00+07:00`) };
  const leaderId = leader.officerId;
  await setLeadership(
    { ...on, actor: admin },
    {
      chairId: chair.officerId,
      inChargeOf: new Map([...standing.units.values()].map((unitId) => [unitId, leaderId])),
      validFrom: day,
      version: 0,
    },
  );
  await drawLadder({ ...on, actor: leader }, { steps: usualLadder, version: 0 });
  await switchLadderOn({ ...on, actor: leader }, { version: 1, validFrom: day });
  await remindNow((_mode, work) => work(on), matterSources);
}
