import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/db/id.ts';
import { Unavailable } from '#platform/http/thrown.ts';
import { ContentMissing, type ContentStore } from './content-store.ts';
import { diskStore } from './disk-store.ts';
import { s3Store } from './s3-store.ts';
import { ContentTooLarge, discardAbandoned, stageContent } from './stage-content.ts';
import { startS3Server, type TestS3Server } from './testing-s3-server.ts';

let folder: string;
let bucket: TestS3Server;
const stores = new Map<string, ContentStore>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sauro-stores-'));
  bucket = await startS3Server();
  stores.set('folder', diskStore(join(folder, 'held')));
  stores.set('bucket', s3Store(bucket.settings));
});

afterAll(async () => {
  await bucket.stop();
  rmSync(folder, { recursive: true, force: true });
});

const storeOf = (name: string) => stores.get(name) ?? expect.fail('no such store');
const staged = (words: string | Buffer) =>
  stageContent(join(folder, 'incoming'), Readable.from([Buffer.from(words)]), 10_000_000);

describe.each(['folder', 'bucket'])('contents in a %s', (name) => {
  it('come back as they went in, whole or in part, each once', async () => {
    const [store, tenantId] = [storeOf(name), newId<'tenant'>()];
    const file = await staged('Biên bản họp ngày 12/5');
    const address = { tenantId, sha256: file.sha256 };
    expect(await store.size(address)).toBeUndefined();
    await store.put(address, file.path);
    await store.put(address, file.path);
    expect(await store.size(address)).toBe(file.byteCount);
    expect(await text(await store.read(address))).toBe('Biên bản họp ngày 12/5');
    expect(await text(await store.read(address, { first: 4, last: 5 }))).toBe('n ');
    const held = [];
    for await (const { sha256 } of store.list(tenantId)) held.push(sha256);
    expect(held).toEqual([file.sha256]);
  });

  it('are listed to the last, and each tenant has its own', async () => {
    const store = storeOf(name);
    const [here, there] = [newId<'tenant'>(), newId<'tenant'>()];
    const hashes = [];
    for (const words of ['một', 'hai', 'ba', 'bốn', 'năm']) {
      const file = await staged(words);
      await store.put({ tenantId: here, sha256: file.sha256 }, file.path);
      hashes.push(file.sha256);
    }
    const held = [];
    for await (const { sha256, heldAt } of store.list(here)) {
      held.push(sha256);
      expect(heldAt.getTime()).toBeGreaterThan(0);
    }
    expect(held.toSorted()).toEqual(hashes.toSorted());
    for (const sha256 of hashes) {
      const address = { tenantId: there, sha256 };
      expect(await store.size(address)).toBeUndefined();
      await expect(store.read(address)).rejects.toThrow(ContentMissing);
    }
  });

  it('are gone once they are removed, also for the second time', async () => {
    const [store, tenantId] = [storeOf(name), newId<'tenant'>()];
    const file = await staged(name);
    const address = { tenantId, sha256: file.sha256 };
    await store.put(address, file.path);
    await store.remove(address);
    await store.remove(address);
    expect(await store.size(address)).toBeUndefined();
  });

  it('are named by nothing but a tenant and a hash', async () => {
    const store = storeOf(name);
    for (const sha256 of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/x`])
      await expect((async () => store.size({ tenantId: newId<'tenant'>(), sha256 }))()).rejects.toThrow(
        TypeError,
      );
    await expect((async () => store.size({ tenantId: '..', sha256: 'a'.repeat(64) }))()).rejects.toThrow(
      TypeError,
    );
  });
});

describe('a bucket', () => {
  it('of which the key is wrong, or that does not serve, is not there for now', async () => {
    const wrong = s3Store({ ...bucket.settings, secretAccessKey: 'x' });
    const address = { tenantId: newId<'tenant'>(), sha256: 'a'.repeat(64) };
    await expect(wrong.size(address)).rejects.toThrow(Unavailable);
    bucket.answerWith(503);
    await expect(storeOf('bucket').size(address)).rejects.toThrow(Unavailable);
    bucket.answerWith(507);
    await expect(storeOf('bucket').remove(address)).rejects.toMatchObject({ reason: 'full' });
    bucket.answerWith(undefined);
    const nobody = s3Store({ ...bucket.settings, url: 'http://127.0.0.1:1/x' });
    await expect(nobody.size(address)).rejects.toThrow(Unavailable);
  });

  it('is given no content that another is said to be', async () => {
    const file = await staged('thật');
    const address = { tenantId: newId<'tenant'>(), sha256: createHash('sha256').update('giả').digest('hex') };
    await expect(storeOf('bucket').put(address, file.path)).rejects.toThrow(Unavailable);
    expect(await storeOf('bucket').size(address)).toBeUndefined();
  });
});

describe('what comes in', () => {
  it('leaves nothing when it is too large or breaks off', async () => {
    const place = join(folder, 'broken');
    async function* broken() {
      yield Buffer.from('một nửa');
      await Promise.reject(new Error('the line is cut'));
    }
    await expect(stageContent(place, Readable.from(broken()), 1_000)).rejects.toThrow('the line is cut');
    const large = Readable.from([Buffer.alloc(600), Buffer.alloc(600)]);
    await expect(stageContent(place, large, 1_000)).rejects.toThrow(ContentTooLarge);
    expect(readdirSync(place)).toEqual([]);
  });

  it('is for its owner alone', async () => {
    expect(statSync((await staged('kín')).path).mode & 0o777).toBe(0o600);
  });

  it('and was abandoned by a program that was killed goes after a day', async () => {
    const place = join(folder, 'abandoned');
    expect(await discardAbandoned(place, new Date())).toBe(0);
    for (const name of ['old.incoming', 'young.incoming', 'other']) writeFileSync(join(place, name), 'x');
    utimesSync(join(place, 'old.incoming'), new Date('2026-01-01'), new Date('2026-01-01'));
    expect(await discardAbandoned(place, new Date())).toBe(1);
    expect(readdirSync(place).toSorted()).toEqual(['other', 'young.incoming']);
  });
});
