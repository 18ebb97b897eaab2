import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getKeptOfficer, listKeptOfficers } from '../officer/kept.server.ts';
import type { KeptOfficer } from '../officer/officer.ts';
import { listRoles } from '../role/queries.server.ts';
import { createAccount } from './commands.server.ts';
import { newStartPassword } from './start-password.server.ts';
import { suggestedName } from './suggested-name.ts';
import { usualRole } from './usual-role.ts';

/** What is handed to a person on paper: told once, kept only as a hash. */
export interface AccountSlip {
  readonly fullName: string;
  readonly unitName: string;
  readonly signInName: string;
  readonly password: string;
}

/** Hashing a password is made slow on purpose, so one act opens no more than these. */
const mostAtOnce = 100;
/** Beyond so many people of one name somebody should choose the sign-in name by hand. */
const mostNamesakes = 50;

/** Opens an account for an officer in office, with a start password. */
export async function openAccount(
  ctx: Ctx,
  officerId: string,
  given: { signInName: string; roleIds: readonly string[] },
): Promise<Outcome<AccountSlip, 'has-account' | 'ended' | 'unknown-role' | 'name-taken'>> {
  const officer = await getKeptOfficer(ctx, officerId);
  if (officer.account) return refused('has-account');
  if (officer.endedOn !== null) return refused('ended');
  const roles = (await listRoles(ctx)).filter((role) => !role.isEnded && given.roleIds.includes(role.id));
  if (roles.length !== new Set(given.roleIds).size) return refused('unknown-role');
  return open(
    ctx,
    officer,
    given.signInName,
    roles.map((role) => role.code),
  );
}

/**
 * Opens accounts for the officers in office who have none, at most 100 at once: in the role that is usual for their
 * position, each under the name that people expect, with a number where it is taken.
 */
export async function openAccountsForAll(ctx: Ctx): Promise<AccountSlip[]> {
  const officers = await listKeptOfficers(ctx, { 'trang-thai': 'chua-co-tai-khoan' });
  const slips: AccountSlip[] = [];
  for (const officer of officers.slice(0, mostAtOnce)) {
    const slip = await openUnderFreeName(ctx, officer);
    if (slip) slips.push(slip);
  }
  return slips;
}

async function openUnderFreeName(ctx: Ctx, officer: KeptOfficer): Promise<AccountSlip | undefined> {
  const wanted = suggestedName(officer.fullName);
  for (let n = 1; n <= mostNamesakes; n += 1) {
    const name = n === 1 ? wanted : `${wanted}${n}`;
    const opened = await open(ctx, officer, name, [usualRole(officer)]);
    if (opened.ok) return opened.value;
  }
  return undefined;
}

async function open(
  ctx: Ctx,
  officer: KeptOfficer,
  signInName: string,
  roles: readonly string[],
): Promise<Outcome<AccountSlip, 'name-taken'>> {
  const password = newStartPassword();
  const made = await createAccount(ctx, {
    officerId: officer.id,
    signInName,
    password,
    roles,
    isStartPassword: true,
  });
  if (!made.ok) {
    if (made.code === 'name-taken') return refused('name-taken');
    throw new Error(`a start password was refused: ${made.code}`);
  }
  return done({ fullName: officer.fullName, unitName: officer.unitName, signInName, password });
}
