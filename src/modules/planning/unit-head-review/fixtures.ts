import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { newId, type Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openMonth } from './commands/open-month.server.ts';
import { listReviews, type ReviewRecord } from './queries.server.ts';
import { monthOf, type ReviewMonth } from './review-month.ts';
import { plainDate } from '#platform/clock/plain-date.ts';

/** The month that tests judge, and a day after it. */
export const testMonth: ReviewMonth = monthOf(plainDate('2026-04-15'));

/** The same surroundings on a day after the month, unless another is named. */
export function onDay(ctx: Ctx, day = '2026-05-04'): Ctx {
  return { ...ctx, clock: fixedClock(`${day}T09:00:00+07:00`) };
}

/** Opens the month of tests in the leader's name; gives its evaluations by unit. */
export async function openTestMonth(
  home: StandingTenant & { signIn: (role: 'leader') => string },
): Promise<ReadonlyMap<Id<'unit'>, ReviewRecord>> {
  return home.as(home.signIn('leader'), 'write', async (ctx) => {
    const opened = await openMonth(onDay(ctx), testMonth);
    if (!opened.ok) throw new Error(`the month was refused: ${opened.code}`);
    return new Map((await listReviews(onDay(ctx), testMonth)).map((review) => [review.unitId, review]));
  });
}

/** What happened to a planted task. */
export interface PlantedEvent {
  readonly at: string;
  readonly kind: string;
  readonly stage?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Puts what happened to a task straight into its history, for tests of months long past. */
export async function plantEvents(ctx: Ctx, taskId: string, events: readonly PlantedEvent[]): Promise<void> {
  const db = ctx.writer;
  if (!db) throw new Error('planting needs a writing context');
  await db
    .insertInto('planning.task_event')
    .values(
      events.map(({ at, kind, stage, detail }) => ({
        tenant_id: ctx.tenant.id,
        at: new Date(at),
        id: newId<'task-event'>(),
        task_id: taskId,
        kind,
        actor_name: 'Người thử',
        detail: JSON.stringify(detail ?? {}),
        stage: stage ?? null,
      })),
    )
    .execute();
}
