import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { getPlan } from '../plan/queries.server.ts';
import { areOfTenant } from '../task/known-people.server.ts';
import { getTarget } from '../target/queries.server.ts';
import type { ObjectiveFacts } from './objective.ts';
import * as policy from './policy.ts';
import { getObjective, type ObjectiveEvent, type ObjectiveRow } from './queries.server.ts';

/** What a person gives: no place puts it after all others. */
export type GivenObjective = Omit<ObjectiveFacts, 'ordinal'> & {
  readonly ordinal: number | null;
  readonly reason: string;
};

export type ObjectiveRefusal = 'replaced' | 'unknown-person' | 'same-title';

/** Adds an objective to a plan in force; why, as its history tells. Refuses one that the plan has already. */
export function addObjective(
  ctx: Ctx,
  planId: string,
  given: GivenObjective,
): Promise<Outcome<Id<'objective'>, ObjectiveRefusal>> {
  return act<Id<'objective'>, ObjectiveRefusal>(ctx, 'planning.objective.add', async (tx) => {
    const plan = await getPlan(ctx, planId);
    if (plan.state !== 'issued') return refused('replaced');
    must(policy.may(ctx.actor, 'add', { isInForce: true }));
    const refusal = await unfit(ctx, tx, { planId: plan.id, id: null }, given);
    if (refusal) return refused(refusal);
    const id = newId<'objective'>();
    const ordinal = given.ordinal ?? (await lastPlace(ctx, tx, plan.id)) + 1;
    await tx.db
      .insertInto('planning.objective')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        plan_id: plan.id,
        first_plan_id: plan.id,
        source: 'hand',
        ordinal,
        title: given.title,
        owner_id: given.ownerId,
        created_at: tx.now,
      })
      .execute();
    await record(ctx, tx, id, { kind: 'added', reason: given.reason });
    await tx.audit({
      recordKind: 'objective',
      recordId: id,
      before: null,
      after: { ...told(given, ordinal), planId: plan.id },
    });
    return done(id);
  });
}

/**
 * Changes what an objective is called, who answers for it and its place. Refuses one of a plan that was replaced, one
 * that somebody changed since `version`, and a change that changes nothing.
 */
export function editObjective(
  ctx: Ctx,
  objectiveId: string,
  given: GivenObjective & { readonly version: number },
): Promise<
  Outcome<{ version: number }, ObjectiveRefusal | 'changed-meanwhile' | 'nothing-changed' | 'discarded'>
> {
  return act<{ version: number }, ObjectiveRefusal | 'changed-meanwhile' | 'nothing-changed' | 'discarded'>(
    ctx,
    'planning.objective.edit',
    async (tx) => {
      const objective = await lock(ctx, tx, objectiveId);
      if (!objective.plan.isInForce) return refused('replaced');
      if (objective.isRemoved) return refused('discarded');
      must(policy.may(ctx.actor, 'edit', objective.plan));
      if (objective.version !== given.version) return refused('changed-meanwhile');
      const ordinal = given.ordinal ?? objective.ordinal;
      const isSame =
        objective.title === given.title &&
        objective.ownerId === given.ownerId &&
        objective.ordinal === ordinal;
      if (isSame) return refused('nothing-changed');
      const refusal = await unfit(ctx, tx, { planId: objective.plan.id, id: objective.id }, given);
      if (refusal) return refused(refusal);
      const version = objective.version + 1;
      await tx.db
        .updateTable('planning.objective')
        .set({ title: given.title, owner_id: given.ownerId, ordinal, version })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', objective.id)
        .execute();
      const before = objective.title === given.title ? {} : { text: objective.title };
      await record(ctx, tx, objective.id, { kind: 'edited', reason: given.reason, detail: before });
      await tx.audit({
        recordKind: 'objective',
        recordId: objective.id,
        before: told(objective, objective.ordinal),
        after: { ...told(given, ordinal), reason: given.reason },
      });
      return done({ version });
    },
  );
}

/** Puts an objective that a person added into the trash. Refuses what the plan itself says, and one with targets. */
export function discardObjective(
  ctx: Ctx,
  objectiveId: string,
  reason: string,
): Promise<Outcome<undefined, 'replaced' | 'of-plan' | 'has-targets' | 'discarded'>> {
  return act<undefined, 'replaced' | 'of-plan' | 'has-targets' | 'discarded'>(
    ctx,
    'planning.objective.discard',
    async (tx) => {
      const objective = await lock(ctx, tx, objectiveId);
      if (!objective.plan.isInForce) return refused('replaced');
      must(policy.may(ctx.actor, 'discard', objective.plan));
      if (objective.isRemoved) return refused('discarded');
      if (objective.source !== 'hand') return refused('of-plan');
      const target = await tx.db
        .selectFrom('planning.target')
        .select('id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('objective_id', '=', objective.id)
        .where('plan_id', '=', objective.plan.id)
        .limit(1)
        .executeTakeFirst();
      if (target) return refused('has-targets');
      await setRemoved(ctx, tx, objective, tx.now);
      await record(ctx, tx, objective.id, { kind: 'discarded', reason });
      await tx.throwAway({ kind: 'objective', recordId: objective.id, title: objective.title, reason });
      await tx.audit({
        recordKind: 'objective',
        recordId: objective.id,
        before: told(objective, objective.ordinal),
        after: reason ? { reason } : null,
      });
      return done();
    },
  );
}

/** Brings an objective back from the trash; `NotFound` where it is not there, refused once its plan was replaced. */
export function restoreObjective(ctx: Ctx, objectiveId: string): Promise<Outcome<undefined, 'replaced'>> {
  return act<undefined, 'replaced'>(ctx, 'planning.objective.restore', async (tx) => {
    const objective = await lock(ctx, tx, objectiveId);
    if (!objective.plan.isInForce) return refused('replaced');
    must(policy.may(ctx.actor, 'restore', objective.plan));
    if (!objective.isRemoved) throw new NotFound();
    await setRemoved(ctx, tx, objective, null);
    await record(ctx, tx, objective.id, { kind: 'restored' });
    await tx.bringBack({ kind: 'objective', recordId: objective.id });
    await tx.audit({
      recordKind: 'objective',
      recordId: objective.id,
      before: null,
      after: told(objective, objective.ordinal),
    });
    return done();
  });
}

/** Puts a target under another objective of its plan; `NotFound` for one of another plan. */
export function placeTarget(
  ctx: Ctx,
  targetId: string,
  objectiveId: string,
): Promise<Outcome<undefined, 'replaced' | 'nothing-changed'>> {
  return act<undefined, 'replaced' | 'nothing-changed'>(ctx, 'planning.objective.place', async (tx) => {
    const objective = await lock(ctx, tx, objectiveId);
    const target = await getTarget(ctx, targetId);
    if (objective.isRemoved || objective.plan.id !== target.plan.id) throw new NotFound();
    if (!objective.plan.isInForce) return refused('replaced');
    must(policy.may(ctx.actor, 'place', objective.plan));
    const moved = await tx.db
      .updateTable('planning.target')
      .set({ objective_id: objective.id, is_placed: true })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', target.id)
      .where((eb) => eb.or([eb('objective_id', 'is', null), eb('objective_id', '<>', objective.id)]))
      .returning('id')
      .executeTakeFirst();
    if (!moved) return refused('nothing-changed');
    await record(ctx, tx, objective.id, { kind: 'target-placed', detail: { text: target.text } });
    await tx.audit({
      recordKind: 'target',
      recordId: target.id,
      before: {},
      after: { objective: objective.title },
    });
    return done();
  });
}

/** Locks an objective for this act; one that the person may not see, or of another tenant, is not found. */
async function lock(ctx: Ctx, tx: Act, objectiveId: string): Promise<ObjectiveRow> {
  const id = parseId<'objective'>(objectiveId);
  if (!id) throw new NotFound();
  await tx.db
    .selectFrom('planning.objective')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getObjective(ctx, id);
}

async function unfit(
  ctx: Ctx,
  tx: Act,
  place: { readonly planId: string; readonly id: string | null },
  given: GivenObjective,
): Promise<'unknown-person' | 'same-title' | undefined> {
  if (!(await areOfTenant(ctx, [given.ownerId], []))) return 'unknown-person';
  const same = await tx.db
    .selectFrom('planning.objective')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', place.planId)
    .where('removed_at', 'is', null)
    .where('title', '=', given.title)
    .$if(place.id !== null, (query) => query.where('id', '<>', place.id ?? ''))
    .limit(1)
    .executeTakeFirst();
  return same ? 'same-title' : undefined;
}

async function lastPlace(ctx: Ctx, tx: Act, planId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('planning.objective')
    .select((eb) => eb.fn.max('ordinal').as('last'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

async function setRemoved(ctx: Ctx, tx: Act, objective: ObjectiveRow, at: Date | null): Promise<void> {
  await tx.db
    .updateTable('planning.objective')
    .set({ removed_at: at, version: objective.version + 1 })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', objective.id)
    .execute();
}

async function record(
  ctx: Ctx,
  tx: Act,
  objectiveId: string,
  event: {
    readonly kind: ObjectiveEvent['kind'];
    readonly reason?: string;
    readonly detail?: { text?: string };
  },
): Promise<void> {
  await tx.db
    .insertInto('planning.objective_event')
    .values({
      tenant_id: ctx.tenant.id,
      at: tx.now,
      id: newId<'objective-event'>(),
      objective_id: objectiveId,
      kind: event.kind,
      actor_name: ctx.actor.name,
      reason: event.reason ?? '',
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}

/** For the audit. */
function told({ title, ownerId }: Pick<ObjectiveFacts, 'title' | 'ownerId'>, ordinal: number) {
  return { objective: title, ownerId, place: ordinal };
}

/** Writes down that the person takes the objectives with their figures along as a file. */
export function recordObjectiveExport(
  ctx: Ctx,
  taken: Readonly<Record<string, string | number | null>>,
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'planning.objective.export', async (tx) => {
    must(policy.exported(ctx.actor));
    await tx.audit({ recordKind: 'tenant', recordId: ctx.tenant.id, before: null, after: taken });
    return done();
  });
}
