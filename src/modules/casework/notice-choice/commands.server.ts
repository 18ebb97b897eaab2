import { sql } from 'kysely';
import { act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type ChoiceOwner, ownerId } from './choice-owner.ts';
import type { OwnChoice } from './notice-choice.ts';
import * as policy from './policy.ts';

/** What a layer said has been changed by somebody else since it was read. */
export type ChoiceRefusal = 'changed-meanwhile';
/** There is nothing to take back. */
export type TakeBackRefusal = ChoiceRefusal | 'nothing-said';

/**
 * Says how people want to be told: everything that this layer says itself, the rest as above. Nothing at all gives the
 * layer back to what is above it. `version` is the one that was read, 0 where nothing had been said.
 */
export function setChoice(
  ctx: Ctx,
  owner: ChoiceOwner,
  given: { readonly chosen: OwnChoice; readonly version: number },
): Promise<Outcome<{ version: number }, ChoiceRefusal>> {
  return act<{ version: number }, ChoiceRefusal>(ctx, 'casework.notice-choice.set', async (tx) => {
    must(policy.set(ctx.actor, owner));
    const chosen = JSON.stringify(given.chosen);
    const row = given.version === 0 ? undefined : await lockChoice(ctx, owner);
    if ((row?.version ?? 0) !== given.version) return refused('changed-meanwhile');
    const stored = row
      ? await sql`update casework.notice_choice set chosen = ${chosen}::jsonb, chosen_before = chosen,
          version = version + 1, chosen_at = ${tx.now}, chosen_by = ${ctx.actor.name}
          where tenant_id = ${ctx.tenant.id} and id = ${row.id}`.execute(tx.db)
      : // Of two who are the first to say something the second waits for the first, and finds its row.
        await sql`insert into casework.notice_choice
          (tenant_id, id, unit_id, officer_id, chosen, chosen_before, chosen_at, chosen_by)
          values (${ctx.tenant.id}, ${newId()}, ${unitOf(owner)}, ${officerOf(owner)}, ${chosen}::jsonb, '{}',
            ${tx.now}, ${ctx.actor.name})
          on conflict on constraint notice_choice_owner do nothing`.execute(tx.db);
    if (stored.numAffectedRows === 0n) return refused('changed-meanwhile');
    await tx.audit({
      recordKind: 'notice-choice',
      recordId: ownerId(owner, ctx.tenant.id),
      before: { ...row?.chosen },
      after: { ...given.chosen },
    });
    return done({ version: given.version + 1 });
  });
}

/** Says again what the layer said before its last change; a second time, what it said after it. */
export function takeBackChoice(
  ctx: Ctx,
  owner: ChoiceOwner,
  version: number,
): Promise<Outcome<{ version: number }, TakeBackRefusal>> {
  return act<{ version: number }, TakeBackRefusal>(ctx, 'casework.notice-choice.take-back', async (tx) => {
    must(policy.takeBack(ctx.actor, owner));
    const row = await lockChoice(ctx, owner);
    if (!row) return refused('nothing-said');
    if (row.version !== version) return refused('changed-meanwhile');
    await sql`update casework.notice_choice set chosen = chosen_before, chosen_before = chosen, version = version + 1,
      chosen_at = ${tx.now}, chosen_by = ${ctx.actor.name}
      where tenant_id = ${ctx.tenant.id} and id = ${row.id}`.execute(tx.db);
    await tx.audit({
      recordKind: 'notice-choice',
      recordId: ownerId(owner, ctx.tenant.id),
      before: { ...row.chosen },
      after: { ...row.chosen_before },
    });
    return done({ version: version + 1 });
  });
}

async function lockChoice(ctx: Ctx, owner: ChoiceOwner) {
  const { rows } = await sql<{
    id: string;
    version: number;
    chosen: OwnChoice;
    chosen_before: OwnChoice;
  }>`select c.id, c.version, c.chosen, c.chosen_before from casework.notice_choice c
    where c.tenant_id = ${ctx.tenant.id} and c.unit_id is not distinct from ${unitOf(owner)}::uuid
      and c.officer_id is not distinct from ${officerOf(owner)}::uuid for update`.execute(ctx.db);
  return rows[0];
}

function unitOf(owner: ChoiceOwner): string | null {
  return owner.layer === 'unit' ? owner.unitId : null;
}

function officerOf(owner: ChoiceOwner): string | null {
  return owner.layer === 'person' ? owner.officerId : null;
}
