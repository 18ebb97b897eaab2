import { beforeAll, describe, expect, it } from 'vitest';
import { claimKey, dropOldReplies, keepReply } from '#platform/api/kept-reply.server.ts';
import { newId } from '#platform/db/id.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { createMachine, endMachine, restoreMachine } from '../machine/commands.server.ts';
import { listRoles } from '../role/queries.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { mostTokens } from './api-token.ts';
import { createToken, revokeToken } from './commands.server.ts';
import { findTokenHolder } from './holder.server.ts';
import type { TokenOwner } from './policy.ts';
import { listTokens } from './queries.server.ts';
import { hashTokenText, readTokenText } from './token-text.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
type Role = Parameters<typeof home.signIn>[0];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const person = (role: Role) => home.people.get(home.signIn(role)) as Actor;
const ownerOf = (role: Role): TokenOwner => ({ kind: 'account', id: person(role).accountId ?? '' });
const given = (name: string) => ({ name, scopes: ['read'], addresses: [], days: 30 });

/** Acts as somebody who showed who they are so many minutes ago. */
function as<Result>(role: Role, work: (ctx: Ctx) => Promise<Result>, minutesAgo = 0): Promise<Result> {
  const provenAt = new Date(services.clock.now().getTime() - minutesAgo * 60_000);
  const occasion = {
    tenant: home.tenant,
    actor: person(role),
    lang: 'vi' as const,
    requestId: 'thu',
    session: { id: newId<'session'>(), provenAt },
  };
  return openCtx(services, 'write', occasion, work);
}

function holderOf(text: string) {
  const token = readTokenText(text);
  if (!token) throw new Error('no token');
  return inTenant(services.pool, home.tenant.id, 'read', (db) =>
    findTokenHolder(db, home.tenant.id, hashTokenText(token), services.clock.now()),
  );
}

async function newMachine(name: string): Promise<string> {
  return as('admin', async (ctx) => {
    const role = (await listRoles(ctx)).find((one) => one.code === 'focal');
    const made = await createMachine(ctx, { name, roleId: role?.id ?? '' });
    if (!made.ok) throw new Error(made.code);
    return made.value;
  });
}

describe('making a token', () => {
  it('gives its text once, keeps only the hash, and is audited without the secret', async () => {
    const outcome = await as('focal', (ctx) => createToken(ctx, ownerOf('focal'), given('Đồng bộ')));
    if (!outcome.ok) throw new Error(outcome.code);
    const [listed] = await as('focal', (ctx) => listTokens(ctx, ownerOf('focal')));
    expect(listed).toMatchObject({ name: 'Đồng bộ', scopes: ['read'], isRevoked: false, usedAt: null });
    const holder = await holderOf(outcome.value);
    expect(holder?.actor.name).toBe(`Người focal [Đồng bộ, ${listed?.hint}]`);
    const { rows } = await services.migrator.query<{ line: string }>(
      "select row_to_json(a)::text as line from platform.audit_line a where act = 'directory.api-token.create'",
    );
    const secret = outcome.value.slice(38, 102);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ line }) => line.includes(secret.slice(0, 20)))).toBe(false);
  });

  it('needs a fresh proof, and the right owner', async () => {
    await expect(as('focal', (ctx) => createToken(ctx, ownerOf('focal'), given('a')), 11)).rejects.toThrow(
      Forbidden,
    );
    await expect(as('focal', (ctx) => createToken(ctx, ownerOf('clerk'), given('a')))).rejects.toThrow(
      Forbidden,
    );
    await expect(as('focal', (ctx) => listTokens(ctx, ownerOf('clerk')))).rejects.toThrow(Forbidden);
    const machine = { kind: 'machine', id: await newMachine('Máy 1') } as const;
    await expect(as('focal', (ctx) => createToken(ctx, machine, given('a')))).rejects.toThrow(Forbidden);
    const gone = { kind: 'machine', id: newId() } as const;
    await expect(as('admin', (ctx) => createToken(ctx, gone, given('a')))).rejects.toThrow(NotFound);
  });

  it('is refused to whoever still owes an own password or a second factor', async () => {
    const { migrator } = services;
    const tenantId = home.tenant.id;
    const make = (name: string) => as('auditor', (ctx) => createToken(ctx, ownerOf('auditor'), given(name)));
    const setStart = (at: string) =>
      migrator.query(`update directory.account set start_password_at = ${at} where id = $1`, [
        ownerOf('auditor').id,
      ]);
    await setStart('now()');
    expect(await make('a')).toMatchObject({ code: 'protect-first' });
    await setStart('null');
    await migrator.query(
      "update directory.role set requires_factor = true where tenant_id = $1 and code = 'auditor'",
      [tenantId],
    );
    expect(await make('a')).toMatchObject({ code: 'protect-first' });
    await migrator.query('update directory.role set requires_factor = false where tenant_id = $1', [
      tenantId,
    ]);
    expect(await make('a')).toMatchObject({ ok: true });
  });

  it('refuses a name in use and more tokens than anybody oversees, also at the same time', async () => {
    const one = (name: string) => as('leader', (ctx) => createToken(ctx, ownerOf('leader'), given(name)));
    const twins = await Promise.all([one('x'), one('x'), one('x')]);
    expect(twins.filter((outcome) => outcome.ok)).toHaveLength(1);
    for (let at = 1; at < mostTokens; at += 1) expect((await one(`t${at}`)).ok).toBe(true);
    expect(await one('one too many')).toMatchObject({ ok: false, code: 'too-many' });
  });
});

describe('a token opens nothing any more', () => {
  it('once it is revoked, by its owner alone and only once', async () => {
    const outcome = await as('officer', (ctx) => createToken(ctx, ownerOf('officer'), given('a')));
    if (!outcome.ok) throw new Error(outcome.code);
    const id = (await holderOf(outcome.value))?.token.id ?? '';
    await expect(as('clerk', (ctx) => revokeToken(ctx, ownerOf('clerk'), id))).rejects.toThrow(NotFound);
    await expect(as('clerk', (ctx) => revokeToken(ctx, ownerOf('officer'), id))).rejects.toThrow(Forbidden);
    expect(await as('officer', (ctx) => revokeToken(ctx, ownerOf('officer'), id))).toMatchObject({
      ok: true,
    });
    expect(await holderOf(outcome.value)).toBeUndefined();
    expect(await as('officer', (ctx) => revokeToken(ctx, ownerOf('officer'), id))).toMatchObject({
      code: 'revoked',
    });
  });

  it('while its machine is out of use, or the role of the machine is', async () => {
    const id = await newMachine('Máy 2');
    const owner = { kind: 'machine', id } as const;
    const outcome = await as('admin', (ctx) =>
      createToken(ctx, owner, { ...given('a'), scopes: ['read', 'planning.task'] }),
    );
    if (!outcome.ok) throw new Error(outcome.code);
    const holder = await holderOf(outcome.value);
    expect(holder?.actor).toMatchObject({ kind: 'system', accountId: null });
    expect(holder?.actor.grants.has('planning.task.assign')).toBe(true);
    expect(holder?.actor.grants.has('planning.plan-draft.edit')).toBe(false);
    expect(await as('admin', (ctx) => endMachine(ctx, id))).toMatchObject({ ok: true });
    expect(await holderOf(outcome.value)).toBeUndefined();
    expect(await as('admin', (ctx) => endMachine(ctx, id))).toMatchObject({ code: 'ended' });
    await expect(as('admin', (ctx) => restoreMachine(ctx, id), 11)).rejects.toThrow(Forbidden);
    expect(await as('admin', (ctx) => restoreMachine(ctx, id))).toMatchObject({ ok: true });
    expect(await holderOf(outcome.value)).toBeDefined();
    await services.migrator.query(
      "update directory.role set ended_at = now() where tenant_id = $1 and code = 'focal'",
      [home.tenant.id],
    );
    expect(await holderOf(outcome.value)).toBeUndefined();
    await services.migrator.query('update directory.role set ended_at = null where tenant_id = $1', [
      home.tenant.id,
    ]);
  });
});

it('answers kept for programs are forgotten after a day, and the job for it waits once', async () => {
  const request = { tenantId: home.tenant.id, holderId: newId(), key: 'k', fingerprint: Buffer.from('f') };
  const now = services.clock.now();
  const write = <Result>(work: Parameters<typeof inTenant<Result>>[3]) =>
    inTenant(services.pool, home.tenant.id, 'write', work);
  for (const key of ['k', 'l']) {
    await write(async (db) => {
      expect(await claimKey(db, { ...request, key }, now)).toBeUndefined();
      await keepReply(db, { ...request, key }, { status: 200, headers: { etag: '"1"' }, body: '{}' }, now);
    });
  }
  expect(await write((db) => claimKey(db, request, now))).toEqual({
    status: 200,
    headers: { etag: '"1"' },
    body: '{}',
  });
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000 + 1);
  expect(await write((db) => dropOldReplies(db, home.tenant.id, now))).toBe(0);
  expect(await write((db) => dropOldReplies(db, home.tenant.id, tomorrow))).toBe(2);
  const { rows } = await services.migrator.query('select 1 from graphile_worker.jobs where key like $1', [
    `%${home.tenant.id}`,
  ]);
  expect(rows).toHaveLength(1);
});
