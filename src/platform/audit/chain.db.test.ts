import { CompiledQuery } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done } from '#platform/db/outcome.ts';
import { testServices } from '#platform/db/testing.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { checkChain, listChainLines } from './chain-lines.server.ts';
import { sealAuditLines } from './seal.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
});

beforeEach(async () => {
  home = await testTenant(services);
});

const noTenant = '00000000-0000-7000-8000-000000000000';
/** Of sixteen at once; more find more: `AUDIT_ACTS=200 npx vitest run src/platform/audit`. */
const actsPerWriter = Number(process.env.AUDIT_ACTS ?? 40);

/** One act of the administrator that changes nothing but leaves its line. */
function leaveLine(tenant = home, word = 'x') {
  return tenant.as(tenant.signIn('admin'), 'write', (ctx) =>
    act(ctx, 'platform.trial.note', async (tx) => {
      await tx.audit({ recordKind: 'trial', recordId: newId(), before: { word: null }, after: { word } });
      return done();
    }),
  );
}

async function sealedLines(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await leaveLine(home, `chữ thứ ${index} "';\\`);
  await sealAuditLines(services.migrator);
}

const check = () => inTenant(services.pool, home.tenant.id, 'read', (db) => checkChain(db, home.tenant.id));

/** What somebody does who holds the owner's password and knows of the trigger. */
async function tamper(statement: string, ...values: unknown[]): Promise<void> {
  await services.migrator.query('alter table platform.audit_line disable trigger user');
  const { rowCount } = await services.migrator.query(statement, [home.tenant.id, ...values]);
  await services.migrator.query('alter table platform.audit_line enable trigger user');
  expect(rowCount).toBeGreaterThan(0);
}

describe('writing from all sides', () => {
  it('sixteen writers leave one unbroken chain while it is being sealed', async () => {
    const before = (await check()).lines;
    const writing = { isOver: false };
    const sealing = (async () => {
      while (!writing.isOver) await sealAuditLines(services.migrator);
    })();
    await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let turn = 0; turn < actsPerWriter; turn += 1) await leaveLine(home, `${writer}-${turn}`);
      }),
    );
    writing.isOver = true;
    await sealing;
    await sealAuditLines(services.migrator);
    const found = await check();
    expect(found.faults).toEqual([]);
    expect(found.head.position - before).toBeGreaterThanOrEqual(16 * actsPerWriter);
    expect(found.lines).toBe(found.head.position);
    const words = await inTenant(services.pool, home.tenant.id, 'read', (db) =>
      listChainLines(db, home.tenant.id, { position: 0 }, 10_000),
    );
    expect(new Set(words.map((line) => line.after)).size).toBeGreaterThanOrEqual(16 * actsPerWriter);
  });

  it('two sealers at once give no place twice', async () => {
    for (let index = 0; index < 20; index += 1) await leaveLine();
    await Promise.all([sealAuditLines(services.migrator), sealAuditLines(services.migrator)]);
    await sealAuditLines(services.migrator);
    expect((await check()).faults).toEqual([]);
  });

  it('a chain is of one tenant: the lines of another stand in another', async () => {
    const other = await testTenant(services);
    await leaveLine(other);
    await sealedLines(2);
    const seen = await inTenant(services.pool, home.tenant.id, 'read', (db) =>
      listChainLines(db, other.tenant.id, { position: 0 }, 100),
    );
    expect(seen).toEqual([]);
    expect((await check()).faults).toEqual([]);
  });
});

describe('the program itself', () => {
  const asApp = (statement: string, ...values: unknown[]) =>
    inTenant(services.pool, home.tenant.id, 'write', (db) =>
      db.executeQuery(CompiledQuery.raw(statement, values)),
    );

  it.each([
    ['change', 'update platform.audit_line set act = $1 where tenant_id = $2', ['x', noTenant]],
    ['delete', 'delete from platform.audit_line where act <> $1 and tenant_id = $2', ['x', noTenant]],
    ['truncate', 'truncate platform.audit_line', []],
    [
      'move the end of the chain of',
      'update platform.audit_chain set length = $1 where tenant_id = $2',
      [0, noTenant],
    ],
    ['seal', 'select platform.seal_audit_lines($1)', [10]],
    [
      'give a place to',
      `insert into platform.audit_line (tenant_id, at, id, act, actor_kind, actor_name, record_kind, record_id, request_id,
         position) values ($1, now(), gen_random_uuid(), 'x', 'system', 'x', 'x', gen_random_uuid(), 'x', 1)`,
      [noTenant],
    ],
    [
      'date back the storing of',
      `insert into platform.audit_line (tenant_id, at, id, act, actor_kind, actor_name, record_kind, record_id, request_id,
         stored_at) values ($1, now(), gen_random_uuid(), 'x', 'system', 'x', 'x', gen_random_uuid(), 'x', now())`,
      [noTenant],
    ],
  ])('may not %s lines', async (_, statement, values) => {
    await sealedLines(1);
    await expect(asApp(statement, ...values)).rejects.toThrow(/permission denied/);
  });

  it.each([
    'alter table platform.audit_line disable trigger user',
    'drop trigger audit_line_stays on platform.audit_line',
    'alter table platform.audit_line disable row level security',
    'create or replace function platform.keep_audit_line() returns trigger language plpgsql as $$ begin return old; end $$',
    "set local session_replication_role = 'replica'",
  ])('cannot put the guard aside: %s', async (statement) => {
    await expect(asApp(statement)).rejects.toThrow(/permission denied|must be owner|does not exist/);
  });

  it('cannot put a line in between: a time in the past gets the last place', async () => {
    await sealedLines(3);
    await asApp(
      `insert into platform.audit_line (tenant_id, at, id, act, actor_kind, actor_name, record_kind, record_id, request_id)
       values ($1, '2020-01-01', gen_random_uuid(), 'late.comer.note', 'system', 'x', 'x', gen_random_uuid(), 'x')`,
      home.tenant.id,
    );
    await sealAuditLines(services.migrator);
    const { head, faults } = await check();
    const [last] = await inTenant(services.pool, home.tenant.id, 'read', (db) =>
      listChainLines(db, home.tenant.id, { position: head.position - 1 }, 1),
    );
    expect([last?.act, last?.storedAt?.slice(0, 4) !== '2020', faults]).toEqual([
      'late.comer.note',
      true,
      [],
    ]);
  });

  it.each([
    'update platform.audit_line set actor_name = $2 where tenant_id = $1',
    'update platform.audit_line set position = null where tenant_id = $1 and $2 = $2',
    "update platform.audit_line set hash = '\\x00' where tenant_id = $1 and $2 = $2",
    'delete from platform.audit_line where tenant_id = $1 and $2 = $2',
    'truncate platform.audit_line',
  ])('and not even the owner, by mistake: %s', async (statement) => {
    await sealedLines(1);
    const values = statement.includes('$1') ? [home.tenant.id, 'x'] : [];
    await expect(services.migrator.query(statement, values)).rejects.toThrow(/neither changed/);
  });
});

describe('somebody with the power of the owner', () => {
  it('who changes a line is found, and the line is named', async () => {
    await sealedLines(9);
    const { head } = await check();
    await tamper(
      'update platform.audit_line set actor_name = $2 where tenant_id = $1 and position = 4',
      'Khác',
    );
    expect(await check()).toEqual({
      lines: head.position,
      head,
      faults: [{ kind: 'changed', from: 4, to: 4 }],
    });
  });

  it('who deletes a line, or the last ones, is found', async () => {
    await sealedLines(9);
    const { head } = await check();
    await tamper(
      'delete from platform.audit_line where tenant_id = $1 and position in (3, $2)',
      head.position,
    );
    expect((await check()).faults).toEqual([
      { kind: 'missing', from: 3, to: 3 },
      { kind: 'missing', from: head.position, to: head.position },
    ]);
  });

  it('who puts a line in is found, also where another line stands', async () => {
    await sealedLines(9);
    const copy = (place: string) =>
      `insert into platform.audit_line (tenant_id, at, id, act, actor_kind, actor_name, record_kind, record_id, request_id,
         position, hash)
       select tenant_id, at, gen_random_uuid(), act, actor_kind, actor_name, record_kind, record_id, request_id, ${place}, hash
       from platform.audit_line where tenant_id = $1 and position = 5`;
    await tamper(copy('5'));
    const found = (await check()).faults;
    expect(found.every((fault) => fault.from === 5 || fault.from === 6)).toBe(true);
    expect(found.map((fault) => fault.kind)).toContain('extra');
  });

  it('who lets two lines change places is found', async () => {
    await sealedLines(9);
    await tamper(
      'update platform.audit_line set position = case position when 4 then 6 else 4 end where tenant_id = $1 and position in (4, 6)',
    );
    expect((await check()).faults[0]).toEqual({ kind: 'changed', from: 4, to: 4 });
  });

  it('who takes away everything is found by the end that is kept elsewhere', async () => {
    await sealedLines(2);
    const { head } = await check();
    await tamper('delete from platform.audit_line where tenant_id = $1');
    expect((await check()).faults).toEqual([{ kind: 'missing', from: 1, to: head.position }]);
  });
});
