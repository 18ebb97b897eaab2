import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { ladderFault, type LadderFault, type LadderState, type LadderSteps } from './escalation.ts';
import * as policy from './policy.ts';
import { findLadderOn, listLadders } from './queries.server.ts';

type Stored = { readonly version: number };

/** Draws another ladder, by which nobody is told before it is switched on. Refuses one with faults, or of an older version. */
export function drawLadder(
  ctx: Ctx,
  given: { readonly steps: LadderSteps; readonly version: number },
): Promise<Outcome<Stored, LadderFault | 'changed-meanwhile'>> {
  return act<Stored, LadderFault | 'changed-meanwhile'>(ctx, 'planning.escalation.draw', async (tx) => {
    must(policy.draw(ctx.actor));
    const wrong = ladderFault(given.steps);
    if (wrong) return refused(wrong.fault);
    const next = { steps: given.steps, state: 'drawn' as const, validFrom: ctx.clock.today() };
    return (await add(ctx, tx, given.version, next)) ?? refused('changed-meanwhile');
  });
}

/** Switches the latest ladder on from a day on, by whoever has seen whom it would have told. Refuses a day that is over. */
export function switchLadderOn(
  ctx: Ctx,
  given: { readonly version: number; readonly validFrom: PlainDate },
): Promise<Outcome<Stored, 'changed-meanwhile' | 'past' | 'on-already'>> {
  return act<Stored, 'changed-meanwhile' | 'past' | 'on-already'>(
    ctx,
    'planning.escalation.switch',
    async (tx) => {
      must(policy.turn(ctx.actor));
      if (given.validFrom < ctx.clock.today()) return refused('past');
      const [latest] = await listLadders(ctx);
      if (latest?.version !== given.version) return refused('changed-meanwhile');
      if (latest.state === 'on') return refused('on-already');
      const next = { steps: latest.steps, state: 'on' as const, validFrom: given.validFrom };
      return (await add(ctx, tx, given.version, next)) ?? refused('changed-meanwhile');
    },
  );
}

/** Switches the ladder off from today on. Refuses where none is on, now or on a day to come. */
export function switchLadderOff(ctx: Ctx): Promise<Outcome<Stored, 'changed-meanwhile' | 'off-already'>> {
  return act<Stored, 'changed-meanwhile' | 'off-already'>(ctx, 'planning.escalation.switch', async (tx) => {
    must(policy.turn(ctx.actor));
    const today = ctx.clock.today();
    const ladders = await listLadders(ctx);
    const present = (await findLadderOn(ctx, today)) ?? ladders.find((one) => one.state !== 'drawn');
    if (present?.state !== 'on') return refused('off-already');
    const next = { steps: present.steps, state: 'off' as const, validFrom: today };
    return (await add(ctx, tx, ladders[0]?.version ?? 0, next)) ?? refused('changed-meanwhile');
  });
}

interface Next {
  readonly steps: LadderSteps;
  readonly state: LadderState;
  readonly validFrom: PlainDate;
}

/** Adds a version after the one that was seen; undefined where somebody has added another one. */
async function add(ctx: Ctx, tx: Act, seen: number, { steps, state, validFrom }: Next) {
  const present = (await listLadders(ctx))[0]?.version ?? 0;
  if (present !== seen) return undefined;
  const version = present + 1;
  const stored = await tx.db
    .insertInto('planning.escalation_ladder')
    .values({
      tenant_id: ctx.tenant.id,
      version,
      state,
      valid_from: validFrom,
      at: tx.now,
      actor_name: ctx.actor.name,
      officer_days: steps.officer,
      unit_head_days: steps['unit-head'],
      vice_chair_days: steps['vice-chair'],
      chair_days: steps.chair,
    })
    // Of two who save at once the second waits for the first, and finds its version taken.
    .onConflict((conflict) => conflict.columns(['tenant_id', 'version']).doNothing())
    .executeTakeFirst();
  if (stored.numInsertedOrUpdatedRows === 0n) return undefined;
  await tx.audit({
    recordKind: 'tenant',
    recordId: ctx.tenant.id,
    before: { version: present },
    after: {
      version,
      ladder: state,
      validFrom,
      officerDays: steps.officer,
      unitHeadDays: steps['unit-head'],
      viceChairDays: steps['vice-chair'],
      chairDays: steps.chair,
    },
  });
  return done({ version });
}
