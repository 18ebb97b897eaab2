import { beforeAll, describe, expect, it } from 'vitest';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { setUpLink } from '#modules/directory/links.ts';
import { newId } from '#platform/db/id.ts';
import { testSite, type Visitor } from '../testing.ts';
import { allRoutes, type Site } from './testing.ts';

let site: Site;
let home: Awaited<ReturnType<typeof furnishedCommune>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await furnishedCommune(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('focal'));
});

const posts = allRoutes.filter((route) => route.verb === 'post').map((route) => route.path);
const form = 'application/x-www-form-urlencoded';

/** Sends a POST as the browser of somebody who is signed in would, made by a page of somebody else. */
async function send(
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer> = 'version=1&text=x',
) {
  const address = new URL(
    path.replaceAll(/:\w+/g, () => home.taskIds[0] ?? newId()),
    'http://localhost',
  );
  const request = new Request(address, {
    method: 'POST',
    body,
    headers: { cookie: visitor.cookies, ...headers },
  });
  if (!('content-type' in headers)) request.headers.delete('content-type');
  return site.app.fetch(request);
}

/** What happened in the commune, told by its audit; that something was looked at or taken along is no happening. */
async function listActs(): Promise<string[]> {
  const { rows } = await site.services.migrator.query<{ act: string }>(
    `select act from platform.audit_line where tenant_id = $1 and (act !~ '[.](open|see|export)$' or act = 'directory.session.open')
     order by at, id`,
    [home.tenant.id],
  );
  return rows.map((row) => row.act);
}

describe('a form of another site', () => {
  it.each<[string, Record<string, string>]>([
    ['with its origin', { origin: 'https://evil.example', 'content-type': form }],
    ['of a neighbour in the domain', { origin: 'http://other.localhost', 'content-type': form }],
    ['under another port', { origin: 'http://localhost:8081', 'content-type': form }],
    ['under another scheme', { origin: 'https://localhost', 'content-type': form }],
    ['that hides its origin', { origin: 'null', 'content-type': form }],
    [
      'that hides its origin and says whence',
      { origin: 'null', 'sec-fetch-site': 'cross-site', 'content-type': form },
    ],
    ['without an origin', { 'content-type': form }],
    ['without an origin, from elsewhere', { 'sec-fetch-site': 'cross-site', 'content-type': form }],
    ['without an origin, from the neighbour', { 'sec-fetch-site': 'same-site', 'content-type': form }],
    ['as plain text', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    ['in parts', { origin: 'https://evil.example', 'content-type': 'multipart/form-data; boundary=x' }],
    ['in capitals', { origin: 'https://evil.example', 'content-type': 'APPLICATION/X-WWW-FORM-URLENCODED' }],
    ['with parameters', { origin: 'https://evil.example', 'content-type': `${form}; charset=utf-8; x=y` }],
    ['as nothing', { origin: 'https://evil.example' }],
    [
      'with a referer of ours',
      { origin: 'https://evil.example', referer: 'http://localhost/', 'content-type': form },
    ],
  ])('%s does nothing on any route', async (_, headers) => {
    const before = await listActs();
    const taken: string[] = [];
    for (const path of [...posts, setUpLink()]) {
      const { status } = await send(path, headers);
      if (status !== 403) taken.push(`${path}: ${status}`);
    }
    expect(taken).toEqual([]);
    expect(await listActs()).toEqual(before);
  });

  it.each<[string, Record<string, string>, string]>([
    ['JSON', { origin: 'https://evil.example', 'content-type': 'application/json' }, '{"version":1}'],
    ['XML', { origin: 'https://evil.example', 'content-type': 'application/xml' }, '<version>1</version>'],
    ['a type of its own', { origin: 'https://evil.example', 'content-type': 'x/y' }, 'version=1'],
    ['two types', { origin: 'https://evil.example', 'content-type': `text/html, ${form}` }, 'version=1'],
  ])('cannot hide behind %s', async (_, headers, body) => {
    const before = await listActs();
    const taken: string[] = [];
    for (const path of posts) {
      const { status } = await send(path, headers, body);
      if (![400, 403, 415].includes(status)) taken.push(`${path}: ${status}`);
    }
    expect(taken).toEqual([]);
    expect(await listActs()).toEqual(before);
  });
});

describe('another verb', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s writes nothing anywhere', async (method) => {
    const before = await listActs();
    for (const { path } of allRoutes) {
      const address = new URL(
        path.replaceAll(/:\w+/g, () => home.taskIds[0] ?? ''),
        'http://localhost',
      );
      const headers = { cookie: visitor.cookies, origin: 'http://localhost', 'content-type': form };
      const body = method === 'OPTIONS' ? null : 'version=1&text=x';
      const { status } = await site.app.fetch(new Request(address, { method, headers, body }));
      expect([path, status]).toEqual([path, 404]);
    }
    expect(await listActs()).toEqual(before);
  });

  it.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
    'is not taken from %s',
    async (name) => {
      const before = await listActs();
      for (const path of posts) {
        const address = new URL(
          path.replaceAll(/:\w+/g, () => home.taskIds[0] ?? ''),
          'http://localhost',
        );
        address.search = '_method=POST';
        await site.app.fetch(new Request(address, { headers: { cookie: visitor.cookies, [name]: 'POST' } }));
      }
      expect(await listActs()).toEqual(before);
    },
  );
});

it('opening any address changes nothing', async () => {
  const before = await listActs();
  const admin = site.visitor();
  await admin.signIn(home.signIn('admin'));
  const signedIn = await listActs();
  expect(signedIn).toHaveLength(before.length + 1);
  for (const { path } of allRoutes.filter((route) => route.verb === 'get')) {
    await admin.get(path.replaceAll(/:\w+/g, () => home.taskIds[0] ?? ''));
  }
  expect(await listActs()).toEqual(signedIn);
});
