import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { exportChain } from '#platform/audit/export-chain.server.ts';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import { checkArchive } from '#platform/backup/read-archive.ts';
import { openPool } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { freePort } from '#platform/http/free-port.ts';
import { createLog } from '#platform/log/log.ts';
import { type BundledServer, connectionFor } from '#platform/postgres/connection.ts';
import { livePostmaster } from '#platform/postgres/postmaster.ts';
import { startPostgres } from '#platform/postgres/supervisor.ts';
import { emptyDatabase } from '#platform/postgres/testing.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { newDataFolder } from '#platform/postgres/testing-folder.ts';
import { patience, type Program, runProgram, runToEnd, untilServing } from './testing-command.ts';

let folders: string[] = [];
let programs: Program[] = [];

beforeEach(() => {
  folders = [];
  programs = [];
});

afterEach(async () => {
  for (const { child, exit } of programs) {
    child.kill('SIGTERM');
    await exit;
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = newDataFolder();
  folders.push(folder);
  return folder;
}

async function serve(folder: string): Promise<Program & { port: number }> {
  const port = await freePort();
  const program = runProgram(['start'], { PORT: String(port), SAURO_DATA: folder });
  programs.push(program);
  return { ...(await untilServing(program)), port };
}

/** What a data folder holds, by its own server; the product does not run. */
function countIn(folder: string): Promise<Record<string, number>> {
  return onServerOf(folder, countOn);
}

async function onServerOf<Result>(
  folder: string,
  look: (server: BundledServer) => Promise<Result>,
): Promise<Result> {
  const log = createLog('silent');
  const postgres = await startPostgres({ dataFolder: folder, log, ifRunning: 'share' });
  try {
    return await look(postgres.server as BundledServer);
  } finally {
    await postgres.stop();
  }
}

async function countOn(server: BundledServer): Promise<Record<string, number>> {
  const client = new pg.Client(connectionFor(server, 'migrator'));
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, number>>(
      `select (select count(*)::int from directory.tenant) as tenants, (select count(*)::int from planning.task) as tasks`,
    );
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}

/** Seals what waits, then has every chain of the database written to a file each; `verify-audit` must find them whole. */
async function verifyChains(server: BundledServer, folder: string): Promise<void> {
  const pool = openPool(connectionFor(server, 'migrator'), () => undefined);
  try {
    await sealAuditLines(pool);
    const { rows: tenants } = await pool.query<{ id: Id<'tenant'>; name: string }>(
      'select id, name from directory.tenant',
    );
    expect(tenants.length).toBeGreaterThan(0);
    for (const tenant of tenants) {
      const chain = await asOwner(pool, (db) => exportChain(db, tenant, 0, new Date()));
      const path = join(folder, `${tenant.id}.jsonl`);
      writeFileSync(path, chain?.text ?? '');
      expect(await runToEnd(['verify-audit', path], {})).toMatchObject({ code: 0 });
    }
  } finally {
    await pool.end();
  }
}

/** A commune with work in it, made while the product runs on the folder. */
async function work(folder: string): Promise<() => Promise<void>> {
  const log = createLog('silent');
  const { server } = await startPostgres({ dataFolder: folder, log, ifRunning: 'share' });
  const pool = openPool(connectionFor(server, 'app'), () => undefined);
  const home = await testTenant(quietServices(pool));
  const over = new AbortController();
  const writing = (async () => {
    while (!over.signal.aborted) {
      await home.as(home.signIn('focal'), 'write', (ctx) =>
        plantTasks(ctx, [{ title: 'Một' }, { title: 'Hai' }]),
      );
    }
  })();
  return async () => {
    over.abort();
    await writing;
    await pool.end();
  };
}

describe('backup and restore', patience, () => {
  it('bring everything back after the machine was lost, with the work going on during the backup', async () => {
    const [lost, fresh] = [dataFolder(), dataFolder()];
    const running = await serve(lost);
    const endWork = await work(lost);
    const path = join(fresh, 'kept.tar.gz');
    const backedUp = await runToEnd(['backup', path], { SAURO_DATA: lost });
    expect(backedUp.output).toMatch(/SHA-256: [0-9a-f]{64}/);
    expect(backedUp.code).toBe(0);
    expect((await fetch(`http://127.0.0.1:${running.port}/readyz`)).status).toBe(200);
    await endWork();
    const postmaster = livePostmaster(join(lost, 'postgres'));
    running.child.kill('SIGKILL');
    await running.exit;
    if (postmaster) process.kill(postmaster.pid, 'SIGKILL');
    rmSync(join(lost, 'postgres'), { recursive: true, force: true });

    const tried = await runToEnd(['restore', path, '--rehearse'], { SAURO_DATA: fresh });
    expect(tried.output).toContain('was restored for a trial');
    expect(tried.output).toMatch(/The audit in it is whole: \d+ lines/);
    expect(tried.code).toBe(0);
    expect(readdirSync(fresh).filter((name) => name.startsWith('rehearsal'))).toEqual([]);

    const target = dataFolder();
    const restored = await runToEnd(['restore', path], { SAURO_DATA: target });
    expect(restored.output).toContain('the very same as in the backup');
    expect(restored.code).toBe(0);
    const { seal } = await checkArchive(path);
    const sealed = (name: string) => seal.tables.find((table) => table.name === name)?.rows;
    expect(await countIn(target)).toEqual({
      tenants: sealed('directory.tenant'),
      tasks: sealed('planning.task'),
    });
    await onServerOf(target, (server) => verifyChains(server, fresh));
    const again = await serve(target);
    const ready = await fetch(`http://127.0.0.1:${again.port}/readyz`);
    expect(await ready.json()).toMatchObject({ ready: true, parts: { worker: 'good' } });
  });

  it('say what is wrong in two sentences and change nothing', async () => {
    const folder = dataFolder();
    const path = join(folder, 'broken.tar.gz');
    writeFileSync(path, 'not a backup');
    for (const args of [
      ['restore', path],
      ['restore', join(folder, 'absent')],
      ['backup', path],
    ]) {
      const { code, output } = await runToEnd(args, { SAURO_DATA: folder });
      expect(code).toBe(1);
      expect(output.trim().split('\n')).toHaveLength(2);
    }
    expect(existsSync(join(folder, 'postgres'))).toBe(false);
  });

  it('leave nothing behind when the disk is full', async () => {
    const folder = dataFolder();
    await serve(folder);
    const path = join(folder, 'large.tar.gz');
    // A file of this program may grow to a kilobyte, as on a disk with no more room.
    const { code, output } = await runToEnd(['backup', path], { SAURO_DATA: folder }, { largestFileKb: 1 });
    expect(output).toContain('is full and the unfinished backup was removed');
    expect(code).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('large'))).toEqual([]);
  });

  it('refuse to restore under a product that runs', async () => {
    const folder = dataFolder();
    await serve(folder);
    const path = join(folder, 'now.tar.gz');
    expect((await runToEnd(['backup', path], { SAURO_DATA: folder })).code).toBe(0);
    const { code, output } = await runToEnd(['restore', '--replace', path], { SAURO_DATA: folder });
    expect(code).toBe(1);
    expect(output).toContain('is running on this data folder already');
  });
});

describe('a move to a server', patience, () => {
  it('takes everything along, and the old folder says where it went', async () => {
    const folder = dataFolder();
    const running = await serve(folder);
    const endWork = await work(folder);
    await endWork();
    await onServerOf(folder, (server) => verifyChains(server, folder));
    // Lines that wait to be sealed come along too.
    await (await work(folder))();
    running.child.kill('SIGTERM');
    expect(await running.exit).toBe(0);
    const before = await countIn(folder);

    const server = await emptyDatabase(inject('testServer'), `move_${randomUUID().replaceAll('-', '')}`);
    const url = `postgres://sauro@localhost/${server.database}?host=${encodeURIComponent(server.host)}`;
    const moved = await runToEnd(['move-to', url], { SAURO_DATA: folder });
    expect(moved.output).toContain('set DATABASE_URL');
    expect(moved.code).toBe(0);
    expect(await countOn(server)).toEqual(before);
    await verifyChains(server, folder);

    const stale = await runToEnd(['start'], { SAURO_DATA: folder, PORT: '0' });
    expect(stale.output).toContain(`moved to PostgreSQL at ${server.host}`);
    expect(stale.code).toBe(1);
    const twice = await runToEnd(['move-to', url], { SAURO_DATA: folder });
    expect(twice.code).toBe(1);
    const doctor = await runToEnd(['doctor'], { SAURO_DATA: folder, DATABASE_URL: url, PORT: '0' });
    expect(doctor.output).toContain('Database schema: newest');
    expect(doctor.output).toMatch(/Audit: [\d.,]+ lines of \d+ tenants, chains unbroken/);
  });

  it('names no password when the address is wrong', async () => {
    const folder = dataFolder();
    const { code, output } = await runToEnd(['move-to', 'mysql://me:s3cret@db/x'], { SAURO_DATA: folder });
    expect(code).toBe(1);
    expect(output).not.toContain('s3cret');
  });
});
