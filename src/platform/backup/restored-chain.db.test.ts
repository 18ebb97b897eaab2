import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { checkChain, listChainLines } from '#platform/audit/chain-lines.server.ts';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import { act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done } from '#platform/db/outcome.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { servicesOn, type TestServices, testServices } from '#platform/db/testing.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { emptyDatabase } from '#platform/postgres/testing.ts';
import { backUp } from './back-up.server.ts';
import { restoreBackup } from './restore.server.ts';

let services: TestServices;
let home: Awaited<ReturnType<typeof testTenant>>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sauro-chain-'));
  services = await testServices();
  home = await testTenant(services);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chainOn = ({ pool }: TestServices) =>
  inTenant(pool, home.tenant.id, 'read', (db) => checkChain(db, home.tenant.id));
const linesOn = ({ pool }: TestServices) =>
  inTenant(pool, home.tenant.id, 'read', (db) =>
    listChainLines(db, home.tenant.id, { position: 0 }, 100_000),
  );

async function unsealedOn({ migrator }: TestServices): Promise<number> {
  const { rows } = await migrator.query<{ count: number }>(
    'select count(*)::int as count from platform.audit_line where position is null',
  );
  return rows[0]?.count ?? Number.NaN;
}

function leaveLine(): Promise<unknown> {
  return home.as(home.signIn('admin'), 'write', (ctx) =>
    act(ctx, 'platform.trial.note', async (tx) => {
      const before = { word: 'tiếng "Việt"\t\\ 🙂', share: 0.1, none: null };
      await tx.audit({ recordKind: 'trial', recordId: newId(), before, after: { words: ['a', 'b'] } });
      return done();
    }),
  );
}

/** What was backed up now, in a database of its own. */
async function restored(): Promise<TestServices> {
  const archive = await backUp(
    connectionFor(services.server, 'migrator'),
    join(folder, randomUUID()),
    '0.1.0',
    services.files.store,
  );
  const target = await emptyDatabase(inject('testServer'), `test_${randomUUID().replaceAll('-', '')}`);
  await restoreBackup(connectionFor(target, 'migrator'), archive, { replace: false });
  return servicesOn(target);
}

describe('the chain of the audit after a restore', () => {
  it('is whole, line by line the same, and still guarded', async () => {
    await leaveLine();
    await sealAuditLines(services.migrator);
    const copy = await restored();
    const [found, was] = [await chainOn(copy), await chainOn(services)];
    expect(found).toEqual({ ...was, faults: [] });
    expect(found.lines).toBeGreaterThan(10);
    expect(await linesOn(copy)).toEqual(await linesOn(services));
    for (const statement of ["update platform.audit_line set act = 'x'", 'delete from platform.audit_line'])
      await expect(copy.migrator.query(statement)).rejects.toThrow('neither changed nor taken away');
  });

  it('goes on where the backup left lines unsealed', async () => {
    for (let index = 0; index < 3; index += 1) await leaveLine();
    const before = await chainOn(services);
    const copy = await restored();
    expect(await unsealedOn(copy)).toBe(3);
    expect(await chainOn(copy)).toEqual(before);
    await sealAuditLines(copy.migrator);
    const after = await chainOn(copy);
    expect(after.faults).toEqual([]);
    expect(after.head.position).toBe(before.head.position + 3);
    expect(await unsealedOn(copy)).toBe(0);
    // Both go on alike: place, time of storing and hash say the same about the same line.
    await sealAuditLines(services.migrator);
    expect(await chainOn(services)).toEqual(after);
  });

  it('is whole when lines were written and sealed during the backup', async () => {
    const over = new AbortController();
    const writing = (async () => {
      while (!over.signal.aborted) {
        await leaveLine();
        await sealAuditLines(services.migrator);
      }
    })();
    const copy = await restored();
    over.abort();
    await writing;
    expect((await chainOn(copy)).faults).toEqual([]);
    await sealAuditLines(copy.migrator);
    expect((await chainOn(copy)).faults).toEqual([]);
  });
});
