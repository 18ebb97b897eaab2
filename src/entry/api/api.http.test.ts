import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { siteOn, testSite } from '../testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let token: string;
let ids: readonly string[];
let foreignId: string;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  away = await testTenant(site.services);
  token = await testToken(site.services, home, home.signIn('focal'), ['read', 'planning.task']);
  ({ ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: 7 }, (_, index) => ({
        title: `Nhiệm vụ ${index}`,
        stage: 'in-progress' as const,
      })),
    ),
  ));
  const planted = await away.as(away.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{ title: 'Xa' }]));
  foreignId = planted.ids[0] ?? '';
});

interface Said {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function call(
  verb: string,
  path: string,
  more: { token?: string | null; body?: unknown; headers?: Record<string, string>; raw?: string } = {},
): Promise<Said> {
  const shown = more.token === undefined ? token : more.token;
  const body = more.raw ?? (more.body === undefined ? undefined : JSON.stringify(more.body));
  const response = await site.app.fetch(
    new Request(`http://localhost/api/v1${path}`, {
      method: verb,
      headers: {
        ...(shown === null ? {} : { authorization: `Bearer ${shown}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more.headers,
      },
      ...(body === undefined ? {} : { body }),
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

function codeOf(said: Said) {
  return [said.status, said.body.code];
}

describe('the door of the API', () => {
  it('asks for a token and says so as a problem', async () => {
    const said = await call('GET', '/tasks', { token: null });
    expect(codeOf(said)).toEqual([401, 'no-token']);
    expect(said.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(said.headers.get('www-authenticate')).toBe('Bearer');
    expect(said.body.type).toBe('urn:sauro:problem:no-token');
  });

  it('refuses what is no token of ours, and tokens with a wrong letter', async () => {
    const broken = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
    for (const wrong of ['x', broken, 'sauro_' + '0'.repeat(104), 'a'.repeat(300)]) {
      expect(codeOf(await call('GET', '/tasks', { token: wrong }))).toEqual([401, 'bad-token']);
    }
  });

  it('takes no cookie for a token', async () => {
    const visitor = site.visitor();
    await visitor.signIn(home.signIn('focal'));
    expect((await visitor.get('/api/v1/tasks')).status).toBe(401);
  });

  it('speaks the language that is asked for', async () => {
    const vi = await call('GET', '/tasks', { token: null });
    const en = await call('GET', '/tasks', {
      token: null,
      headers: { 'accept-language': 'fr, en-US;q=0.8' },
    });
    expect(vi.body.detail).toMatch(/Gửi khóa API/);
    expect(en.body.detail).toMatch(/Send an API key/);
  });

  it('says which verbs an address takes, and that others are not there', async () => {
    const wrong = await call('DELETE', '/tasks');
    expect(codeOf(wrong)).toEqual([405, 'wrong-verb']);
    expect(wrong.headers.get('allow')).toBe('GET, HEAD');
    expect(codeOf(await call('GET', '/nothing'))).toEqual([404, 'not-found']);
    expect(codeOf(await call('GET', '/tasks/not-an-id'))).toEqual([404, 'not-found']);
    expect(codeOf(await call('GET', `/tasks/${foreignId}`))).toEqual([404, 'not-found']);
  });

  it('tells other sites nothing', async () => {
    const said = await call('GET', '/tasks', { headers: { origin: 'https://evil.example' } });
    expect(said.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a list', () => {
  it('comes page by page, each naming the next', async () => {
    const seen: unknown[] = [];
    let path: string | undefined = '/tasks?limit=3';
    let pages = 0;
    while (path) {
      const said = await call('GET', path);
      expect(said.status).toBe(200);
      seen.push(...(said.body.items as { id: string }[]).map((one) => one.id));
      path = /<\/api\/v1([^>]+)>; rel="next"/.exec(said.headers.get('link') ?? '')?.[1];
      expect(Boolean(path)).toBe(said.body.next !== null);
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(seen).toEqual([...ids].sort());
  });

  it('refuses filters that it does not know, and says which', async () => {
    const said = await call('GET', '/tasks?limit=0&state=lost&hidden=1&cursor=abc');
    expect(codeOf(said)).toEqual([400, 'wrong-query']);
    const named = (said.body.errors as { parameter: string }[]).map((one) => one.parameter).sort();
    expect(named).toEqual(['cursor', 'hidden', 'limit', 'state']);
    expect(codeOf(await call('GET', '/tasks?limit=1&limit=2'))).toEqual([400, 'wrong-query']);
    expect(codeOf(await call('GET', '/tasks?search=%00'))).toEqual([400, 'bad-json']);
  });
});

describe('a deed', () => {
  it('needs the version, and tells whoever named an old one which it is now', async () => {
    const path = `/tasks/${ids[0]}`;
    const found = await call('GET', path);
    const etag = found.headers.get('etag') ?? '';
    expect(etag).toBe('"1"');
    expect((await call('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const body = { text: 'Báo cáo 31/BC-UBND', exception: 'Bản giấy' };
    expect(codeOf(await call('POST', `${path}/submit`, { body }))).toEqual([428, 'version-needed']);
    expect(codeOf(await call('POST', `${path}/submit`, { body, headers: { 'if-match': '*' } }))).toEqual([
      400,
      'bad-version',
    ]);
    const unproven = { body: { text: body.text }, headers: { 'if-match': etag } };
    expect(codeOf(await call('POST', `${path}/submit`, unproven))).toEqual([409, 'proof-missing']);
    const done = await call('POST', `${path}/submit`, { body, headers: { 'if-match': etag } });
    expect([done.status, done.body.stage, done.headers.get('etag')]).toEqual([200, 'submitted', '"2"']);
    const old = await call('POST', `${path}/withdraw`, { body: {}, headers: { 'if-match': '"1"' } });
    expect([...codeOf(old), old.body.version]).toEqual([412, 'changed-meanwhile', 2]);
    const again = await call('POST', `${path}/submit`, { body, headers: { 'if-match': '"2"' } });
    expect(codeOf(again)).toEqual([409, 'wrong-state']);
  });

  it('stands in the audit and in the history with the name of the token', async () => {
    const named = await testToken(site.services, home, home.signIn('focal'), ['planning.task'], {
      name: 'Đồng bộ',
    });
    const path = `/tasks/${ids[1]}`;
    await call('POST', `${path}/cancel`, {
      token: named,
      body: { text: 'thừa' },
      headers: { 'if-match': '"1"' },
    });
    const { rows } = await site.services.migrator.query<{ actor_name: string }>(
      'select actor_name from platform.audit_line where record_id = $1 and act = $2',
      [ids[1], 'planning.task.cancel'],
    );
    expect(rows.map((row) => row.actor_name)).toEqual([
      expect.stringMatching(/^Người focal \[Đồng bộ, \w{6}\]$/),
    ]);
    const events = await call('GET', `${path}/events`);
    expect((events.body.items as { actorName: string }[])[0]?.actorName).toMatch(/\[Đồng bộ, /);
  });

  it('refuses bodies that are no JSON, too deep, too large or of another shape', async () => {
    const path = `/tasks/${ids[2]}/submit`;
    const headers = { 'if-match': '"1"' };
    const codes = async (more: Parameters<typeof call>[2]) =>
      codeOf(await call('POST', path, { ...more, headers: { ...headers, ...more?.headers } }));
    expect(
      await codes({ raw: 'text=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    ).toEqual([415, 'not-json']);
    expect(await codes({ raw: '{' })).toEqual([400, 'bad-json']);
    expect(await codes({ raw: '['.repeat(100_000) })).toEqual([400, 'too-deep']);
    expect(await codes({ raw: `"${'x'.repeat(200_000)}"` })).toEqual([413, 'too-large']);
    expect(await codes({ body: { text: '\u0000' } })).toEqual([400, 'bad-json']);
    const said = await call('POST', path, { headers, body: { text: '', state: 'done' } });
    expect(codeOf(said)).toEqual([422, 'wrong-shape']);
    expect((said.body.errors as { pointer: string }[]).map((one) => one.pointer)).toEqual(['/text', '']);
  });
});

describe('an idempotency key', () => {
  it('gives the first answer again, to the same request only', async () => {
    const path = `/tasks/${ids[3]}/submit`;
    const headers = { 'if-match': '"1"', 'idempotency-key': 'once-1' };
    const first = await call('POST', path, { headers, body: { text: 'một', exception: 'Bản giấy' } });
    const second = await call('POST', path, { headers, body: { text: 'một', exception: 'Bản giấy' } });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.headers.get('idempotent-replay')).toBe('?1');
    expect(
      codeOf(await call('POST', path, { headers, body: { text: 'hai', exception: 'Bản giấy' } })),
    ).toEqual([422, 'key-reused']);
  });

  it('lets a twin that comes meanwhile wait for the first answer', async () => {
    const path = `/tasks/${ids[4]}/submit`;
    const headers = { 'if-match': '"1"', 'idempotency-key': 'twins' };
    const twins = await Promise.all(
      Array.from({ length: 6 }, () =>
        call('POST', path, { headers, body: { text: 'một', exception: 'Bản giấy' } }),
      ),
    );
    expect(new Set(twins.map((one) => one.status))).toEqual(new Set([200]));
    expect(twins.filter((one) => one.headers.get('idempotent-replay') === null)).toHaveLength(1);
    const { rows } = await site.services.migrator.query(
      "select 1 from planning.task_event where task_id = $1 and kind = 'submitted'",
      [ids[4]],
    );
    expect(rows).toHaveLength(1);
  });

  it('keeps refusals, forgets what failed, and is the token’s own', async () => {
    const path = `/tasks/${ids[3]}/submit`;
    const headers = { 'if-match': '"2"', 'idempotency-key': 'refused' };
    expect(codeOf(await call('POST', path, { headers, body: { text: 'x' } }))).toEqual([409, 'wrong-state']);
    const lost = { 'if-match': '"1"', 'idempotency-key': 'lost' };
    expect(
      (await call('POST', `/tasks/${foreignId}/submit`, { headers: lost, body: { text: 'x' } })).status,
    ).toBe(404);
    const { rows } = await site.services.migrator.query(
      'select 1 from platform.kept_reply where tenant_id = $1',
      [home.tenant.id],
    );
    expect(rows).toHaveLength(3);
    const other = await testToken(site.services, home, home.signIn('focal'), ['planning.task']);
    const said = await call('POST', `/tasks/${ids[5]}/submit`, {
      token: other,
      headers: { 'if-match': '"1"', 'idempotency-key': 'once-1' },
      body: { text: 'một', exception: 'Bản giấy' },
    });
    expect(said.status).toBe(200);
  });
});

describe('a token', () => {
  it('does only what its scopes say, and never more than its owner', async () => {
    const reading = await testToken(site.services, home, home.signIn('focal'), ['read']);
    const path = `/tasks/${ids[6]}`;
    expect((await call('GET', path, { token: reading })).status).toBe(200);
    const send = { headers: { 'if-match': '"1"' }, body: { text: 'x' } };
    expect(codeOf(await call('POST', `${path}/submit`, { token: reading, ...send }))).toEqual([
      403,
      'not-in-scope',
    ]);
    const officer = await testToken(site.services, home, home.signIn('officer'), ['read', 'planning.task']);
    expect(codeOf(await call('POST', `${path}/submit`, { token: officer, ...send }))).toEqual([
      403,
      'not-allowed',
    ]);
  });

  it('is accepted only from its networks', async () => {
    const bound = await testToken(site.services, home, home.signIn('focal'), ['read'], {
      addresses: ['203.0.113.0/24'],
    });
    expect(codeOf(await call('GET', '/tasks', { token: bound }))).toEqual([403, 'wrong-network']);
  });

  it('stops at once when it is revoked, runs out, or its owner is locked or leaves', async () => {
    const { migrator } = site.services;
    const tries = [
      ['update directory.api_token set revoked_at = now() where hint = $1', 'focal'],
      ["update directory.api_token set expires_at = '2020-01-01' where hint = $1", 'focal'],
      [
        'update directory.account set locked_at = now() where id = (select account_id from directory.api_token where hint = $1)',
        'clerk',
      ],
      [
        "update directory.officer set ended_on = '2026-01-01' where id = (select officer_id from directory.account where id = (select account_id from directory.api_token where hint = $1))",
        'community',
      ],
    ] as const;
    for (const [spoil, role] of tries) {
      const fresh = await testToken(site.services, home, home.signIn(role), ['read']);
      expect((await call('GET', '/tasks', { token: fresh })).status).toBe(200);
      await migrator.query(spoil, [fresh.slice(38, 44)]);
      expect(codeOf(await call('GET', '/tasks', { token: fresh }))).toEqual([401, 'bad-token']);
    }
  });

  it('has its use noted', async () => {
    const fresh = await testToken(site.services, home, home.signIn('focal'), ['read']);
    await call('GET', '/tasks', { token: fresh });
    const { rows } = await site.services.migrator.query<{ used_at: Date | null }>(
      'select used_at from directory.api_token where hint = $1',
      [fresh.slice(38, 44)],
    );
    expect(rows[0]?.used_at).toEqual(site.services.clock.now());
  });
});

describe('the count of requests', () => {
  beforeEach(async () => {
    await site.services.migrator.query('delete from platform.throttle');
  });

  it('stops a token, says until when, and leaves others alone', async () => {
    const limited = await siteOn(site.services, undefined, { perToken: 5, perAddress: 1_000 });
    const fresh = await testToken(site.services, home, home.signIn('focal'), ['read']);
    const get = (shown: string) =>
      limited.app.fetch(
        new Request('http://localhost/api/v1/tasks', { headers: { authorization: `Bearer ${shown}` } }),
      );
    for (let left = 4; left >= 0; left -= 1) {
      const said = await get(fresh);
      expect(said.status).toBe(200);
      expect(said.headers.get('ratelimit-policy')).toBe('"minute";q=5;w=60');
      expect(said.headers.get('ratelimit')).toMatch(new RegExp(`^"minute";r=${left};t=\\d+$`));
    }
    const stopped = await get(fresh);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await stopped.json()) as { code: string }).code).toBe('too-many');
    expect((await get(token)).status).toBe(200);
  });

  it('stops an address that shows wrong tokens too', async () => {
    const limited = await siteOn(site.services, undefined, { perToken: 1_000, perAddress: 3 });
    const knock = () =>
      limited.app.fetch(
        new Request('http://localhost/api/v1/tasks', { headers: { authorization: 'Bearer nothing' } }),
      );
    const statuses: number[] = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await knock()).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});
