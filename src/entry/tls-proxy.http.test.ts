import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { createServer, request as secureRequest, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { readConfig } from '#platform/config/config.ts';
import { testServices } from '#platform/db/testing.ts';
import { type RunningWeb, startWeb } from './web.ts';

/** What a proxy tells the product of the name that the visitor asked for: that name, or its own of the product. */
type HostKept = 'as asked' | 'its own';

let certificate: { key: Buffer; cert: Buffer };
let proxy: Server;
let web: RunningWeb;
let home: Awaited<ReturnType<typeof testTenant>>;
let origin: string;
let hostKept: HostKept = 'as asked';

beforeAll(async () => {
  certificate = selfSigned();
  proxy = createServer(certificate, (asked, answer) => {
    const host = hostKept === 'as asked' ? asked.headers.host : `127.0.0.1:${web.port}`;
    const headers = {
      ...asked.headers,
      host,
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.7',
    };
    const onward = request({
      host: '127.0.0.1',
      port: web.port,
      method: asked.method,
      path: asked.url,
      headers,
    });
    onward.on('response', (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    asked.pipe(onward);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  origin = `https://localhost:${(proxy.address() as AddressInfo).port}`;
  const services = await testServices();
  home = await testTenant(services);
  const config = readConfig({ PORT: '0', SAURO_BASE_URL: origin, SAURO_TRUST_PROXY: '1' });
  web = await startWeb(config, { ...services, baseUrl: config.baseUrl }, services.log);
});

afterAll(async () => {
  proxy.close();
  await web.stop();
});

/** Made for this run alone, so that no key lies in the source. */
function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'sauro-tls-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-nodes', '-days', '1', ...curve, ...subject, '-keyout', key, '-out', cert],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    form,
  }: { method?: string; headers?: Record<string, string>; form?: string } = {},
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; text: string }> {
  const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const sent = secureRequest(new URL(path, origin), {
    method,
    ca: certificate.cert,
    servername: 'localhost',
    headers: { ...type, ...headers },
    agent: false,
  });
  sent.end(form);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const part of answer) text += String(part);
  return { status: answer.statusCode, headers: answer.headers, text };
}

function signIn(headers: Record<string, string>) {
  const form = new URLSearchParams({ name: home.signIn('focal'), password: testPassword }).toString();
  return ask('/dang-nhap', { method: 'POST', form, headers });
}

describe('behind a proxy that ends TLS', () => {
  it.each<HostKept>(['as asked', 'its own'])('lets people in, with the host %s', async (kept) => {
    hostKept = kept;
    const { status, headers } = await signIn({ origin });
    expect(status).toBe(303);
    expect(headers.location).toMatch(/^\/(?!\/)/);
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
    const cookies = headers['set-cookie'] ?? [];
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure/i);
    const cookie = cookies.map((line) => line.split(';', 1)[0]).join('; ');
    const page = await ask(headers.location ?? '', { headers: { cookie } });
    expect(page.status).toBe(200);
    const out = await ask('/dang-xuat', { method: 'POST', form: 'a=b', headers: { cookie, origin } });
    expect(out.status).toBe(303);
    hostKept = 'as asked';
  });

  it.each([
    ['another site', () => ({ origin: 'https://evil.example' })],
    ['the same name without TLS', () => ({ origin: origin.replace('https', 'http') })],
    ['the address behind the proxy', () => ({ origin: `http://127.0.0.1:${web.port}` })],
    ['nowhere', () => ({})],
    ['a page without an origin', () => ({ origin: 'null' })],
    ['a name that the visitor made up', () => ({ origin: 'https://evil.example', host: 'evil.example' })],
    [
      'a name that a header in between made up',
      () => ({
        origin: 'https://evil.example',
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example',
      }),
    ],
  ])('takes no form of %s', async (_, headers) => {
    const { status, headers: given } = await signIn(headers());
    expect(status).toBe(403);
    expect(given['set-cookie']).toBeUndefined();
  });

  it('leads nobody to a name that the visitor made up', async () => {
    for (const path of ['/', '/dang-nhap', '/nhiem-vu', '/ngon-ngu?ma=en&ve=/dang-nhap']) {
      const { headers, text } = await ask(path, {
        headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
      });
      expect(JSON.stringify(headers) + text).not.toContain('evil.example');
    }
  });
});
