import { type Act, act } from '#platform/db/act.ts';
import type { Pool } from '#platform/db/db.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { findFactors, isFactorRequired } from '../second-factor/queries.server.ts';
import { hasFactor } from '../second-factor/second-factor.ts';
import { mostTokens, noteUseEveryMs } from './api-token.ts';
import * as policy from './policy.ts';
import type { TokenOwner } from './policy.ts';
import { hashTokenText, hintOf, newTokenText, writeTokenText } from './token-text.server.ts';

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly addresses: readonly string[];
  readonly days: number;
}

/**
 * Makes a token of the caller's account, or of a machine; gives its text, to be shown this once. Refuses a name that
 * another working token of the owner has, more tokens than anybody can oversee, and an account that still owes an own
 * password or second factor: a token would be the way around it. Needs a fresh proof.
 */
export async function createToken(
  ctx: Ctx,
  owner: TokenOwner,
  given: NewToken,
): Promise<Outcome<string, 'name-taken' | 'too-many' | 'protect-first'>> {
  return act(ctx, actOf(owner, 'create'), async (tx) => {
    must(policy.create(ctx.actor, owner));
    must(proven(ctx));
    const working = await lockWorking(ctx, tx, owner);
    // Asked once the account is held: a password that was reset meanwhile has made its keys useless, this one too.
    if (owner.kind === 'account' && (await owesProtection(ctx, owner.id))) return refused('protect-first');
    if (working.some((one) => one.name === given.name)) return refused('name-taken');
    if (working.length >= mostTokens) return refused('too-many');
    const text = newTokenText(ctx.tenant.id);
    const id = newId<'api-token'>();
    const expiresAt = new Date(tx.now.getTime() + given.days * 86_400_000);
    await tx.db
      .insertInto('directory.api_token')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        account_id: owner.kind === 'account' ? owner.id : null,
        machine_id: owner.kind === 'machine' ? owner.id : null,
        name: given.name,
        hint: hintOf(text),
        token_hash: hashTokenText(text),
        scopes: [...given.scopes],
        addresses: [...given.addresses],
        created_at: tx.now,
        created_by: ctx.actor.accountId as Id<'account'>,
        expires_at: expiresAt,
      })
      .execute();
    const { name, scopes, addresses } = given;
    await tx.audit({
      recordKind: 'api-token',
      recordId: id,
      before: null,
      after: { owner, name, hint: hintOf(text), scopes, addresses, expiresAt: expiresAt.toISOString() },
    });
    return done(writeTokenText(text));
  });
}

/** Makes a token useless from now on. Throws `NotFound` for one of another owner. */
export async function revokeToken(
  ctx: Ctx,
  owner: TokenOwner,
  tokenId: string,
): Promise<Outcome<undefined, 'revoked'>> {
  return act(ctx, actOf(owner, 'revoke'), async (tx) => {
    must(policy.revoke(ctx.actor, owner));
    const id = parseId<'api-token'>(tokenId);
    const token =
      id &&
      (await tx.db
        .selectFrom('directory.api_token')
        .select(['id', 'name', 'hint', 'revoked_at'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .where(owner.kind === 'account' ? 'account_id' : 'machine_id', '=', owner.id)
        .forUpdate()
        .executeTakeFirst());
    if (!token) throw new NotFound();
    if (token.revoked_at !== null) return refused('revoked');
    await tx.db
      .updateTable('directory.api_token')
      .set({ revoked_at: tx.now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', token.id)
      .execute();
    await tx.audit({
      recordKind: 'api-token',
      recordId: token.id,
      before: { name: token.name, hint: token.hint, revoked: false },
      after: { name: token.name, hint: token.hint, revoked: true },
    });
    return done();
  });
}

/** Tokens of machines are given by those who may; one's own are everybody's. */
function actOf(owner: TokenOwner, verb: 'create' | 'revoke'): string {
  return owner.kind === 'account' ? `directory.api-token.${verb}` : `directory.machine.${verb}-token`;
}

/** Notes that a token was used, where that was last noted an hour ago: it tells its owner which still live. */
export async function noteUse(
  pool: Pool,
  token: { tenantId: Id<'tenant'>; id: string; usedAt: Date | null },
  now: Date,
): Promise<void> {
  if (token.usedAt && now.getTime() - token.usedAt.getTime() < noteUseEveryMs) return;
  await inTenant(pool, token.tenantId, 'write', (db) =>
    db
      .updateTable('directory.api_token')
      .set({ used_at: now })
      .where('tenant_id', '=', token.tenantId)
      .where('id', '=', token.id)
      .execute(),
  );
}

/** Whether the account is locked, still has its start password, or lacks the second factor that its role demands. */
async function owesProtection(ctx: Ctx, accountId: string): Promise<boolean> {
  const account = await ctx.db
    .selectFrom('directory.account')
    .select('start_password_at')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', accountId)
    .where('locked_at', 'is', null)
    .executeTakeFirst();
  if (!account || account.start_password_at !== null) return true;
  return (await isFactorRequired(ctx)) && !hasFactor(await findFactors(ctx.db, ctx.tenant.id, accountId));
}

/** The working tokens of an owner; whoever makes two at once waits here. */
async function lockWorking(ctx: Ctx, tx: Act, owner: TokenOwner): Promise<{ name: string }[]> {
  const held = await tx.db
    .selectFrom(owner.kind === 'account' ? 'directory.account' : 'directory.machine')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', owner.id)
    .forUpdate()
    .executeTakeFirst();
  if (!held) throw new NotFound();
  return tx.db
    .selectFrom('directory.api_token')
    .select('name')
    .where('tenant_id', '=', ctx.tenant.id)
    .where(owner.kind === 'account' ? 'account_id' : 'machine_id', '=', owner.id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .execute();
}
