import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import type { Machine } from './machine.ts';
import * as policy from './policy.ts';
import { getMachine } from './queries.server.ts';

/**
 * Gives a program a name of its own and the rights of a role. Refuses a role that the tenant does not have or has put
 * aside, and a name in use. Needs a fresh proof.
 */
export async function createMachine(
  ctx: Ctx,
  given: { name: string; roleId: string },
): Promise<Outcome<Id<'machine'>, 'unknown-role' | 'name-taken'>> {
  return act(ctx, 'directory.machine.create', async (tx) => {
    must(policy.create(ctx.actor));
    must(proven(ctx));
    const role = await tx.db
      .selectFrom('directory.role')
      .select('code')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', given.roleId)
      .where('ended_at', 'is', null)
      .forShare()
      .executeTakeFirst();
    if (!role) return refused('unknown-role');
    if (await isTaken(ctx, tx, given.name)) return refused('name-taken');
    const id = newId<'machine'>();
    await tx.db
      .insertInto('directory.machine')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        name: given.name,
        role_id: given.roleId,
        created_at: tx.now,
      })
      .execute();
    await tx.audit({
      recordKind: 'machine',
      recordId: id,
      before: null,
      after: { name: given.name, role: role.code },
    });
    return done(id);
  });
}

/** Takes a program out of use: none of its tokens opens anything from now on. */
export async function endMachine(ctx: Ctx, machineId: string): Promise<Outcome<undefined, 'ended'>> {
  return act(ctx, 'directory.machine.end', async (tx) => {
    must(policy.end(ctx.actor));
    const machine = await lockMachine(ctx, tx, machineId);
    if (machine.isEnded) return refused('ended');
    await setEnded(ctx, tx, machine, tx.now);
    return done();
  });
}

/** Takes a program up again; those of its tokens that have not run out work again. Needs a fresh proof. */
export async function restoreMachine(
  ctx: Ctx,
  machineId: string,
): Promise<Outcome<undefined, 'not-ended' | 'name-taken'>> {
  return act(ctx, 'directory.machine.restore', async (tx) => {
    must(policy.restore(ctx.actor));
    const machine = await lockMachine(ctx, tx, machineId);
    must(proven(ctx));
    if (!machine.isEnded) return refused('not-ended');
    if (await isTaken(ctx, tx, machine.name)) return refused('name-taken');
    await setEnded(ctx, tx, machine, null);
    return done();
  });
}

/** Locks a program for this act; another tenant's is not found. */
async function lockMachine(ctx: Ctx, tx: Act, machineId: string): Promise<Machine> {
  const { id } = await getMachine(ctx, machineId);
  await tx.db
    .selectFrom('directory.machine')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getMachine(ctx, id);
}

async function isTaken(ctx: Ctx, tx: Act, name: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('directory.machine')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

async function setEnded(ctx: Ctx, tx: Act, machine: Machine, at: Date | null): Promise<void> {
  await tx.db
    .updateTable('directory.machine')
    .set({ ended_at: at })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', machine.id)
    .execute();
  const record = { kind: 'machine', recordId: machine.id };
  if (at === null) await tx.bringBack(record);
  else await tx.throwAway({ ...record, title: machine.name });
  await tx.audit({
    recordKind: 'machine',
    recordId: machine.id,
    before: { name: machine.name, ended: machine.isEnded },
    after: { name: machine.name, ended: at !== null },
  });
}
