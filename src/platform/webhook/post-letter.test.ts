import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { postLetter } from './post-letter.ts';
import { readReceiver } from './receiver-address.ts';
import { newSecret, signedHeaders } from './signature.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function receiver(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(made.address() as AddressInfo).port}`;
}

async function attempt(listener: RequestListener, timeoutMs = 60_000) {
  const host = await receiver(listener);
  return postLetter(
    `http://${host}/hook?a=1`,
    { headers: { 'webhook-id': 'one' }, body: '{"việc":1}' },
    { internalHosts: [host], timeoutMs },
  );
}

describe('a letter', () => {
  it('arrives whole, and any answer of 2xx accepts it', async () => {
    let got = '';
    const ended = await attempt((request, response) => {
      request.on('data', (chunk: Buffer) => (got += chunk.toString()));
      request.on('end', () => {
        got = `${request.method} ${request.url} ${String(request.headers['webhook-id'])} ${got}`;
        response.writeHead(204).end();
      });
    });
    expect(ended).toEqual({ isAccepted: true, status: 204, trouble: null, retryAfterSeconds: null });
    expect(got).toBe('POST /hook?a=1 one {"việc":1}');
  });

  it('is refused by other answers, and no redirect is followed', async () => {
    expect(await attempt((_, response) => response.writeHead(500).end('no'))).toEqual({
      isAccepted: false,
      status: 500,
      trouble: 'refused',
      retryAfterSeconds: null,
    });
    let asked = 0;
    const moved = await attempt((_, response) => {
      asked += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect([moved.trouble, asked]).toEqual(['redirect', 1]);
  });

  it('says how long a receiver wants to be left alone, as seconds or as a moment', async () => {
    const putOff = (value: string) =>
      attempt((_, response) => response.writeHead(503, { 'retry-after': value }).end());
    expect((await putOff('90')).retryAfterSeconds).toBe(90);
    const inAMinute = await putOff(new Date(Date.now() + 60_000).toUTCString());
    expect(Math.abs((inAMinute.retryAfterSeconds ?? 0) - 60)).toBeLessThan(30);
    for (const nonsense of ['soon', '-5', '1e99', '99999999999999']) {
      const { retryAfterSeconds } = await putOff(nonsense);
      expect(retryAfterSeconds === null || retryAfterSeconds >= 0).toBe(true);
    }
    expect((await putOff('Mon, 01 Jan 2001 00:00:00 GMT')).retryAfterSeconds).toBe(0);
  });

  it('ends in time when the other side hangs, before or in its answer', async () => {
    expect((await attempt(() => undefined, 400)).trouble).toBe('timeout');
    const half = await attempt((_, response) => {
      response.writeHead(200);
      response.write('and');
    }, 400);
    expect(half).toMatchObject({ isAccepted: false, trouble: 'timeout' });
  });

  it('reads no endless answer, and bears a broken line', async () => {
    const endless = await attempt((_, response) => {
      response.writeHead(200);
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) continue;
      };
      response.on('drain', write);
      write();
    });
    expect(endless).toMatchObject({ isAccepted: true, status: 200 });
    expect((await attempt((request) => request.socket.destroy())).trouble).toBe('broken');
  });
});

describe('an address', () => {
  it('within our own networks is not written to unless the operator named it', async () => {
    const inside = [
      'https://127.0.0.1/',
      'https://10.1.2.3/',
      'https://192.168.0.1/',
      'https://169.254.169.254/latest/meta-data',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://[fd00::1]/',
      'https://0.0.0.0/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://100.64.0.1/',
    ];
    for (const url of inside) expect([url, readReceiver(url, [])]).toEqual([url, 'inside']);
    const byName = await postLetter('https://localhost/', { headers: {}, body: '' }, { internalHosts: [] });
    expect(byName.trouble).toBe('inside');
  });

  it('is https, and has no password in it', () => {
    expect(readReceiver('http://example.com/', [])).toBe('not-https');
    expect(readReceiver('ftp://example.com/', ['example.com'])).toBe('not-https');
    expect(readReceiver('https://a:b@example.com/', [])).toBe('not-a-url');
    expect(readReceiver('javascript:alert(1)', [])).toBe('not-https');
    expect(readReceiver('no address', [])).toBe('not-a-url');
    expect(readReceiver('https://example.com:8443/a', [])).toBeInstanceOf(URL);
    expect(readReceiver('http://truc.noibo:8080/a', ['truc.noibo:8080'])).toBeInstanceOf(URL);
  });
});

describe('a signature', () => {
  const letter = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
  const at = new Date(1_614_265_330_000);

  it('is that of Standard Webhooks', () => {
    expect(signedHeaders(letter, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], at)).toEqual({
      'webhook-id': letter.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is made by each secret that holds, while one gives way to another', () => {
    const secrets = [newSecret(), newSecret()];
    const both = signedHeaders(letter, secrets, at)['webhook-signature']?.split(' ');
    const each = secrets.map((secret) => signedHeaders(letter, [secret], at)['webhook-signature']);
    expect(both).toEqual(each);
  });
});
