import { beforeAll, expect, it } from 'vitest';
import { scopesFor } from '#modules/directory/api-token/api-token.ts';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { createWebhook } from '#modules/directory/webhook/commands.server.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { groupOf, type Operation, type ScopeSet } from '#platform/api/operation.ts';
import { newId } from '#platform/db/id.ts';
import { operations } from '../modules.ts';
import { testSite } from '../testing.ts';

interface Document {
  paths: Record<string, Record<string, { 'x-scopes': string[] }>>;
}

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let document: Document;
/** What there is of the kinds that paths name; the last stands for what there is not. */
let ids: readonly string[];
let everything: readonly string[];

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  document = (await (
    await site.app.fetch(new Request('http://localhost/api/v1/openapi.json'))
  ).json()) as Document;
  const { migrator } = site.services;
  const tenant = [home.tenant.id];
  const focal = home.signIn('focal');
  const draft = await readPlanNow((mode, work) => home.as(focal, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from('KẾ HOẠCH\nCải cách hành chính\n1. Rà soát thủ tục. Quý II/2026\n'),
  });
  const planted = await home.as(focal, 'write', (ctx) => plantTasks(ctx, [{ title: 'Rà soát' }]));
  const webhook = await home.asProven(home.signIn('admin'), (ctx) =>
    createWebhook(ctx, { name: 'Trục', url: 'https://truc.example/nhan', events: [] }),
  );
  const { rows: named } = await migrator.query<{ id: string }>(
    `(select id from directory.unit where tenant_id = $1 limit 1)
     union all (select id from directory.officer where tenant_id = $1 limit 1)
     union all (select id from directory.role where tenant_id = $1 limit 1)`,
    tenant,
  );
  const made = webhook.ok ? [webhook.value.id] : [];
  ids = [draft, planted.planId, ...planted.ids, ...named.map(({ id }) => id), ...made, newId()];
  // Whoever holds all roles is held up by nothing but the scopes of the key.
  await migrator.query(
    `insert into directory.account_role (tenant_id, account_id, role_id)
     select a.tenant_id, a.id, r.id from directory.account a join directory.role r using (tenant_id)
     where a.tenant_id = $1 and r.code <> 'province' on conflict do nothing`,
    tenant,
  );
  everything = scopesFor(new Map([...home.people.values()].flatMap(({ grants }) => [...grants])));
});

const tokens = new Map<string, Promise<string>>();

/** A key with these scopes. Nobody has more keys than can be overseen, so they are spread over several people. */
function tokenOf(scopes: ScopeSet): Promise<string> {
  const key = scopes.join();
  const owner = (['admin', 'focal', 'officer', 'leader'] as const)[tokens.size % 4] ?? 'admin';
  const known = tokens.get(key) ?? testToken(site.services, home, home.signIn(owner), scopes);
  tokens.set(key, known);
  return known;
}

/** What a key with these scopes is told: how it ended, and how many entries a list has. */
async function told(operation: Operation, scopes: ScopeSet, id: string): Promise<string> {
  const query = new URLSearchParams(
    Object.entries(operation.example.query ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const hasBody = operation.body !== null;
  const answer = await site.app.fetch(
    new Request(`http://localhost/api/v1${operation.path.replaceAll(/:\w+/g, id)}?${query}`, {
      method: operation.verb.toUpperCase(),
      headers: {
        authorization: `Bearer ${await tokenOf(scopes)}`,
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
        ...(operation.isVersioned ? { 'if-match': '"1"' } : {}),
      },
      ...(hasBody ? { body: JSON.stringify(operation.example.body ?? {}) } : {}),
    }),
  );
  const text = await answer.text();
  if (answer.status >= 400) return (JSON.parse(text) as { code: string }).code;
  const isList = operation.verb === 'get' && text.startsWith('{"items":');
  return isList
    ? `${answer.status} ${(JSON.parse(text) as { items: unknown[] }).items.length}`
    : String(answer.status);
}

/** The sets of scopes of which the document says that any one is enough. */
function documented(operation: Operation): ScopeSet[] {
  const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
  return (document.paths[path]?.[operation.verb]?.['x-scopes'] ?? []).map((set) => set.split(' '));
}

const placesOf = (operation: Operation) => (operation.path.includes('/:') ? ids : ['']);

it('the scopes that the document names are enough, and show all that a key with every scope sees', async () => {
  const wrong: string[] = [];
  for (const operation of operations) {
    for (const id of placesOf(operation)) {
      for (const scopes of documented(operation)) {
        const own = await told(operation, scopes, id);
        const isEnough = !['not-in-scope', 'not-allowed'].includes(own);
        if (isEnough && operation.verb !== 'get') continue;
        const most = await told(operation, everything, id);
        if (own !== most) wrong.push(`${operation.id} by ${scopes.join(' ')}: ${own}, else ${most}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

it('fewer or other scopes are refused', async () => {
  const wrong: string[] = [];
  const groups = [...new Set(operations.map((one) => groupOf(one.act ?? one.id)))];
  for (const operation of operations) {
    const sets = documented(operation);
    const own = groups.indexOf(groupOf(operation.act ?? operation.id));
    const other = groups[(own + 1) % groups.length] ?? '';
    const lesser = [['read'], [other], ...sets.flatMap((set) => set.map((scope) => [scope]))].filter(
      (tried) => !sets.some((set) => set.every((scope) => tried.includes(scope))),
    );
    for (const scopes of lesser) {
      const code = await told(operation, scopes, newId());
      if (code !== 'not-in-scope') wrong.push(`${operation.id} by ${scopes.join(' ')}: ${code}`);
    }
  }
  expect(wrong).toEqual([]);
});
