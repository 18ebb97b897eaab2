import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { type FilePlace, filePlace } from '#platform/files/file-place.ts';
import { keepContent } from '#platform/files/keep-content.server.ts';
import { receiveFile } from '#platform/files/receive-file.ts';
import { s3Store } from '#platform/files/s3-store.ts';
import { startS3Server } from '#platform/files/testing-s3-server.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { emptyDatabase } from '#platform/postgres/testing.ts';
import { backUp } from './back-up.server.ts';
import { checkArchive } from './read-archive.ts';
import { restoreBackup } from './restore.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let folder: string;
/** Every kept paper, by its hash. */
const papers = new Map<string, Buffer>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sauro-backup-files-'));
  services = await testServices();
  home = await testTenant(services);
  for (const megabytes of [0.001, 3.9, 9]) await keep(megabytes);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Keeps a paper of this size as an act does. */
async function keep(megabytes: number): Promise<string> {
  const filler = Buffer.alloc(Math.ceil(megabytes * 1024 * 1024), randomUUID());
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), filler, Buffer.from('\n%%EOF\n')]);
  const part = { field: 'f', fileName: 'a.pdf', content: Readable.from([bytes]) };
  const { upload } = await receiveFile(services.files, home.tenant.id, part);
  if (!upload.ok) throw new Error(upload.code);
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    if (!ctx.writer) throw new Error('no writing context');
    await keepContent(
      ctx,
      { db: ctx.writer, now: ctx.clock.now(), enqueue: () => Promise.resolve() },
      upload.file,
    );
  });
  papers.set(upload.file.sha256, bytes);
  return upload.file.sha256;
}

const backedUp = () =>
  backUp(
    connectionFor(services.server, 'migrator'),
    join(folder, randomUUID()),
    '0.1.0',
    services.files.store,
  );

async function restored(
  archive: Awaited<ReturnType<typeof backedUp>>,
  files: Pick<FilePlace, 'staging' | 'store'>,
): Promise<void> {
  const target = await emptyDatabase(inject('testServer'), `test_${randomUUID().replaceAll('-', '')}`);
  await restoreBackup(connectionFor(target, 'migrator'), archive, { replace: false, files });
}

const newPlace = () =>
  filePlace(join(folder, randomUUID()), { ...noSettings, limits: services.files.limits });
const noSettings = { s3: undefined, scanner: undefined };

async function expectAll(store: FilePlace['store'], but: readonly string[] = []): Promise<void> {
  const there = [...papers].filter(([sha256]) => !but.includes(sha256));
  for (const [sha256, bytes] of there) {
    const content = await buffer(await store.read({ tenantId: home.tenant.id, sha256 }));
    expect(content.equals(bytes)).toBe(true);
  }
  for (const sha256 of but) expect(await store.size({ tenantId: home.tenant.id, sha256 })).toBeUndefined();
}

describe('the files of a backup', () => {
  it('come back byte by byte, in a folder or in a bucket, however often', async () => {
    const archive = await backedUp();
    expect(archive.seal.contents.map(({ isWhole }) => isWhole)).toEqual([true, true, true]);
    const place = newPlace();
    for (const _ of [1, 2]) await restored(archive, place);
    await expectAll(place.store);
    const bucket = await startS3Server();
    await restored(archive, { staging: place.staging, store: s3Store(bucket.settings) });
    await expectAll(s3Store(bucket.settings));
    await bucket.stop();
  });

  it('are all compared, so that one that was changed is found', async () => {
    const { path } = await backedUp();
    const bytes = gunzipSync(readFileSync(path));
    const at = bytes.indexOf('%PDF-1.7') + 500_000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const changed = join(folder, 'changed');
    writeFileSync(changed, gzipSync(bytes, { level: 1 }));
    await expect(checkArchive(changed)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('that were lost before are named, and keep no other from being saved', async () => {
    const sha256 = await keep(0.1);
    await services.files.store.remove({ tenantId: home.tenant.id, sha256 });
    const archive = await backedUp();
    expect(archive.seal.contents.filter(({ isWhole }) => !isWhole)).toMatchObject([{ sha256 }]);
    const place = newPlace();
    await restored(archive, place);
    await expectAll(place.store, [sha256]);
  });
});
