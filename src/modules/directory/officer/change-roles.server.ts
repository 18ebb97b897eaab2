import { z } from 'zod';
import type { RowResult } from '#modules/lists/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { setAccountRoles } from '../account/administer.server.ts';
import * as accountPolicy from '../account/policy.ts';
import { listRoles } from '../role/queries.server.ts';
import { getKeptOfficer } from './kept.server.ts';
import { officerRows } from './listed.server.ts';
import type { KeptOfficer } from './officer.ts';

/** Whether a role is given to somebody or taken away. */
export type RoleDeed = 'give' | 'take';

/** The reason for each officer whose roles stay as they are, as far as it can be told beforehand. */
export async function foreseeRoles(
  ctx: Ctx,
  ids: readonly string[],
  deed: RoleDeed,
  roleId: string,
): Promise<ReadonlyMap<string, string | undefined>> {
  const officers = new Map((await officerRows.find(ctx, ids)).map((one) => [one.id as string, one]));
  const mayDo = accountPolicy.setRoles(ctx.actor).allowed;
  return new Map(
    ids.map((id) => {
      const officer = officers.get(id);
      if (!officer) return [id, 'not-found'];
      return [id, mayDo ? refusalOf(officer, deed, roleId) : 'no-right'];
    }),
  );
}

/**
 * Gives one officer a role or takes it away, by the command that sets all roles of an account; the others stay. Needs a
 * fresh proof, as that command does.
 */
export async function changeRole(ctx: Ctx, id: string, deed: RoleDeed, roleId: string): Promise<RowResult> {
  const officer = await getKeptOfficer(ctx, id);
  const refused = refusalOf(officer, deed, roleId);
  if (refused) return { ok: false, reason: refused };
  const outcome = await setAccountRoles(ctx, id, await rolesAfter(ctx, officer, deed, roleId));
  return outcome.ok ? { ok: true, undo: { deed, roleId } } : { ok: false, reason: outcome.code };
}

const before = z.object({ deed: z.enum(['give', 'take']), roleId: z.uuid() });

/** Takes the role away that was given, or gives it back; what was done to other roles since stays. */
export async function undoRole(ctx: Ctx, id: string, undo: unknown): Promise<RowResult> {
  const { deed, roleId } = before.parse(undo);
  const result = await changeRole(ctx, id, deed === 'give' ? 'take' : 'give', roleId);
  const isElse = !result.ok && (result.reason === 'has-role' || result.reason === 'lacks-role');
  return isElse ? { ok: false, reason: 'role-changed' } : result;
}

function refusalOf({ account }: KeptOfficer, deed: RoleDeed, roleId: string): string | undefined {
  if (!account) return 'no-account';
  const hasRole = account.roleIds.includes(roleId);
  if (deed === 'give') return hasRole ? 'has-role' : undefined;
  return hasRole ? undefined : 'lacks-role';
}

/** Roles that were put aside are not spoken of: they stay with the account by themselves. */
async function rolesAfter(ctx: Ctx, officer: KeptOfficer, deed: RoleDeed, roleId: string): Promise<string[]> {
  const aside = new Set(
    (await listRoles(ctx)).filter((role) => role.isEnded).map((role) => role.id as string),
  );
  const others = (officer.account?.roleIds ?? []).filter((id) => id !== roleId && !aside.has(id));
  return deed === 'give' ? [...others, roleId] : others;
}
