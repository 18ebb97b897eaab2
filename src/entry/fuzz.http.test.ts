import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { allRoutes, formsOf, signedInPeople, walk } from './attack/testing.ts';
import { apiRoot } from './api/show-reply.ts';
import { operations } from './modules.ts';
import { testSite, type Visitor } from './testing.ts';

/** How many made-up requests a run sends; more by hand. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 1_000);

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof furnishedCommune>>;
let people: Visitor[];
let token: string;
let names: string[];
let ids: string[];

const roles = ['focal', 'admin', 'clerk'] as const;

beforeAll(async () => {
  site = await testSite();
  home = await furnishedCommune(site.services);
  people = await signedInPeople(site, home, roles);
  const scopes = operations.flatMap((operation) => operation.act ?? []);
  token = await testToken(site.services, home, home.signIn('focal'), [
    'planning.task.read',
    'planning.plan.read',
    ...scopes.filter((act) => act.startsWith('planning.')),
  ]);
  const screens = (
    await Promise.all(
      people.map((person) => walk(person, ['/tong-quan', '/quan-tri/don-vi', '/tai-khoan'], 1)),
    )
  ).flat();
  const fields = screens.flatMap(formsOf).flatMap((form) => form.fields.map((field) => field.name));
  const parameters = screens.flatMap((screen) => [
    ...new URL(screen.address, 'http://localhost').searchParams.keys(),
  ]);
  const given = operations.flatMap((operation) => Object.keys(operation.query.shape));
  names = [...new Set([...fields, ...parameters, ...given, 'version', 'deed', 've', 'truoc', 'sau'])];
  const found = screens.flatMap(
    (screen) => screen.body.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}/g) ?? [],
  );
  ids = [...new Set([home.draftId, home.planId, ...home.taskIds, ...found])].slice(0, 200);
});

const hostile = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    "' or 1=1 --",
    '<script>x</script>',
    '../../etc/passwd',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '-1',
    '1e309',
    'NaN',
    '99999999999999999999',
    '2147483648',
    '31/02/2026',
    '0000-00-00',
    '275760-09-14',
    '{{7*7}}',
    '=cmd()',
    '%',
    '%%%%%%%%',
    '_',
    '\\',
    '[object Object]',
    '',
    'luu',
    'nhan',
    'tach',
    'chuyen',
    'gop-tren',
    'task',
    'target',
    'none',
    '>=',
    '2026',
    '1',
    '0',
    'true',
    'null',
    '__proto__',
    'eyJhIjoxfQ',
    '2026-05-12T00:00:00.000000Z_00000000-0000-0000-0000-000000000000',
  ),
  fc.string({ minLength: 3_000, maxLength: 6_000 }),
);
const value = fc.oneof(
  hostile,
  fc.nat().map((at) => ids[at % ids.length] ?? ''),
);
const name = fc.oneof(
  { weight: 9, arbitrary: fc.nat().map((at) => names[at % names.length] ?? 'x') },
  { weight: 1, arbitrary: hostile },
);
const fields = fc.array(fc.tuple(name, value), { maxLength: 12 });

/** What a body may be, beside a form: the right and the wrong thing for each type. */
const body = fc.oneof(
  { weight: 6, arbitrary: fields.map((pairs) => ({ type: 'form', pairs }) as const) },
  { weight: 2, arbitrary: fields.map((pairs) => ({ type: 'parts', pairs }) as const) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 4 }).map((text) => ({ type: 'json', text }) as const) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => ({ type: 'raw', text }) as const) },
  {
    weight: 1,
    arbitrary: fc.nat(5_000).map((depth) => ({ type: 'json', text: '['.repeat(depth) }) as const),
  },
);
type Body = typeof body extends fc.Arbitrary<infer Made> ? Made : never;

const cookie = fc.tuple(
  fc.constantFrom(
    'sauro_session',
    'sauro_step',
    'sauro_flash',
    'sauro_lang',
    'sauro_theme',
    'sauro_sso',
    'x',
  ),
  value,
);

function written(made: Body): { body: BodyInit; headers: Record<string, string> } {
  switch (made.type) {
    case 'form':
      return { body: new URLSearchParams(made.pairs.map(([key, text]) => [key || 'x', text])), headers: {} };
    case 'parts': {
      const parts = new FormData();
      for (const [key, text] of made.pairs) {
        if (text.length % 3 === 0) parts.append(key || 'x', new File([text], text.slice(0, 40)));
        else parts.append(key || 'x', text);
      }
      return { body: parts, headers: {} };
    }
    case 'json':
      return { body: made.text, headers: { 'content-type': 'application/json' } };
    case 'raw':
      return { body: made.text, headers: { 'content-type': 'application/x-www-form-urlencoded; charset=x' } };
  }
}

const addresses = [
  ...allRoutes
    .filter((route) => !/dang-xuat|khoa$/.test(route.path))
    .map((route) => ({ ...route, isApi: false })),
  ...operations.map(({ verb, path }) => ({ verb, path: apiRoot + path, isApi: true })),
];

it('answers made-up requests without breaking', async () => {
  const requested = fc.record({
    route: fc.constantFrom(...addresses),
    who: fc.nat(),
    part: value,
    known: fc.nat(),
    query: fields,
    body,
    cookies: fc.array(cookie, { maxLength: 2 }),
    headers: fc.dictionary(
      fc.constantFrom('accept-language', 'if-match', 'idempotency-key', 'referer', 'user-agent', 'range'),
      fc.string({ maxLength: 30 }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(requested, async ({ route, who, part, known, query, body: made, cookies, headers }) => {
      const path = route.path.replaceAll(/:(\w+)/g, (_, parameter: string) => {
        if (parameter === 'slug' && known % 2 === 0) return home.tenant.slug;
        return encodeURIComponent(
          known % 4 === 0 ? part.replaceAll(/\p{Surrogate}/gu, '?') : (ids[known % ids.length] ?? ''),
        );
      });
      const search = new URLSearchParams(query.map(([key, text]) => [key, text])).toString();
      const address = new URL(search ? `${path}?${search}` : path, 'http://localhost');
      const person = people[who % people.length];
      if (!person) throw new Error('nobody');
      const sent = route.verb === 'get' ? undefined : written(made);
      const planted = cookies.map(
        ([key, text]) => `${key}=${encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '?'))}`,
      );
      const request = new Request(address, {
        method: route.verb.toUpperCase(),
        body: sent?.body ?? null,
        headers: {
          ...Object.fromEntries(
            Object.entries(headers).map(([key, text]) => [key, text.replaceAll(/[^\x20-\x7e]/g, '')]),
          ),
          ...sent?.headers,
          origin: 'http://localhost',
          // Half of the time the person's own session comes first, and counts.
          cookie: [
            ...(known % 2 === 0 ? [person.cookies] : []),
            ...planted,
            ...(known % 2 === 0 ? [] : [person.cookies]),
          ].join('; '),
          ...(route.isApi ? { authorization: `Bearer ${token}` } : {}),
        },
      });
      const response = await site.app.fetch(request);
      const text = await response.text();
      expect(response.status, `${route.verb} ${address.pathname}${address.search}`).toBeLessThan(500);
      expect(text).not.toMatch(/<script>x<\/script>|at \w+ \(.*\.ts:\d+/);
      // Some acts end the session that does them.
      if (known % 50 === 0) await signInAgain(who);
    }),
    { numRuns: requests },
  );
  await signInAgain(0);
  expect((await people[0]?.get('/nhiem-vu'))?.status).toBe(200);
}, 1_800_000);

async function signInAgain(who: number): Promise<void> {
  const at = who % roles.length;
  const screen = await people[at]?.get('/tai-khoan');
  const role = roles[at];
  if (screen?.heading === 'Đăng nhập' && role) await people[at]?.signIn(home.signIn(role));
}
