import { once } from 'node:events';
import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSite } from '../testing.ts';
import type { Site } from './testing.ts';

let site: Site;
let server: ReturnType<typeof serve>;
let port: number;

beforeAll(async () => {
  site = await testSite();
  server = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  port = (server.address() as { port: number }).port;
});

afterAll(() => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  server.close();
});

const patienceMs = 2_000;

/** Sends these bytes as they are and gives everything that comes back until the line is closed or stays silent. */
function say(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

const lines = (...parts: string[]) => parts.join('\r\n');
const statuses = (heard: string) =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((found) => Number(found[1]));
const form = 'Content-Type: application/x-www-form-urlencoded';

async function isAlive(): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/healthz`)).status === 200;
}

describe('a request within a request', () => {
  const hidden = 'GET /khong-ai-hoi HTTP/1.1\r\nHost: localhost\r\n\r\n';

  it.each([
    ['two lengths', ['Content-Length: 5', `Content-Length: ${hidden.length}`]],
    ['a length and chunks', [`Content-Length: ${hidden.length}`, 'Transfer-Encoding: chunked']],
    ['chunks in disguise', ['Transfer-Encoding: xchunked', 'Content-Length: 4']],
    ['chunks twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']],
    ['chunks after a blank', ['Transfer-Encoding : chunked', 'Content-Length: 4']],
    ['a negative length', ['Content-Length: -1']],
    ['a length with a sign', ['Content-Length: +5']],
    ['a length that is none', ['Content-Length: 5, 5']],
    ['a folded line', ['X-A: b', ' Content-Length: 5']],
  ])('by %s is refused as a whole', async (_, headers) => {
    const heard = await say(
      lines(
        'POST /dang-nhap HTTP/1.1',
        'Host: localhost',
        'Origin: http://localhost',
        form,
        ...headers,
        '',
        `0\r\n\r\n${hidden}`,
      ),
    );
    expect(heard).not.toContain('khong-ai-hoi');
    expect(statuses(heard).length).toBeLessThanOrEqual(1);
    expect([400, 413, 403]).toContain(statuses(heard)[0] ?? 400);
    expect(await isAlive()).toBe(true);
  });
});

describe('a head', () => {
  it.each([
    ['without a host', 'GET / HTTP/1.1\r\n\r\n'],
    ['with two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
    ['with a null sign', 'GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['with a bare line feed in a value', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\nX-C: d\r\n\r\n'],
    ['of no protocol', 'hello\r\n\r\n'],
    ['of a later protocol', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'],
    [
      'with a header that never ends',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`,
    ],
    [
      'with cookies beyond measure',
      `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a=b; '.repeat(8_000)}\r\n\r\n`,
    ],
    ['with ten thousand headers', `GET / HTTP/1.1\r\nHost: localhost\r\n${'X: y\r\n'.repeat(10_000)}\r\n`],
    ['with an address that never ends', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    ['with a host that is none', 'GET / HTTP/1.1\r\nHost: <q7x>"\r\nConnection: close\r\n\r\n'],
    [
      'with a whole address',
      'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    ],
    ['for a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'],
    [
      'for another protocol',
      'GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    ],
    [
      'for a trace',
      'TRACE / HTTP/1.1\r\nHost: localhost\r\nCookie: sauro_session=geheim\r\nConnection: close\r\n\r\n',
    ],
  ])('%s is refused or answered, and tells nothing', async (_, bytes) => {
    const heard = await say(bytes);
    for (const status of statuses(heard)) expect(status).toBeLessThan(500);
    expect(heard).not.toMatch(/node_modules|at \w+ \(|geheim|<q7x>|HTTP\/1\.1 101/);
    expect(await isAlive()).toBe(true);
  });

  it('with as many cookies as a browser may send is answered', async () => {
    const cookies = Array.from({ length: 180 }, (_, index) => `c${index}=${'v'.repeat(60)}`).join('; ');
    const heard = await say(
      `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookies}\r\nConnection: close\r\n\r\n`,
    );
    expect(statuses(heard)).toEqual([200]);
  });

  it('names no program and no version in its answer', async () => {
    const heard = await say('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(heard.split('\r\n\r\n')[0]).not.toMatch(/^(?:server|x-powered-by|via):/im);
  });
});

describe('a body', () => {
  const head = (...more: string[]) =>
    lines(
      'POST /dang-nhap HTTP/1.1',
      'Host: localhost',
      'Origin: http://localhost',
      form,
      'Connection: close',
      ...more,
      '',
      '',
    );

  it('that is shorter than it says holds nobody up', async () => {
    const [, answer] = await Promise.all([
      say(`${head('Content-Length: 100000')}name=x`),
      fetch(`http://127.0.0.1:${port}/dang-nhap`),
    ]);
    expect(answer.status).toBe(200);
  });

  it('that is longer than it says is cut there', async () => {
    const heard = await say(`${head('Content-Length: 6')}name=x&password=y`);
    expect(statuses(heard).filter((status) => status >= 500)).toEqual([]);
    expect(await isAlive()).toBe(true);
  });

  it('in chunks of broken sizes is refused', async () => {
    for (const chunks of [
      'zz\r\nx\r\n',
      'ffffffffffffffff\r\nx\r\n',
      '-1\r\n\r\n',
      '5;a=b\r\nname=\r\n0\r\nX: y\r\n\r\n',
    ]) {
      const heard = await say(`${head('Transfer-Encoding: chunked')}${chunks}`);
      for (const status of statuses(heard)) expect(status).toBeLessThan(500);
    }
    expect(await isAlive()).toBe(true);
  });

  it('that claims to be packed is taken as it is', async () => {
    const heard = await say(`${head('Content-Length: 6', 'Content-Encoding: gzip')}name=x`);
    for (const status of statuses(heard)) expect(status).toBeLessThan(500);
  });
});
