import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { paperOf } from '#modules/casework/evidence/fixtures.ts';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { scopesFor } from '#modules/directory/api-token/api-token.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { listRows } from '#modules/planning/plan-draft/queries.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import type { Operation } from '#platform/api/operation.ts';
import { newId } from '#platform/db/id.ts';
import { operations } from '../modules.ts';
import { testSite } from '../testing.ts';
import { type Schema, valuesFor } from './schema-values.fixtures.ts';

/** How many made-up requests a run sends; more by hand. */
const requests = Number(process.env.FUZZ_API ?? 600);

interface Described {
  parameters: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: { 'application/json'?: { schema: Schema } } };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

let site: Awaited<ReturnType<typeof testSite>>;
let document: Document;
let ajv: Ajv2020;
let home: Awaited<ReturnType<typeof commune>>;
let away: Awaited<ReturnType<typeof commune>>;
/** Whose people may be locked out and whose records may end while requests are made up. */
let trial: Awaited<ReturnType<typeof commune>>;

beforeAll(async () => {
  site = await testSite();
  home = await commune();
  away = await commune();
  trial = await commune();
  document = (await (
    await site.app.fetch(new Request('http://localhost/api/v1/openapi.json'))
  ).json()) as Document;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  for (const [name, form] of Object.entries(formats)) ajv.addFormat(name, form);
  ajv.addSchema({ $id: 'doc', components: document.components });
});

const formats = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  uri: /^[a-z]+:\S+$/,
  email: /^\S+@\S+$/,
};

const paper =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tQuý II/2026\n';

/** A commune with records of every kind, and the ids of all of them. */
async function commune() {
  const standing = await testTenant(site.services);
  const focal = standing.signIn('focal');
  const draft = await readPlanNow((mode, work) => standing.as(focal, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from(paper),
  });
  const planted = await standing.as(focal, 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Rà soát' }, { title: 'B' }]),
  );
  const rows = await standing.as(focal, 'read', (ctx) => listRows(ctx, draft));
  const { rows: named } = await site.services.migrator.query<{ id: string }>(
    `select id from directory.unit where tenant_id = $1 union select id from directory.officer where tenant_id = $1
     union select id from directory.role where tenant_id = $1`,
    [standing.tenant.id],
  );
  const ids = [
    draft,
    planted.planId,
    ...planted.ids,
    ...rows.map((row) => row.id),
    ...named.map((row) => row.id),
  ];
  return { ...standing, ids };
}

const roles: readonly BuiltInRole[] = ['focal', 'admin', 'officer', 'auditor'];
const tokens = new Map<string, Promise<string>>();

/** A token of this role with everything that its role can give to one. */
function tokenOf(role: BuiltInRole, scopes?: readonly string[], of = home): Promise<string> {
  const name = of.signIn(role);
  const all = scopes ?? scopesFor(of.people.get(name)?.grants ?? new Map());
  const key = `${name} ${all.join()}`;
  const known = tokens.get(key) ?? testToken(site.services, of, name, all);
  tokens.set(key, known);
  return known;
}

function describedOf(operation: Operation): Described {
  const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
  const found = document.paths[path]?.[operation.verb];
  if (!found) throw new Error(`${operation.id} is not in the document`);
  return found;
}

interface Sent {
  readonly params: readonly string[];
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly version?: number;
}

async function send(operation: Operation, token: string, sent: Sent): Promise<Response> {
  let at = 0;
  const path = operation.path.replaceAll(/:\w+/g, () => encodeURIComponent(sent.params[at++] ?? ''));
  const query = new URLSearchParams(
    Object.entries(sent.query ?? {}).map(([name, value]) => [name, String(value)]),
  );
  if (operation.admit) return sendFile(operation, token, `${path}?${query}`, sent);
  const hasBody = operation.verb !== 'get' && (sent.body !== undefined || operation.body !== null);
  return site.app.fetch(
    new Request(`http://localhost/api/v1${path}?${query}`, {
      method: operation.verb.toUpperCase(),
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': 'en',
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
        ...(operation.isVersioned ? { 'if-match': `"${sent.version ?? 1}"` } : {}),
      },
      ...(hasBody ? { body: JSON.stringify(sent.body ?? null) } : {}),
    }),
  );
}

/** A made-up body as a file: now and then it is one that is taken. */
async function sendFile(
  operation: Operation,
  token: string,
  address: string,
  { body, version }: Sent,
): Promise<Response> {
  return site.app.fetch(
    new Request(`http://localhost/api/v1${address}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': 'en',
        'content-type': 'application/octet-stream',
        ...(operation.isVersioned ? { 'if-match': `"${version ?? 1}"` } : {}),
      },
      body: typeof body === 'string' ? body : new Uint8Array(paperOf(JSON.stringify(body ?? null))),
    }),
  );
}

const compiled = new Map<string, ReturnType<Ajv2020['compile']>>();

/** What of an answer does not keep to the document; undefined where all does. */
async function breach(operation: Operation, response: Response): Promise<string | undefined> {
  const text = await response.text();
  const said = describedOf(operation).responses[String(response.status)];
  if (!said) return `${operation.id}: ${response.status} is not described: ${text.slice(0, 300)}`;
  if (operation.kind === 'file' && response.status === 200) {
    const type = response.headers.get('content-type') ?? '';
    return type in (said.content ?? {}) ? undefined : `${operation.id}: ${type} is not described`;
  }
  const [type, content] = Object.entries(said.content ?? {})[0] ?? [];
  if (!type || !content)
    return text === '' ? undefined : `${operation.id}: ${response.status} should be empty`;
  if (!response.headers.get('content-type')?.startsWith(type)) return `${operation.id}: not ${type}`;
  const schema = JSON.parse(
    JSON.stringify(content.schema).replaceAll('"#/components', '"doc#/components'),
  ) as object;
  const key = `${operation.id} ${response.status}`;
  const validate = compiled.get(key) ?? ajv.compile(schema);
  compiled.set(key, validate);
  return validate(JSON.parse(text)) ? undefined : `${operation.id}: ${ajv.errorsText(validate.errors)}`;
}

describe('the document', () => {
  it('is OpenAPI 3.1 as its own schema says', async () => {
    const checked = await new Validator().validate(structuredClone(document) as never);
    expect(checked.errors ?? []).toEqual([]);
    expect(checked.valid).toBe(true);
  });

  it('names every operation once, and each stands under the act that it does', () => {
    const ids = operations.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      const described = describedOf(operation) as unknown as { operationId: string; 'x-act'?: string };
      expect(described.operationId).toBe(operation.id);
      expect(described['x-act'] ?? null).toBe(operation.act);
    }
  });

  it('speaks both languages', async () => {
    const summaries = async (lang: string) => {
      const answer = await site.app.fetch(
        new Request('http://localhost/api/v1/openapi.json', { headers: { 'accept-language': lang } }),
      );
      const { paths } = (await answer.json()) as {
        paths: Record<string, Record<string, { summary: string }>>;
      };
      return Object.values(paths).flatMap((path) => Object.values(path).map((one) => one.summary));
    };
    const [vi, en] = [await summaries('vi'), await summaries('en')];
    expect(vi.every((text, at) => text !== '' && text !== en[at])).toBe(true);
  });
});

describe('every operation', () => {
  it('answers made-up requests as the document says, and never breaks', async () => {
    const wanted = operations.map((operation) => {
      const described = describedOf(operation);
      const ids = [...trial.ids, ...away.ids.slice(0, 3), newId()];
      const query = Object.fromEntries(
        described.parameters
          .filter((one) => one.in === 'query')
          .map((one) => [one.name, valuesFor(one.schema, ids)]),
      );
      return fc.record({
        operation: fc.constant(operation),
        params: fc.array(
          fc.oneof(
            { weight: 9, arbitrary: fc.constantFrom(...ids) },
            { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii' }) },
          ),
          { minLength: 2, maxLength: 2 },
        ),
        query: fc.record(query, { requiredKeys: [] }),
        body: valuesFor(
          described.requestBody?.content['application/json']?.schema ?? { type: 'object' },
          ids,
        ),
        version: fc.integer({ min: 1, max: 3 }),
        role: fc.constantFrom(...roles),
      });
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(...wanted), async ({ operation, role, ...sent }) => {
        const response = await send(operation, await tokenOf(role, undefined, trial), sent);
        expect(response.status, `of ${operation.id}`).toBeLessThan(500);
        expect(await breach(operation, response)).toBeUndefined();
      }),
      { numRuns: requests },
    );
  }, 300_000);

  it('finds nothing of another commune', async () => {
    const token = { admin: await tokenOf('admin'), focal: await tokenOf('focal') };
    const seen: string[] = [];
    for (const operation of operations.filter((one) => one.path.includes('/:'))) {
      for (const role of ['admin', 'focal'] as const) {
        for (const id of away.ids.slice(0, 4)) {
          const response = await send(operation, token[role], {
            params: [id, id],
            body: operation.example.body,
          });
          if (![403, 404].includes(response.status)) seen.push(`${operation.id}: ${response.status}`);
        }
      }
    }
    expect(seen).toEqual([]);
  });
});
