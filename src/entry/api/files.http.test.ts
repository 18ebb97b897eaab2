import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { paperOf } from '#modules/casework/evidence/fixtures.ts';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import type { FilePlace } from '#platform/files/file-place.ts';
import { clamdScanner } from '#platform/files/scanner.ts';
import { eicar, startClamd } from '#platform/files/testing-clamd.ts';
import { testSite } from '../testing.ts';

const megabyte = 1024 * 1024;

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let files: FilePlace;
let token: string;
let task: string;
let foreignTask: string;

beforeAll(async () => {
  site = await testSite();
  files = Object.assign(site.services.files, {
    limits: { mostFileBytes: 8 * megabyte, mostSendingBytes: 8 * megabyte },
  });
  home = await testTenant(site.services);
  const away = await testTenant(site.services);
  const focal = home.signIn('focal');
  token = await testToken(site.services, home, focal, ['read', 'planning.task', 'casework.evidence']);
  const plant = (tenant: typeof home) =>
    tenant.as(tenant.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{ title: 'Rà soát' }]));
  task = (await plant(home)).ids[0] ?? '';
  foreignTask = (await plant(away)).ids[0] ?? '';
});

interface Sending {
  readonly token?: string;
  readonly body?: BodyInit | null;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
}

/** A request as a program sends it; the answer with its body as JSON, or as text where it is none. */
async function call(verb: string, path: string, sending: Sending = {}) {
  const query = new URLSearchParams(sending.query);
  const response = await site.app.fetch(
    new Request(`http://localhost/api/v1${path}?${query}`, {
      method: verb,
      headers: {
        authorization: `Bearer ${sending.token ?? token}`,
        'accept-language': 'en',
        ...(verb === 'POST' ? { 'content-type': 'application/octet-stream' } : {}),
        ...sending.headers,
      },
      ...(sending.body ? { body: sending.body } : {}),
      duplex: 'half',
    } as RequestInit),
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body = (isJson ? JSON.parse(text) : { text }) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

const codeOf = ({ status, body }: Awaited<ReturnType<typeof call>>) => [status, body.code];
const send = (words: string, sending: Sending = {}) =>
  call('POST', `/tasks/${task}/evidence/files`, {
    body: new Uint8Array(paperOf(words)),
    query: { fileName: 'bao-cao.pdf' },
    ...sending,
  });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const digestOf = (bytes: Uint8Array) => `sha-256=:${hashOf(bytes).toString('base64')}:`;
const left = () => readdirSync(files.staging);

describe('a file that a program sends', () => {
  it('is evidence with its hash, saved whole or in part, replaced, listed and detached', async () => {
    const bytes = new Uint8Array(paperOf('một'));
    const facts = { number: '12/BC-UBND', issuedOn: '2026-04-01', issuer: 'UBND xã' };
    const made = await send('một', {
      headers: { 'content-digest': digestOf(bytes) },
      query: { fileName: 'Báo cáo quý I.pdf', ...facts },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      kind: 'file',
      title: 'Báo cáo quý I.pdf',
      ...facts,
      version: 1,
      file: { mediaType: 'application/pdf', byteCount: bytes.length, sha256: hashOf(bytes).toString('hex') },
    });
    expect(left()).toEqual([]);
    const one = `/tasks/${task}/evidence/${String(made.body.id)}`;
    const whole = await call('GET', `${one}/file`);
    expect(whole.body.text).toBe(Buffer.from(bytes).toString('utf8'));
    expect(whole.headers.get('etag')).toBe(`"${hashOf(bytes).toString('hex')}"`);
    const part = await call('GET', `${one}/file`, { headers: { range: 'bytes=1-3' } });
    expect([part.status, part.body.text]).toEqual([206, 'PDF']);
    expect(part.headers.get('content-range')).toBe(`bytes 1-3/${bytes.length}`);

    const replace = (version: string, headers = {}) =>
      call('POST', `${one}/files`, {
        body: new Uint8Array(paperOf('hai')),
        query: { fileName: 'ban-hai.pdf', reason: 'signed' },
        headers: { 'if-match': `"${version}"`, ...headers },
      });
    const replaced = await replace('1');
    expect([replaced.status, replaced.body.version, replaced.headers.get('etag')]).toEqual([200, 2, '"2"']);
    const old = await replace('1');
    expect([...codeOf(old), old.body.version]).toEqual([412, 'changed-meanwhile', 2]);
    const list = await call('GET', `/tasks/${task}/evidence`);
    expect((list.body.items as { title: string }[]).map(({ title }) => title)).toEqual(['ban-hai.pdf']);
    const json = { 'content-type': 'application/json' };
    expect((await call('POST', `${one}/remove`, { headers: json, body: '{}' })).status).toBe(204);
    expect((await call('GET', one)).status).toBe(404);
    expect((await call('POST', `${one}/restore`, { headers: json, body: '{}' })).status).toBe(200);
  });

  it('is attached once however often it is sent under one key, and the key is of that file alone', async () => {
    const headers = { 'idempotency-key': 'file-1' };
    const first = await send('ba', { headers });
    const again = await send('ba', { headers });
    expect([first.status, again.status, again.headers.get('idempotent-replay')]).toEqual([201, 201, '?1']);
    expect(again.body).toEqual(first.body);
    expect(codeOf(await send('bốn', { headers }))).toEqual([422, 'key-reused']);
    expect(codeOf(await send('ba', { headers, query: { fileName: 'khac.pdf' } }))).toEqual([
      422,
      'key-reused',
    ]);
    expect(codeOf(await send('ba'))).toEqual([409, 'there-already']);
  });

  it('is told by its content, its name and its hash', async () => {
    const program = new Uint8Array([0x4d, 0x5a, ...Array.from({ length: 200 }, () => 0)]);
    expect(codeOf(await send('', { body: program }))).toEqual([422, 'kind-differs']);
    expect(codeOf(await send('', { body: null }))).toEqual([422, 'empty']);
    const named = (fileName: string) => send('x', { query: { fileName } });
    expect(codeOf(await named('a.exe'))).toEqual([422, 'kind-unknown']);
    expect(codeOf(await named('../../etc/passwd.pdf'))).toEqual([422, 'name-path']);
    expect(codeOf(await named('a\u202efdp.pdf'))).toEqual([422, 'name-hidden']);
    expect(codeOf(await named(`${'a'.repeat(200)}.pdf`))).toEqual([422, 'name-long']);
    const wrong = { 'content-digest': digestOf(new Uint8Array(paperOf('y'))) };
    const differs = await send('x', { headers: wrong });
    expect(codeOf(differs)).toEqual([422, 'digest-differs']);
    expect(differs.body.detail).toContain('hash');
    for (const header of ['sha-256=:abc:', 'md5=:x:', ''])
      expect(codeOf(await send('x', { headers: { 'content-digest': header } }))).toEqual([400, 'bad-digest']);
    expect(left()).toEqual([]);
  });

  it('is not taken beyond its size, told by its length or counted', async () => {
    const large = new Uint8Array(9 * megabyte);
    large.set(paperOf('lớn'));
    const told = await send('', { body: large, headers: { 'content-length': String(large.length) } });
    expect(codeOf(told)).toEqual([413, 'too-large']);
    const counted = await send('', { body: new Blob([large]).stream() });
    expect(codeOf(counted)).toEqual([413, 'too-large']);
    expect(counted.body.detail).toContain('8 MB');
    expect(left()).toEqual([]);
  });

  it('is not taken when it does harm', async () => {
    const clamd = await startClamd();
    const before = files.scanner;
    Object.assign(files, { scanner: clamdScanner(clamd.address) });
    try {
      const harm = await send('', { body: eicar, query: { fileName: 'x.txt' } });
      expect(codeOf(harm)).toEqual([422, 'infected']);
    } finally {
      Object.assign(files, { scanner: before });
      await clamd.stop();
    }
  });

  it('is read only from who may send it here', async () => {
    const limited = await testToken(site.services, home, home.signIn('focal'), ['read', 'planning.task']);
    const community = await testToken(site.services, home, home.signIn('auditor'), ['read']);
    const unread = () => {
      let isRead = false;
      const body = new ReadableStream<Uint8Array>(
        {
          pull(to) {
            isRead = true;
            to.enqueue(new Uint8Array(randomBytes(10)));
            to.close();
          },
        },
        { highWaterMark: 0 },
      );
      return { body, wasRead: () => isRead };
    };
    const cases: [Sending, string, (string | number)[]][] = [
      [{ token: limited }, task, [403, 'not-in-scope']],
      [{ token: community }, task, [403, 'not-in-scope']],
      [{}, foreignTask, [404, 'not-found']],
      [{}, 'x', [404, 'not-found']],
      [{ headers: { 'content-type': 'multipart/form-data; boundary=x' } }, task, [415, 'not-bytes']],
      [{ headers: { 'idempotency-key': 'a b' } }, task, [400, 'bad-key']],
      [{ query: { fileName: 'a.pdf', hidden: '1' } }, task, [400, 'wrong-query']],
      [{ query: {} }, task, [400, 'wrong-query']],
    ];
    for (const [sending, id, expected] of cases) {
      const { body, wasRead } = unread();
      const query = { fileName: 'a.pdf' };
      const answer = await call('POST', `/tasks/${id}/evidence/files`, { query, ...sending, body });
      expect([...codeOf(answer), wasRead()]).toEqual([...expected, false]);
    }
  });

  it('leaves nothing behind when it breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(to) {
        to.enqueue(new Uint8Array(paperOf('đứt')));
      },
      pull(to) {
        to.error(new Error('gone'));
      },
    });
    expect((await send('', { body })).status).toBe(400);
    expect(left()).toEqual([]);
  });
});
