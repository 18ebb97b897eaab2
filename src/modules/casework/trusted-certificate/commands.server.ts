import { type Act, act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { recheckJobName } from '../signature-check/signature-check.ts';
import type { NewCertificate } from './certificate-file.server.ts';
import * as policy from './policy.ts';
import { getTrusted, listTrusted } from './queries.server.ts';
import { mostTrusted } from './trusted-certificate.ts';

export type TrustRefusal = 'trusted-already' | 'too-many';

/**
 * Trusts the authorities of these certificates from now on; signatures are looked into anew. Gives how many were new:
 * those that are trusted already are passed over, and refused where no other is among them. Needs a fresh proof.
 */
export function addTrusted(
  ctx: Ctx,
  given: readonly NewCertificate[],
): Promise<Outcome<number, TrustRefusal>> {
  return act<number, TrustRefusal>(ctx, 'casework.trusted-certificate.add', async (tx) => {
    must(policy.add(ctx.actor));
    must(proven(ctx));
    if ((await listTrusted(ctx)).length + given.length > mostTrusted) return refused('too-many');
    let added = 0;
    for (const one of given) added += (await addOne(ctx, tx, one)) ? 1 : 0;
    if (added === 0) return refused('trusted-already');
    await checkAnew(ctx, tx);
    return done(added);
  });
}

async function addOne(ctx: Ctx, tx: Act, given: NewCertificate): Promise<boolean> {
  const { name, organisation, issuer, fingerprint, notBefore, notAfter } = given;
  const id = newId<'trusted-certificate'>();
  const made = await tx.db
    .insertInto('casework.trusted_certificate')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      certificate: given.der,
      fingerprint: Buffer.from(fingerprint, 'hex'),
      name,
      organisation,
      issuer,
      not_before: notBefore,
      not_after: notAfter,
      added_by_name: ctx.actor.name,
      added_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return false;
  await tx.audit({
    recordKind: 'trusted-certificate',
    recordId: id,
    before: null,
    after: { name, organisation, fingerprint, validUntil: notAfter.toISOString() },
  });
  return true;
}

/** Trusts an authority no longer, into the trash; signatures are looked into anew. */
export function removeTrusted(ctx: Ctx, certificateId: string): Promise<Outcome<undefined, 'removed'>> {
  return act<undefined, 'removed'>(ctx, 'casework.trusted-certificate.remove', async (tx) => {
    must(policy.remove(ctx.actor));
    const found = await getTrusted(ctx, certificateId);
    if (found.isRemoved) return refused('removed');
    await setRemoved(ctx, tx, found, tx.now);
    return done();
  });
}

/** Trusts an authority again. Refuses where the same certificate was entered anew meanwhile. Needs a fresh proof. */
export function restoreTrusted(
  ctx: Ctx,
  certificateId: string,
): Promise<Outcome<undefined, 'not-removed' | 'trusted-already'>> {
  return act<undefined, 'not-removed' | 'trusted-already'>(
    ctx,
    'casework.trusted-certificate.restore',
    async (tx) => {
      must(policy.restore(ctx.actor));
      must(proven(ctx));
      const found = await getTrusted(ctx, certificateId);
      if (!found.isRemoved) return refused('not-removed');
      const present = await listTrusted(ctx);
      if (present.some(({ fingerprint }) => fingerprint === found.fingerprint))
        return refused('trusted-already');
      await setRemoved(ctx, tx, found, null);
      return done();
    },
  );
}

async function setRemoved(
  ctx: Ctx,
  tx: Act,
  { id, name, fingerprint }: Awaited<ReturnType<typeof getTrusted>>,
  at: Date | null,
): Promise<void> {
  await tx.db
    .updateTable('casework.trusted_certificate')
    .set({ removed_at: at })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .execute();
  const record = { kind: 'trusted-certificate', recordId: id };
  if (at === null) await tx.bringBack(record);
  else await tx.throwAway({ ...record, title: name });
  await tx.audit({
    recordKind: 'trusted-certificate',
    recordId: id,
    before: { name, fingerprint, isTrusted: at !== null },
    after: { name, fingerprint, isTrusted: at === null },
  });
  await checkAnew(ctx, tx);
}

/** Every signature of the office is judged by whom it trusts: one job looks into all of them again. */
async function checkAnew(ctx: Ctx, tx: Act): Promise<void> {
  await tx.enqueue({ name: recheckJobName, payload: {}, key: `${recheckJobName}:${ctx.tenant.id}` });
}
