import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { migrate, migrationsFolder } from '#platform/db/migrate.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { enqueueJob } from '#platform/jobs/enqueue.server.ts';
import { type BundledServer, connectionFor } from '#platform/postgres/connection.ts';
import { emptyDatabase } from '#platform/postgres/testing.ts';
import { FORMAT } from './archive-format.ts';
import { backUp, rowCount } from './back-up.server.ts';
import { type CheckedArchive, checkArchive } from './read-archive.ts';
import { restoreBackup } from './restore.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let folder: string;
let made: CheckedArchive;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sauro-backup-'));
  services = await testServices();
  home = await testTenant(services);
  await plant();
  await inTenant(services.pool, home.tenant.id, 'write', (db) =>
    enqueueJob(db, home.tenant.id, { name: 'nothing.to-do', payload: { words: 'một\tcâu\n\\N' } }),
  );
  await services.migrator.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a-worker-that-was'`,
  );
  made = await backUp(owner(services.server), file('made.tar.gz'), '0.1.0', services.files.store);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);
const owner = (server: BundledServer) => connectionFor(server, 'migrator');
const plant = () =>
  home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Việc "lạ"\t\\ 🙂' }, { title: 'Hai' }]),
  );

function emptyTarget(): Promise<BundledServer> {
  return emptyDatabase(inject('testServer'), `test_${randomUUID().replaceAll('-', '')}`);
}

async function ask<Row extends pg.QueryResultRow>(server: BundledServer, query: string): Promise<Row[]> {
  const client = new pg.Client({ ...owner(server), application_name: 'a test' });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

/** Rows and hash of each table but those that tell of backups and workers themselves. */
function contents({ seal }: CheckedArchive) {
  const own = ['platform.backup_made', 'platform.worker_beat', 'graphile_worker._private_jobs'];
  return seal.tables.filter(({ name }) => !own.includes(name));
}

describe('a backup', () => {
  it('is readable by its owner alone, and noted in the database', async () => {
    expect(statSync(made.path).mode & 0o777).toBe(0o600);
    expect(existsSync(`${made.path}.partial`)).toBe(false);
    const [noted] = await ask<{ file_name: string; byte_count: string }>(
      services.server,
      'select file_name, byte_count from platform.backup_made',
    );
    expect(noted).toEqual({ file_name: 'made.tar.gz', byte_count: String(statSync(made.path).size) });
  });

  it('gives back every table with the same rows and the same hash', async () => {
    const target = await emptyTarget();
    await restoreBackup(owner(target), made, { replace: false });
    const again = await backUp(owner(target), file('again.tar.gz'), '0.1.0', services.files.store);
    expect(rowCount(contents(made))).toBeGreaterThan(60);
    expect(contents(again)).toEqual(contents(made));
    expect(again.about.migrations).toEqual(made.about.migrations);
    expect(again.about.sequences).toEqual(made.about.sequences);
  });

  it('gives back the schema that migrations make: links, policies, rights and triggers', async () => {
    const target = await emptyTarget();
    await restoreBackup(owner(target), made, { replace: false });
    const shape = `
      select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where conrelid <> 0
      union all select polrelid::regclass::text || ' ' || polname from pg_policy
      union all select oid::regclass::text || ' ' || relrowsecurity || coalesce(relacl::text, '') from pg_class where relkind in ('r', 'v', 'i') and relnamespace::regnamespace::text !~ '^pg_'
      union all select tgrelid::regclass::text || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
      order by 1`;
    expect(await ask(target, shape)).toEqual(await ask(services.server, shape));
  });

  it('frees jobs whose worker is of another time', async () => {
    const target = await emptyTarget();
    await restoreBackup(owner(target), made, { replace: false });
    expect(await ask(target, 'select locked_by, attempts from graphile_worker.jobs')).toEqual([
      { locked_by: null, attempts: 0 },
    ]);
  });

  it('holds one moment, while people go on working', async () => {
    const over = new AbortController();
    const written = { plans: 0 };
    const work = (async () => {
      while (!over.signal.aborted) {
        await plant();
        written.plans += 1;
      }
    })();
    while (written.plans < 3) await new Promise((done) => setTimeout(done, 5));
    const before = written.plans;
    const archive = await backUp(owner(services.server), file('busy.tar.gz'), '0.1.0', services.files.store);
    const after = written.plans;
    over.abort();
    await work;
    const target = await emptyTarget();
    await restoreBackup(owner(target), archive, { replace: false });
    const [counts] = await ask<Record<'plans' | 'tasks' | 'halves', number>>(
      target,
      `select (select count(*)::int from planning.plan) as plans, (select count(*)::int from planning.task) as tasks,
              (select count(*)::int from (select from planning.task group by plan_id having count(*) <> 2) as odd) as halves`,
    );
    expect(counts?.tasks).toBe(2 * (counts?.plans ?? 0));
    expect(counts?.halves).toBe(0);
    expect(counts?.plans).toBeGreaterThanOrEqual(1 + before);
    expect(counts?.plans).toBeLessThanOrEqual(2 + after);
  });

  it('never writes over another file, and leaves nothing where it cannot write', async () => {
    await expect(
      backUp(owner(services.server), made.path, '0.1.0', services.files.store),
    ).rejects.toMatchObject({
      code: 'file-exists',
    });
    writeFileSync(file('no-folder'), '');
    await expect(
      backUp(owner(services.server), file('no-folder/a.tar.gz'), '0.1.0', services.files.store),
    ).rejects.toMatchObject({
      code: 'unwritable',
    });
    await expect(
      backUp(owner(await emptyTarget()), file('empty.tar.gz'), '0.1.0', services.files.store),
    ).rejects.toMatchObject({
      code: 'nothing',
    });
    expect(existsSync(file('empty.tar.gz'))).toBe(false);
    expect(existsSync(file('empty.tar.gz.partial'))).toBe(false);
  });
});

describe('a restore', () => {
  it('leaves a database that holds data alone, unless told to replace it', async () => {
    const target = await emptyTarget();
    await migrate(owner(target), migrationsFolder);
    await expect(restoreBackup(owner(target), made, { replace: false })).rejects.toMatchObject({
      code: 'not-empty',
    });
    await restoreBackup(owner(target), made, { replace: true });
    expect(await ask(target, 'select name from directory.tenant')).toEqual(
      await ask(services.server, 'select name from directory.tenant'),
    );
  });

  it('changes nothing when it fails half-way', async () => {
    const target = await emptyTarget();
    await restoreBackup(owner(target), made, { replace: false });
    const before = contents(
      await backUp(owner(target), file('before.tar.gz'), '0.1.0', services.files.store),
    );
    const swapped = file('swapped.tar.gz');
    copyFileSync(made.path, swapped);
    const checked = await checkArchive(swapped);
    writeFileSync(swapped, readFileSync(made.path).subarray(0, Math.floor(made.byteCount * 0.7)));
    await expect(restoreBackup(owner(target), checked, { replace: true })).rejects.toMatchObject({
      code: 'damaged',
    });
    expect(
      contents(await backUp(owner(target), file('after.tar.gz'), '0.1.0', services.files.store)),
    ).toEqual(before);
  });

  it('is refused while the product runs', async () => {
    await services.pool.query('select 1');
    await expect(restoreBackup(owner(services.server), made, { replace: true })).rejects.toMatchObject({
      code: 'in-use',
    });
  });

  it('refuses what a newer or another release made', async () => {
    const target = await emptyTarget();
    const about = (migrations: { name: string; sha256: string }[]) => ({
      ...made,
      about: { ...made.about, migrations },
    });
    const [first] = made.about.migrations;
    const unknown = { name: '9999_voice_make-it.sql', sha256: 'a'.repeat(64) };
    await expect(restoreBackup(owner(target), about([unknown]), { replace: false })).rejects.toMatchObject({
      code: 'newer',
    });
    const edited = { name: first?.name ?? '', sha256: 'a'.repeat(64) };
    await expect(restoreBackup(owner(target), about([edited]), { replace: false })).rejects.toMatchObject({
      code: 'changed',
    });
  });
});

describe('a file', () => {
  it.each([
    ['absent', undefined, 'no-file'],
    ['empty', Buffer.alloc(0), 'damaged'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n and more'), 'no-backup'],
    ['zipped text', gzipSync('Kế hoạch'), 'damaged'],
  ])('that is %s is refused with a sentence', async (name, content, code) => {
    if (content) writeFileSync(file(name), content);
    await expect(checkArchive(file(name))).rejects.toMatchObject({ code });
  });

  it('that is a folder is no file', async () => {
    await expect(checkArchive(folder)).rejects.toMatchObject({ code: 'no-file' });
  });

  it('that is cut off is refused wherever it is cut', async () => {
    const whole = readFileSync(made.path);
    for (const share of [0.01, 0.3, 0.6, 0.9, 0.999]) {
      writeFileSync(file('cut'), whole.subarray(0, Math.floor(whole.length * share)));
      await expect(checkArchive(file('cut'))).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  it('with one bit turned is refused, or says the very same', async () => {
    const whole = readFileSync(made.path);
    let refusals = 0;
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const turned = Buffer.from(whole);
      turned[at] = (turned[at] ?? 0) ^ 4;
      writeFileSync(file('turned'), turned);
      const code = await checkArchive(file('turned')).then(
        ({ seal }) => {
          expect(seal).toEqual(made.seal);
          return undefined;
        },
        (error: unknown) => (error as { code: string }).code,
      );
      if (code !== undefined) refusals += 1;
      expect([undefined, 'damaged', 'no-backup']).toContain(code);
    }
    // Packing has a few bits that mean nothing, such as the time in its head.
    expect(refusals).toBeGreaterThan(50);
  });

  it('whose rows were exchanged and packed again is refused', async () => {
    const tar = gunzipSync(readFileSync(made.path));
    const at = tar.indexOf('Hai');
    tar.write('Ba!', at);
    writeFileSync(file('forged'), gzipSync(tar));
    await expect(checkArchive(file('forged'))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('of a newer format is known as such', async () => {
    const tar = gunzipSync(readFileSync(made.path));
    tar.write('"format": 9', tar.indexOf(`"format": ${FORMAT}`));
    writeFileSync(file('future'), gzipSync(tar));
    await expect(checkArchive(file('future'))).rejects.toMatchObject({ code: 'newer' });
  });
});
