import { addWorkingDays, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { makeDigestsNow, setChoice } from '#modules/casework/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { digestPlace } from '#modules/workbench/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DemoCommune } from './people.ts';

/** By which the demo tells whether this was loaded. */
export const tellingMornings = 'casework.digest.make';

/**
 * Has the office, a unit and a person choose how they are told, and writes the letters of the last two working mornings. All
 * in the transaction of `ctx`.
 */
export async function tellMornings(
  ctx: Ctx,
  standing: StandingTenant,
  commune: DemoCommune,
  senders: Senders,
): Promise<void> {
  const as = (role: string): Ctx => {
    const actor = standing.people.get(`${commune.key}.${role}`);
    if (!actor) throw new Error(`nobody is ${role} of ${commune.key}`);
    return { ...ctx, actor };
  };
  const head = as('truongphong');
  const officer = as('chuyenvien');
  const [unitId] = head.actor.unitIds;
  if (!unitId) throw new Error(`no unit of a head in ${commune.key}`);
  const leader = as('lanhdao');
  const said = [
    await setChoice(
      leader,
      { layer: 'person', officerId: ownOf(leader) },
      { chosen: { when: { escalation: { sms: 'now' } } }, version: 0 },
    ),
    await setChoice(as('quantri'), { layer: 'office' }, { chosen: { digestAt: '07:15' }, version: 0 }),
    await setChoice(head, { layer: 'unit', unitId }, { chosen: { daysBefore: [5, 2, 1] }, version: 0 }),
    await setChoice(
      officer,
      { layer: 'person', officerId: ownOf(officer) },
      {
        chosen: {
          digestAt: '06:30',
          when: { mention: { mail: 'digest' } },
        },
        version: 0,
      },
    ),
  ];
  if (said.some((outcome) => !outcome.ok)) throw new Error('a choice of the demo was refused');
  for (const day of await lastMornings(ctx)) {
    const clock = fixedClock(`${day}T08:00:00+07:00`);
    await makeDigestsNow((_mode, work) => work({ ...ctx, clock }), digestPlace, { baseUrl: '', senders });
  }
}

/** The last two working days before today. */
export async function lastMornings(ctx: Ctx): Promise<PlainDate[]> {
  const calendar = await loadOfficeCalendar(ctx);
  return [-2, -1].map((days) => addWorkingDays(calendar, ctx.clock.today(), days));
}

function ownOf({ actor }: Ctx): Id<'officer'> {
  if (actor.officerId === null) throw new Error(`${actor.name} is no officer`);
  return actor.officerId;
}
