import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { createLog } from '#platform/log/log.ts';
import { accountFor, isRoot } from './account.ts';
import { connectionFor, type DatabaseServer } from './connection.ts';
import { preparePlaces } from './places.ts';
import { livePostmaster, stopPostmaster } from './postmaster.ts';
import { findPrograms } from './programs.ts';
import type { Role } from './role-names.ts';
import { type RunningPostgres, type StartOptions, startPostgres } from './supervisor.ts';
import { newDataFolder } from './testing-folder.ts';

let dataFolder: string;
const running: RunningPostgres[] = [];
const owners: ChildProcess[] = [];

beforeEach(() => {
  dataFolder = newDataFolder();
});

afterEach(async () => {
  for (const owner of owners.splice(0)) owner.kill('SIGKILL');
  for (const postgres of running.splice(0)) await postgres.stop();
  await stopWhatIsLeft();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('a bundled PostgreSQL', () => {
  it('starts on an empty folder with the two roles, Vietnamese order and checksums', async () => {
    const postgres = await start();
    expect(await ask(postgres, 'app', 'select current_user as a, session_user as b')).toEqual([
      { a: 'sauro_app', b: 'sauro_app' },
    ]);
    expect(await ask(postgres, 'migrator', 'select current_user as a')).toEqual([{ a: 'sauro_migrator' }]);
    expect(
      await ask(
        postgres,
        'app',
        `select datlocprovider as provider, current_setting('server_encoding') as encoding,
                current_setting('data_checksums') as checksums, 'Ăn' < 'Ân' and 'da' < 'đa' as ordered
         from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ provider: 'i', encoding: 'UTF8', checksums: 'on', ordered: true }]);
    expect(
      await ask(
        postgres,
        'app',
        "select rolsuper or rolbypassrls or rolcreaterole as mighty from pg_roles where rolname in ('sauro', 'sauro_app', 'sauro_migrator')",
      ),
    ).toEqual([{ mighty: false }, { mighty: false }, { mighty: false }]);
  });

  it('leaves the app role no way to become another', async () => {
    const postgres = await start();
    for (const role of ['sauro', 'sauro_migrator', 'sauro_superuser'])
      await expect(ask(postgres, 'app', `set role ${role}`)).rejects.toThrow(/permission denied/);
    for (const leave of ['reset role', 'set session authorization default'])
      await expect(ask(postgres, 'app', `${leave}; create schema own`)).rejects.toThrow(/permission denied/);
  });

  it('may use the indexes of words under row-level security', async () => {
    const asked =
      "select proleakproof as silent from pg_proc where oid = 'textlike(text, text)'::regprocedure";
    expect(await ask(await start(), 'app', asked)).toEqual([{ silent: true }]);
    await stopAll();
    expect(await ask(await start(), 'app', asked)).toEqual([{ silent: true }]);
  });

  it('keeps its data over a stop', async () => {
    await write(await start());
    await stopAll();
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await written(again)).toBe(true);
  });

  it('comes back by itself with its data when its server is killed', async () => {
    const postgres = await start();
    await write(postgres);
    const before = serverPid();
    process.kill(before, 'SIGKILL');
    await until(async () => serverPid() !== before && (await written(postgres).catch(() => false)));
    expect(await written(postgres)).toBe(true);
  });

  it('is not given up when connections die one after another', async () => {
    let isLost = false;
    const postgres = await start({ onLost: () => (isLost = true) });
    const before = serverPid();
    for (let time = 0; time < 6; time += 1) {
      const keeper = await untilKept(postgres);
      process.kill(keeper, 'SIGKILL');
      await untilKept(postgres, keeper);
    }
    expect({ isLost, pid: serverPid() }).toEqual({ isLost: false, pid: before });
    const last = await untilKept(postgres);
    process.kill(before, 'SIGKILL');
    await untilKept(postgres, last);
    expect(serverPid()).not.toBe(before);
  });

  it('starts again with its data after server and owner were killed', async () => {
    const owner = await startOwner();
    await write({ server: owner.server });
    const pid = serverPid();
    await kill(owner.child);
    process.kill(pid, 'SIGKILL');
    expect(await written(await start())).toBe(true);
  });

  it('is adopted when only its owner was killed', async () => {
    const owner = await startOwner();
    await write({ server: owner.server });
    const pid = serverPid();
    await kill(owner.child);
    forgetLogins(pid);
    const postgres = await start();
    expect(postgres.adopted).toBe(true);
    expect(serverPid()).toBe(pid);
    expect(await written(postgres)).toBe(true);
    expect(await ask(postgres, 'app', 'select current_user as a')).toEqual([{ a: 'sauro_app' }]);
    await stopAll();
    expect(livePostmaster(clusterFolder())).toBeUndefined();
  });

  it('starts over a pid file whose number now belongs to another program', async () => {
    await write(await start());
    const file = join(clusterFolder(), 'postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = serverPid();
    await stopAll();
    expect(livePostmaster(clusterFolder())).toBeUndefined();
    const foreign = spawn('sleep', ['60'], { ...accountFor(clusterFolder()), stdio: 'ignore' });
    owners.push(foreign);
    writeFileSync(file, [foreign.pid, ...lines.slice(1)].join('\n'));
    const account = accountFor(clusterFolder());
    if (account) chownSync(file, account.uid, account.gid);
    expect(await written(await start())).toBe(true);
    expect(serverPid()).not.toBe(pid);
    expect(foreign.exitCode).toBeNull();
  });

  it('belongs to one program: a second is refused, or shares without stopping it', async () => {
    const first = await start();
    expect(await refusalOf(start())).toMatchObject({ code: 'already-running' });
    const sharing = await start({ ifRunning: 'share' });
    await sharing.stop();
    await write(first);
    expect(await written(sharing)).toBe(true);
  });

  it('is made once by two programs that start together', async () => {
    const results = await Promise.allSettled([startOwner(), startOwner()]);
    const codes = results.map((one) =>
      one.status === 'fulfilled' ? 'ready' : (one.reason as Error).message,
    );
    expect(codes.sort()).toEqual(['ready', expect.stringContaining('refused already-running')]);
  });

  it('is started once, and stays, when two programs find it dead together', async () => {
    const before = await startOwner();
    await write({ server: before.server });
    const pid = serverPid();
    await kill(before.child);
    process.kill(pid, 'SIGKILL');
    await Promise.allSettled([startOwner(), startOwner(), startOwner()]);
    // Its pid file speaks of the one that runs, so that it does not end itself when it looks there.
    const now = serverPid();
    expect(now).toBeGreaterThan(0);
    expect(now).not.toBe(pid);
    expect(await written({ server: before.server })).toBe(true);
  });

  it('takes a folder whose path is longer than a socket address', async () => {
    const deep = join(dataFolder, 'x'.repeat(120), 'dữ liệu của xã, năm 2026');
    const postgres = await start({ dataFolder: deep });
    await write(postgres);
    expect(await written(postgres)).toBe(true);
  });

  it('runs under a folder that is closed to other users', async () => {
    chmodSync(dataFolder, 0o700);
    const postgres = await start();
    await write(postgres);
    await stopAll();
    expect(await written(await start())).toBe(true);
    await stopAll();
    if (isRoot()) rmSync(dirname(realpathSync(clusterFolder())), { recursive: true });
  });

  it('can be reached over a port with a password, where there are no sockets', async () => {
    const postgres = await start({ transport: 'loopback' });
    expect(postgres.server).toMatchObject({ host: '127.0.0.1' });
    await write(postgres);
    const { password: _, ...without } = postgres.server as DatabaseServer & { kind: 'bundled' };
    await expect(written({ server: without })).rejects.toThrow(/password/);
  });

  it('runs for an ordinary user', async () => {
    const account = accountFor(clusterFolder());
    if (account) chownSync(dataFolder, account.uid, account.gid);
    const owner = await startOwner(account);
    const exit = once(owner.child, 'exit');
    owner.child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(livePostmaster(clusterFolder())).toBeUndefined();
  });
});

describe('a data folder that cannot be used', () => {
  it('is refused when it cannot be made', async () => {
    writeFileSync(join(dataFolder, 'file'), '');
    const refusal = await refusalOf(start({ dataFolder: join(dataFolder, 'file', 'data') }));
    expect(refusal).toMatchObject({ code: 'unwritable' });
    expect(refusal.sentence.en).toContain(join(dataFolder, 'file', 'data'));
  });

  it('is refused when the user may not write in it', async () => {
    const closed = join(dataFolder, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    await expect(startOwner(accountFor(clusterFolder()), closed)).rejects.toThrow('refused unwritable');
  });

  it('is refused when the data is of another version', async () => {
    mkdirSync(clusterFolder());
    writeFileSync(join(clusterFolder(), 'PG_VERSION'), '14\n');
    const refusal = await refusalOf(start());
    expect(refusal).toMatchObject({ code: 'other-version' });
    expect(refusal.sentence.vi).toContain('PostgreSQL 14');
  });
});

async function start(options: Partial<StartOptions> = {}): Promise<RunningPostgres> {
  const postgres = await startPostgres({
    dataFolder,
    log: createLog('silent'),
    ifRunning: 'refuse',
    durability: 'scratch',
    ...options,
  });
  running.push(postgres);
  return postgres;
}

/** Waits until somebody answers for the server again, and gives the process that serves their connection. */
async function untilKept(postgres: RunningPostgres, before = 0): Promise<number> {
  const query = "select pid from pg_stat_activity where usename = 'sauro_superuser' and datname = 'postgres'";
  let pid = 0;
  const look = async () => {
    const rows = (await ask(postgres, 'app', query).catch(() => [])) as { pid: number }[];
    pid = rows[0]?.pid ?? 0;
    return pid > 0 && pid !== before;
  };
  await expect.poll(look, { timeout: 120_000 }).toBe(true);
  return pid;
}

async function stopAll(): Promise<void> {
  for (const postgres of running.splice(0)) await postgres.stop();
}

/** Starts another program that owns the cluster, as another user if wanted. Rejects with its refusal. */
async function startOwner(
  account?: { uid: number; gid: number },
  folder = dataFolder,
): Promise<{ child: ChildProcess; server: DatabaseServer }> {
  const program = fileURLToPath(new URL('./testing-owner.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  owners.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  if (!line.startsWith('ready ')) throw new Error(line);
  return { child, server: JSON.parse(line.slice('ready '.length)) as DatabaseServer };
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Leaves a server as an older release would have started it: it lets only the superuser in. */
function forgetLogins(pid: number): void {
  const file = join(preparePlaces(dataFolder).access, 'pg_ident.conf');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^.* sauro(_app)?\n/gm, ''));
  process.kill(pid, 'SIGHUP');
}

function clusterFolder(): string {
  return join(dataFolder, 'postgres');
}

function serverPid(): number {
  return livePostmaster(realpathSync(clusterFolder()))?.pid ?? 0;
}

async function stopWhatIsLeft(): Promise<void> {
  const pid = livePostmaster(clusterFolder())?.pid;
  if (pid) await stopPostmaster(pid, await findPrograms(undefined, dataFolder));
}

async function ask(postgres: { server: DatabaseServer }, role: Role, query: string): Promise<unknown[]> {
  const client = new pg.Client(connectionFor(postgres.server, role));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(query)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function write(postgres: { server: DatabaseServer }): Promise<void> {
  await ask(postgres, 'migrator', 'create schema kept; create table kept.row as select 7 as n');
}

async function written(postgres: { server: DatabaseServer }): Promise<boolean> {
  return (await ask(postgres, 'migrator', 'select from kept.row where n = 7')).length === 1;
}

async function refusalOf(attempt: Promise<unknown>): Promise<StartRefusal> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof StartRefusal) return error;
  throw new Error('it was not refused', { cause: error });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await new Promise((done) => setTimeout(done, 20)))
    if (await condition()) return;
  throw new Error('it did not happen within two minutes');
}
