import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { Machine } from './machine.ts';
import * as policy from './policy.ts';

/** The programs of the tenant by name, those that were ended last. */
export async function listMachines(ctx: Ctx): Promise<Machine[]> {
  must(policy.create(ctx.actor));
  const rows = await machines(ctx)
    .orderBy((order) => order('m.ended_at', 'is not', null))
    .orderBy('m.name')
    .orderBy('m.id')
    .limit(200)
    .execute();
  return rows.map(toMachine);
}

/** One program of the tenant. */
export async function getMachine(ctx: Ctx, machineId: string): Promise<Machine> {
  must(policy.create(ctx.actor));
  const id = parseId<'machine'>(machineId);
  const row = id && (await machines(ctx).where('m.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toMachine(row);
}

function machines(ctx: Ctx) {
  return ctx.db
    .selectFrom('directory.machine as m')
    .select(['m.id', 'm.name', 'm.role_id', 'm.ended_at'])
    .select((select) =>
      select
        .selectFrom('directory.api_token as k')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('k.tenant_id', '=', 'm.tenant_id')
        .whereRef('k.machine_id', '=', 'm.id')
        .where('k.revoked_at', 'is', null)
        .where('k.expires_at', '>', ctx.clock.now())
        .as('tokens'),
    )
    .where('m.tenant_id', '=', ctx.tenant.id);
}

function toMachine(row: {
  id: string;
  name: string;
  role_id: string;
  ended_at: Date | null;
  tokens: number | null;
}): Machine {
  return {
    id: row.id as Id<'machine'>,
    name: row.name,
    roleId: row.role_id as Id<'role'>,
    isEnded: row.ended_at !== null,
    tokenCount: row.tokens ?? 0,
  };
}
