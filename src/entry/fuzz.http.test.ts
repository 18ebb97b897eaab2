import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { listRows } from '#modules/planning/plan-draft/queries.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import type { Route } from '#platform/http/route.ts';
import { publicRoutes, routes, visitRoutes } from './modules.ts';
import { testSite, type Visitor } from './testing.ts';

/** How many made-up requests a run sends; more by hand. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 1_200);

let site: Awaited<ReturnType<typeof testSite>>;
let visitor: Visitor;
let ids: string[];
let slug: string;
let focal: string;

beforeAll(async () => {
  site = await testSite();
  const home = await testTenant(site.services);
  focal = home.signIn('focal');
  slug = home.tenant.slug;
  visitor = site.visitor();
  await visitor.signIn(focal);
  const draft = await readPlanNow((mode, work) => home.as(focal, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from(
      'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát\tBáo cáo\tPhòng Kinh tế\tQuý II/2026\n',
    ),
  });
  const planted = await home.as(focal, 'write', (ctx) => plantTasks(ctx, [{ title: 'Rà soát' }]));
  const rows = await home.as(focal, 'read', (ctx) => listRows(ctx, draft));
  ids = [draft, planted.planId, ...planted.ids, ...rows.map((row) => row.id)];
}, 60_000);

/** Names that forms and addresses of the product use. */
const names = `
  tim trang sap-xep han don-vi ke-hoach trang-thai nam loai xem dong o cach nguon version deed
  task lead due_text due_day value year operator cut_field cut_tail move_field move_words move_to
  pair row kind after plan title date year_from text html way tasks code keys mend opened name
  password assignee approver unit due number signerName signerTitle
`
  .trim()
  .split(/\s+/);

const hostile = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    "' or 1=1 --",
    '<script>x</script>',
    '../../etc/passwd',
    '\u0000',
    '\ud800',
    '-1',
    '1e309',
    'NaN',
    '99999999999999999999',
    '31/02/2026',
    '{{7*7}}',
    '=cmd()',
    '%',
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
  ),
  fc.string({ minLength: 3_000, maxLength: 6_000 }),
);
const value = fc.oneof(
  hostile,
  fc.nat(20).map((at) => ids[at % ids.length] ?? ''),
);
const fields = fc.array(
  fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, hostile), value),
  {
    maxLength: 12,
  },
);

const all: readonly Pick<Route, 'verb' | 'path'>[] = [
  ...routes,
  ...visitRoutes,
  ...publicRoutes.map(({ path }) => ({ verb: 'get' as const, path })),
];

it('answers made-up requests without breaking', async () => {
  const requested = fc.record({
    route: fc.constantFrom(...all.filter((route) => !route.path.includes('/dang-xuat'))),
    part: value,
    known: fc.nat(100),
    query: fields,
    body: fields,
  });
  await fc.assert(
    fc.asyncProperty(requested, async ({ route, part, known, query, body }) => {
      const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
        if (name === 'slug' && known % 2 === 0) return slug;
        return encodeURIComponent(
          known % 4 === 0 ? part.replaceAll(/\p{Surrogate}/gu, '?') : (ids[known % ids.length] ?? ''),
        );
      });
      const search = new URLSearchParams(query.map(([name, text]) => [name, text])).toString();
      const address = search ? `${path}?${search}` : path;
      const screen =
        route.verb === 'get'
          ? await visitor.get(address)
          : await visitor.post(path, Object.fromEntries(body.map(([name, text]) => [name || 'x', text])));
      expect(screen.status, `${route.verb} ${address}`).toBeLessThan(500);
      // Some acts end the session that does them.
      if (screen.heading === 'Đăng nhập') await visitor.signIn(focal);
      expect(screen.body).not.toMatch(/<script>x<\/script>|at \w+ \(.*\.ts:\d+/);
    }),
    { numRuns: requests },
  );
  expect((await visitor.get('/du-thao')).heading).toBe('Dự thảo kế hoạch');
}, 600_000);
