import { beforeAll, expect, it } from 'vitest';
import type { HistoryLine } from '#modules/casework/history/history.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { lineNamesIn } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let line: HistoryLine;
let taskId: string;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const planted = await home.as(home.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{ title: 'Việc' }]));
  taskId = planted.ids[0] ?? '';
  line = { recordKind: 'task', recordId: taskId, before: null, after: null } as HistoryLine;
});

it('names what stands in the lines to those who may read them, and nothing of another commune', async () => {
  const reader = allPowerful({ acts: ['platform.audit.read'] });
  const names = (where: typeof home) =>
    asAnybody({ services, tenant: where.tenant }, reader, (ctx) => lineNamesIn(ctx, [line]));
  expect((await names(home)).get(taskId)).toContain('Việc');
  expect((await names(away)).size).toBe(0);
  const came = await attempt({ services, tenant: home.tenant }, allPowerful({ acts: [] }), (ctx) =>
    lineNamesIn(ctx, [line]),
  );
  expect(came).toBe('forbidden');
});
