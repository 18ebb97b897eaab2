import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { postLetter } from '#platform/webhook/post-letter.ts';
import { checkReceiver, readReceiver } from '#platform/webhook/receiver-address.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** A receiver on an address of this machine; counts what comes in. */
async function listening(address: string, port = 0, answer: [number, Record<string, string>?] = [200]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume().on('end', () => response.writeHead(answer[0], answer[1] ?? {}).end());
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  return { asked, port: (server.address() as AddressInfo).port };
}

/** Names as some name server would resolve them, one answer after the other. */
function names(...answers: readonly (readonly string[])[]) {
  let asked = 0;
  return {
    count: () => asked,
    resolve: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
}

/** This machine. */
const ownMachine =
  '127.0.0.1 127.1 127.255.255.254 0.0.0.0 0 2130706433 0x7f000001 0x7f.1 017700000001 0177.0.0.1 127.0.0.1. [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1]';
/** Private networks. */
const privateNetworks =
  '10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 192.168.257 3232235777 0300.0250.1.1 100.64.0.1 198.18.0.1 [fc00::1] [fd12:3456::1] [fec0::1] [::ffff:10.0.0.1]';
/** What clouds tell their machines, and links. */
const links = '169.254.169.254 0xa9fea9fe 2852039166 169.254.1.1 [fe80::1] [fd00:ec2::254] 100.100.100.200';
/** Ways through IPv6 to any of these. */
const tunnels =
  '[64:ff9b::7f00:1] [64:ff9b::a9fe:a9fe] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:7f00:1::]';
/** Nobody, and everybody. */
const special = '224.0.0.1 239.1.1.1 255.255.255.255 240.0.0.1 [ff02::1] [100::1] 192.0.2.1 [2001:db8::1]';
const inside = [ownMachine, privateNetworks, links, tunnels, special].flatMap((hosts) => hosts.split(' '));

describe('an address in our own networks', () => {
  it('is refused in whatever way it is written', () => {
    const passed = inside.filter((host) => readReceiver(`https://${host}/`, []) !== 'inside');
    expect(passed).toEqual([]);
    // Full-width digits and ideographic stops are read by browsers and libraries as plain ones.
    expect(readReceiver('https://１２７。０。０。１/', [])).toBe('inside');
  });

  it('is refused behind a name, also as one address of many', async () => {
    for (const host of inside.filter((one) => /^[\d.]+\d$/.test(one) && one.split('.').length === 4)) {
      const { resolve } = names(['93.184.216.34', host]);
      expect([host, await checkReceiver('https://nhan.example.vn/', [], resolve)]).toEqual([host, 'inside']);
    }
    for (const host of inside.filter((one) => one.startsWith('['))) {
      const { resolve } = names([host.slice(1, -1)]);
      expect([host, await checkReceiver('https://nhan.example.vn/', [], resolve)]).toEqual([host, 'inside']);
    }
    expect(await checkReceiver('https://nhan.example.vn/', [], names([]).resolve)).toBe('unknown-host');
  });

  it('is refused under the names that every machine has', async () => {
    for (const host of ['localhost', 'localhost.', 'LOCALHOST', 'a.localhost', 'ip6-localhost']) {
      expect(['inside', 'unknown-host']).toContain(await checkReceiver(`https://${host}/`, []));
    }
  });

  it('is open only as host and port that the operator named, and to no other port or name', () => {
    const named = ['truc.noibo:8080', '10.0.0.5:8080'];
    expect(readReceiver('http://truc.noibo:8080/a', named)).toBeInstanceOf(URL);
    expect(readReceiver('http://truc.noibo:8081/a', named)).toBe('not-https');
    expect(readReceiver('https://10.0.0.5:8081/a', named)).toBe('inside');
    expect(readReceiver('http://x.truc.noibo:8080/a', named)).toBe('not-https');
    for (const url of [
      'http://truc.noibo:8080@10.0.0.6/',
      'https://a:b@truc.noibo:8080/',
      'https://x.vn/#a',
    ]) {
      expect(readReceiver(url, named)).toBe('not-a-url');
    }
    for (const scheme of ['file:///etc/passwd', 'gopher://x.vn/', 'ftp://x.vn/', 'data:,x', 'javascript:0']) {
      expect(typeof readReceiver(scheme, named)).toBe('string');
    }
  });
});

describe('a name that changes between judging and sending', () => {
  it('does not lead the letter elsewhere: it goes to the address that was judged, asked for once', async () => {
    const judged = await listening('127.0.0.1');
    const later = await listening('127.0.0.2', judged.port);
    const { resolve, count } = names(['127.0.0.1'], ['127.0.0.2']);
    const host = `truc.noibo:${judged.port}`;
    const letter = { headers: {}, body: '{}' };
    const attempt = await postLetter(`http://${host}/nhan`, letter, { internalHosts: [host], resolve });
    expect([attempt.isAccepted, judged.asked, later.asked, count()]).toEqual([true, ['/nhan'], [], 1]);
  });

  it('is judged anew for each letter', async () => {
    const { resolve } = names(['93.184.216.34'], ['127.0.0.1']);
    expect(typeof (await checkReceiver('https://nhan.example.vn/', [], resolve))).toBe('object');
    expect(await checkReceiver('https://nhan.example.vn/', [], resolve)).toBe('inside');
  });
});

describe('a redirect', () => {
  it('leads nowhere, whatever it is and wherever it points', async () => {
    const target = await listening('127.0.0.1');
    for (const status of [300, 301, 302, 303, 307, 308]) {
      const location = `http://127.0.0.1:${target.port}/latest/meta-data`;
      const from = await listening('127.0.0.1', 0, [status, { location }]);
      const host = `127.0.0.1:${from.port}`;
      const sent = await postLetter(
        `http://${host}/`,
        { headers: {}, body: '{}' },
        { internalHosts: [host] },
      );
      expect([status, sent.isAccepted, sent.trouble]).toEqual([status, false, 'redirect']);
    }
    expect(target.asked).toEqual([]);
  });
});
