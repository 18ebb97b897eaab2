import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import { issueChallenge } from '#platform/session/challenge.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { requireFactorOf } from '../second-factor/commands/rules.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { addPasskey } from './commands/add.server.ts';
import { removePasskey } from './commands/remove.server.ts';
import { signInByPasskey } from './commands/use.server.ts';
import type { SignedAnswer } from './input.ts';
import { listPasskeys } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
type Role = Parameters<typeof home.signIn>[0];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const place = { origin: 'http://localhost' };
const person = (role: Role) => home.people.get(home.signIn(role)) as Actor;

/** Acts as somebody who has just signed in. */
function fresh<Result>(role: Role, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const session = { id: newId<'session'>(), provenAt: services.clock.now() };
  const occasion = {
    tenant: home.tenant,
    actor: person(role),
    lang: 'vi' as const,
    requestId: 'thu',
    session,
  };
  return openCtx(services, 'write', occasion, work);
}

async function plant(role: Role, id: string): Promise<void> {
  await services.migrator.query(
    `insert into directory.passkey (tenant_id, credential_id, account_id, name, public_key, counter, made_at)
     values ($1, $2, $3, 'Máy', '\\x00', 0, now())`,
    [home.tenant.id, id, person(role).accountId],
  );
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function forged(role: Role, id: string): Promise<SignedAnswer> {
  const challenge = await issueChallenge(services.pool, services.clock.now());
  const bytes = `${home.tenant.id}${person(role).accountId}`.replaceAll('-', '');
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: encoded({ type: 'webauthn.get', challenge, origin: place.origin }),
      authenticatorData: Buffer.alloc(37).toString('base64url'),
      signature: 'AAAA',
      userHandle: Buffer.from(bytes, 'hex').toString('base64url'),
    },
  };
}

describe('a passkey', () => {
  it('is not added without its signature, its challenge or a fresh proof', async () => {
    const challenge = await issueChallenge(services.pool, services.clock.now());
    const answer = (signed: string) => ({
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key' as const,
      clientExtensionResults: {},
      response: {
        clientDataJSON: encoded({ type: 'webauthn.create', challenge: signed, origin: place.origin }),
        attestationObject: 'AAAA',
      },
    });
    for (const signed of [challenge, 'never-issued', ''])
      expect(
        await fresh('focal', (ctx) => addPasskey(ctx, place, { answer: answer(signed), name: 'x' })),
      ).toMatchObject({ code: 'not-verified' });
    await expect(
      home.as(home.signIn('focal'), 'write', (ctx) =>
        addPasskey(ctx, place, { answer: answer(challenge), name: 'x' }),
      ),
    ).rejects.toMatchObject({ reason: 'proof-needed' });
    expect(await home.as(home.signIn('focal'), 'read', listPasskeys)).toEqual([]);
  });

  it('does not sign in by an answer that was made up', async () => {
    await plant('officer', 'b2ZmaWNlcg');
    const visit = { services, lang: 'vi' as const, requestId: 'thu', remoteAddress: '127.0.0.1' };
    for (const answer of [await forged('officer', 'b2ZmaWNlcg'), await forged('leader', 'b2ZmaWNlcg')])
      expect(
        await signInByPasskey(visit, place, { answer, remoteAddress: '127.0.0.1', userAgent: '' }),
      ).toMatchObject({ code: 'not-verified' });
  });

  it('is removed by its owner alone, with a fresh proof', async () => {
    await plant('clerk', 'Y2xlcms');
    await expect(fresh('focal', (ctx) => removePasskey(ctx, 'Y2xlcms'))).rejects.toBeInstanceOf(NotFound);
    await expect(
      home.as(home.signIn('clerk'), 'write', (ctx) => removePasskey(ctx, 'Y2xlcms')),
    ).rejects.toMatchObject({ reason: 'proof-needed' });
    expect(await fresh('clerk', (ctx) => removePasskey(ctx, 'Y2xlcms'))).toMatchObject({ ok: true });
  });

  it('stays when it is the last second factor that a role demands', async () => {
    await plant('leader', 'bGVhZGVy');
    await fresh('admin', (ctx) => requireFactorOf(ctx, ['leader']));
    expect(await fresh('leader', (ctx) => removePasskey(ctx, 'bGVhZGVy'))).toMatchObject({
      code: 'required',
    });
    expect(await fresh('leader', listPasskeys)).toHaveLength(1);
  });
});
