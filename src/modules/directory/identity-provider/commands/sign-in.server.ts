import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { Vouched } from '#platform/oidc/identity-provider.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import { signInName } from '../../account/input.ts';
import { admit } from '../../session/commands/admit.server.ts';
import { findAccount, findSignInName } from '../../session/queries.server.ts';
import type { Admission, Arrival } from '../../session/session.ts';

export type VouchRefusal = 'unknown-person' | 'other-person' | 'no-role';

/**
 * Signs in somebody for whom the identity provider vouches: the account is found by its sign-in name at the first time
 * and is then bound to the provider's subject. Where the provider says roles, they replace those of the account.
 * Refuses a name without an account, a name that now belongs to somebody else at the provider, and a person to whom the
 * provider gives no role here. The second factor is asked for unless the provider has asked for one.
 */
export async function signInVouched(
  visit: Visit,
  vouched: Vouched,
  arrival: Arrival,
): Promise<Outcome<Admission, VouchRefusal>> {
  const { pool } = visit.services;
  const name = signInName.safeParse(vouched.name).data;
  const lead = name && (await withoutTenant(pool, (db) => findSignInName(db, name)));
  if (!lead) return refused('unknown-person');
  const find = () =>
    inTenant(pool, lead.tenantId, 'read', (db) => findAccount(db, lead.tenantId, lead.accountId));
  const person = await find();
  if (!person) return refused('unknown-person');
  const bound = await openCtx(visit.services, 'write', { ...visit, ...person }, async (ctx) => {
    const linked = await holdToSubject(ctx, vouched);
    return linked.ok && vouched.roles ? takeRoles(ctx, vouched.roles) : linked;
  });
  if (!bound.ok) return bound;
  const asGranted = await find();
  if (!asGranted) return refused('unknown-person');
  return done(await admit(visit, asGranted, arrival, vouched.isTwofold));
}

async function holdToSubject(ctx: Ctx, vouched: Vouched): Promise<Outcome<undefined, VouchRefusal>> {
  const links = await ctx.db
    .selectFrom('directory.provider_link')
    .select(['subject', 'account_id'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('issuer', '=', vouched.issuer)
    .where((row) =>
      row.or([row('subject', '=', vouched.subject), row('account_id', '=', ctx.actor.accountId ?? '')]),
    )
    .execute();
  const isKnown = links.some(
    (link) => link.subject === vouched.subject && link.account_id === ctx.actor.accountId,
  );
  if (isKnown) return done();
  if (links.length > 0) return refused('other-person');
  return act(ctx, 'directory.account.link-provider', async (tx) => {
    await tx.db
      .insertInto('directory.provider_link')
      .values({
        tenant_id: ctx.tenant.id,
        issuer: vouched.issuer,
        subject: vouched.subject,
        account_id: ctx.actor.accountId ?? '',
        linked_at: tx.now,
      })
      .execute();
    const after = { issuer: vouched.issuer, subject: vouched.subject };
    await tx.audit({
      recordKind: 'account',
      recordId: ctx.actor.accountId ?? '',
      before: null,
      after,
    });
    return done();
  });
}

async function takeRoles(ctx: Ctx, roles: readonly string[]): Promise<Outcome<undefined, VouchRefusal>> {
  const wanted = [...new Set(roles)].sort();
  const held = [...ctx.actor.roles].sort();
  if (wanted.length === 0) return refused('no-role');
  if (wanted.join() === held.join()) return done();
  return act(ctx, 'directory.account.take-provider-roles', async (tx) => {
    const given = await replaceRoles(tx, ctx, wanted);
    if (given === 0) return refused('no-role');
    await tx.audit({
      recordKind: 'account',
      recordId: ctx.actor.accountId ?? '',
      before: { roles: held },
      after: { roles: wanted },
    });
    return done();
  });
}

async function replaceRoles(tx: Act, ctx: Ctx, codes: readonly string[]): Promise<number> {
  const accountId = ctx.actor.accountId ?? '';
  await tx.db
    .deleteFrom('directory.account_role')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .execute();
  const given = await tx.db
    .insertInto('directory.account_role')
    .columns(['tenant_id', 'account_id', 'role_id'])
    .expression((from) =>
      from
        .selectFrom('directory.role')
        .select((row) => ['tenant_id', row.val(accountId).as('account_id'), 'id'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('code', 'in', [...codes]),
    )
    .returning('role_id')
    .execute();
  return given.length;
}
