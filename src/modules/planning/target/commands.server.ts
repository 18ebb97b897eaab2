import { type Act, act } from '#platform/db/act.ts';
import { newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { getTarget, type TargetRecord } from './queries.server.ts';
import { factsOf, saysTheSame, type TargetFacts } from './target.ts';

type Refusal = 'replaced' | 'changed-meanwhile' | 'nothing-changed';

/**
 * Mends what a target of a plan in force says; why, as its history tells. Refuses a target of a plan that was replaced,
 * one that somebody changed since `version` (`detail` names nobody), and a change that changes nothing.
 */
export function editTarget(
  ctx: Ctx,
  targetId: string,
  given: { readonly to: TargetFacts; readonly reason: string; readonly version: number },
): Promise<Outcome<{ version: number }, Refusal>> {
  return act<{ version: number }, Refusal>(ctx, 'planning.target.edit', async (tx) => {
    const target = await lockTarget(ctx, tx, targetId);
    if (!target.isInForce) return refused('replaced');
    must(policy.edit(ctx.actor, target));
    if (target.version !== given.version) return refused('changed-meanwhile');
    if (saysTheSame(target, given.to)) return refused('nothing-changed');
    return done(await write(ctx, tx, target, given.to, { kind: 'edited', reason: given.reason }));
  });
}

/** Takes the change back that made `version`, while nobody has changed the target since; both stay in its history. */
export function undoTargetEdit(
  ctx: Ctx,
  targetId: string,
  version: number,
): Promise<Outcome<{ version: number }, Exclude<Refusal, 'nothing-changed'>>> {
  return act<{ version: number }, Exclude<Refusal, 'nothing-changed'>>(
    ctx,
    'planning.target.edit',
    async (tx) => {
      const target = await lockTarget(ctx, tx, targetId);
      if (!target.isInForce) return refused('replaced');
      must(policy.edit(ctx.actor, target));
      if (target.version !== version) return refused('changed-meanwhile');
      const change = await tx.db
        .selectFrom('planning.target_event')
        .select('before')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('target_id', '=', target.id)
        .where('version', '=', version)
        .executeTakeFirst();
      if (!change) return refused('changed-meanwhile');
      const before = change.before as unknown as TargetFacts;
      return done(await write(ctx, tx, target, before, { kind: 'taken-back', reason: '' }));
    },
  );
}

/** Locks a target for this act; one that the person may not see, or of another tenant, is not found. */
async function lockTarget(ctx: Ctx, tx: Act, targetId: string): Promise<TargetRecord> {
  const id = parseId<'target'>(targetId);
  if (!id) throw new NotFound();
  await tx.db
    .selectFrom('planning.target')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getTarget(ctx, id);
}

async function write(
  ctx: Ctx,
  tx: Act,
  target: TargetRecord,
  to: TargetFacts,
  event: { readonly kind: 'edited' | 'taken-back'; readonly reason: string },
): Promise<{ version: number }> {
  const [before, after, version] = [factsOf(target), factsOf(to), target.version + 1];
  const { denominatorScope, ...columns } = after;
  await tx.db
    .updateTable('planning.target')
    .set({ ...columns, denominator_scope: denominatorScope, version })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', target.id)
    .execute();
  await tx.db
    .insertInto('planning.target_event')
    .values({
      tenant_id: ctx.tenant.id,
      at: tx.now,
      id: newId<'target-event'>(),
      target_id: target.id,
      kind: event.kind,
      actor_name: ctx.actor.name,
      reason: event.reason,
      version,
      before: JSON.stringify(before),
    })
    .execute();
  await tx.audit({
    recordKind: 'target',
    recordId: target.id,
    before: told(before),
    after: { ...told(after), ...(event.reason && { reason: event.reason }) },
  });
  return { version };
}

/** For the audit, where `unit` is a unit of the office. */
function told({ unit: measureUnit, ...facts }: TargetFacts) {
  return { ...facts, measureUnit };
}
