import { beforeAll, describe, expect, it } from 'vitest';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { buildApp } from '../app.ts';
import { testSite } from '../testing.ts';
import { allRoutes, type Site } from './testing.ts';

const friend = 'https://tinh.example.vn';
const strangers = [
  'https://evil.example',
  'http://tinh.example.vn',
  'https://tinh.example.vn.evil.example',
  'https://eviltinh.example.vn',
  'https://a.tinh.example.vn',
  'https://tinh.example.vn:8443',
  'https://TINH.example.vn.',
  'null',
  '*',
];

let site: Site;
let app: Site['app'];
let cookies: string;
let token: string;

beforeAll(async () => {
  site = await testSite();
  app = buildApp({ ...site.parts, apiOrigins: [friend] });
  const home = await testTenant(site.services);
  const visitor = site.visitor();
  await visitor.signIn(home.signIn('focal'));
  ({ cookies } = visitor);
  token = await testToken(site.services, home, home.signIn('focal'), ['read']);
});

function ask(path: string, origin: string, init: RequestInit = {}, on = app) {
  const headers = { origin, ...(init.headers as Record<string, string>) };
  return on.fetch(new Request(`http://localhost${path}`, { ...init, headers }));
}

function preflight(path: string, origin: string, verb = 'POST', on = app) {
  const headers = {
    'access-control-request-method': verb,
    'access-control-request-headers': 'authorization,content-type,if-match,idempotency-key',
  };
  return ask(path, origin, { method: 'OPTIONS', headers }, on);
}

const grants = (response: Response) => response.headers.get('access-control-allow-origin');

describe('scripts of a site that was named', () => {
  it('may ask with a token of their own, and are told the origin and never a wildcard', async () => {
    const allowed = await preflight('/api/v1/tasks', friend);
    expect([allowed.status, grants(allowed)]).toEqual([204, friend]);
    expect(allowed.headers.get('access-control-allow-methods')?.split(',').sort()).toEqual([
      'GET',
      'POST',
      'PUT',
    ]);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
    const answer = await ask('/api/v1/tasks', friend, { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, grants(answer)]).toEqual([200, friend]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin');
  });

  it('can read what went wrong, too', async () => {
    for (const path of ['/api/v1/tasks', '/api/v1/nowhere']) {
      const answer = await ask(path, friend);
      expect([path, answer.status >= 400, grants(answer)]).toEqual([path, true, friend]);
    }
  });

  it('are never let use the cookies of whoever sits there', async () => {
    for (const answer of [
      await preflight('/api/v1/tasks', friend),
      await ask('/api/v1/tasks', friend, { headers: { cookie: cookies } }),
    ]) {
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
    expect((await ask('/api/v1/tasks', friend, { headers: { cookie: cookies } })).status).toBe(401);
  });
});

describe('scripts of any other site', () => {
  it('are let read nothing of the API', async () => {
    const letIn: string[] = [];
    for (const origin of strangers) {
      const answers = [
        await preflight('/api/v1/tasks', origin),
        await ask('/api/v1/tasks', origin, { headers: { authorization: `Bearer ${token}` } }),
        await ask('/api/v1/openapi.json', origin),
      ];
      letIn.push(...answers.filter((one) => grants(one) !== null).map(() => origin));
    }
    expect(letIn).toEqual([]);
  });

  it('are let read nothing at all where no site was named', async () => {
    for (const origin of [friend, ...strangers]) {
      for (const answer of [
        await preflight('/api/v1/tasks', origin, 'POST', site.app),
        await ask('/api/v1/openapi.json', origin, {}, site.app),
      ]) {
        expect([origin, grants(answer)]).toEqual([origin, null]);
      }
    }
  });
});

it('no page is ever let be read by another site, a named one included', async () => {
  const paths = [...new Set(allRoutes.map((route) => route.path.replaceAll(/:\w+/g, 'x')))];
  const open: string[] = [];
  for (const path of paths) {
    const verb = allRoutes.find((route) => route.path.replaceAll(/:\w+/g, 'x') === path)?.verb ?? 'get';
    for (const answer of [
      await preflight(path, friend, verb.toUpperCase()),
      await ask(path, friend, { headers: { cookie: cookies } }),
    ]) {
      if ([...answer.headers.keys()].some((name) => name.startsWith('access-control-'))) open.push(path);
    }
  }
  expect(open).toEqual([]);
});
