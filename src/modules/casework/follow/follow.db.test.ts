import { beforeAll, expect, it } from 'vitest';
import { loadWorkCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { listTasks, taskList, taskOwner } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { beginFollowing, stopFollowing } from './commands.server.ts';
import { listFollowers } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let task: string;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const planted = await as('focal', (ctx) => plantTasks(ctx, [{ title: 'Theo' }, { title: 'Không theo' }]));
  task = planted.ids[0] ?? '';
});

const as = <Result>(role: Parameters<typeof home.signIn>[0], work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);
const followed = (role: Parameters<typeof home.signIn>[0]) =>
  as(role, async (ctx) => {
    const found = await listTasks(ctx, await loadWorkCalendar(ctx.db), taskList({ 'theo-doi': 'co' }));
    return found.rows.map(({ title }) => title);
  });

it('puts the record into the list of whoever follows it, once, and takes it out again', async () => {
  expect(await followed('officer')).toEqual([]);
  expect(await as('officer', (ctx) => beginFollowing(ctx, taskOwner, task))).toMatchObject({ ok: true });
  expect(await as('officer', (ctx) => beginFollowing(ctx, taskOwner, task))).toMatchObject({
    code: 'followed',
  });
  expect(await followed('officer')).toEqual(['Theo']);
  expect(await followed('leader')).toEqual([]);
  const followers = await as('leader', (ctx) => listFollowers(ctx, taskOwner, task));
  expect(followers.map(({ name, reason }) => [name, reason])).toEqual([
    [home.people.get(home.signIn('officer'))?.name, 'asked'],
  ]);
  expect(await as('officer', (ctx) => stopFollowing(ctx, taskOwner, task))).toMatchObject({ ok: true });
  expect(await as('officer', (ctx) => stopFollowing(ctx, taskOwner, task))).toMatchObject({
    code: 'not-followed',
  });
  expect(await followed('officer')).toEqual([]);
});

it('writes each into the audit of the record', async () => {
  const { rows } = await services.migrator.query<{ act: string }>(
    `select act from platform.audit_line where record_id = $1 and act like 'casework.follow.%' order by at, id`,
    [task],
  );
  expect(rows.map(({ act }) => act)).toEqual(['casework.follow.begin', 'casework.follow.stop']);
});
