import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { packedTasks } from '#modules/planning/task/packed-tasks.server.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { allPowerful, asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { finishPackage, orderPackage } from './commands.server.ts';
import * as policy from './policy.ts';
import { findPackageToMake, getPackage } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
const asked = { title: 'Nhiệm vụ', query: '', recordId: null };

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

it('is asked for by those who may, and shown to the one who asked and to nobody else', async () => {
  const order = (name: string) => home.as(name, 'write', (ctx) => orderPackage(ctx, packedTasks, asked));
  const made = await order(home.signIn('officer'));
  const id = made.ok ? made.value : '';
  const roles = ['officer', 'leader', 'admin'] as const;
  const found = await Promise.allSettled(
    roles.map((role) => home.as(home.signIn(role), 'read', (ctx) => getPackage(ctx, id))),
  );
  const accountId = home.people.get(home.signIn('officer'))?.accountId ?? '';
  const may = roles.map((role) => {
    const actor = home.people.get(home.signIn(role));
    return actor !== undefined && policy.read(actor, { accountId }).allowed;
  });
  expect(found.map(({ status }) => status === 'fulfilled')).toEqual(may);
  expect(may).toEqual([true, false, false]);
  const elsewhere = { services, tenant: away.tenant };
  await expect(asAnybody(elsewhere, allPowerful({ acts: [] }), (ctx) => getPackage(ctx, id))).rejects.toThrow(
    NotFound,
  );
  expect(
    await asAnybody(elsewhere, allPowerful({ acts: [] }), (ctx) => findPackageToMake(ctx, id)),
  ).toBeUndefined();
  const nobody = allPowerful({ acts: [] });
  expect(policy.make(nobody).allowed).toBe(false);
  expect(
    await attempt({ services, tenant: home.tenant }, nobody, (ctx) => orderPackage(ctx, packedTasks, asked)),
  ).toBe('forbidden');
});

it('is finished by the job alone, with a line', async () => {
  const made = await home.as(home.signIn('focal'), 'write', (ctx) => orderPackage(ctx, packedTasks, asked));
  const id = made.ok ? made.value : '';
  const one = await home.as(home.signIn('focal'), 'read', (ctx) => getPackage(ctx, id));
  const place = { services, tenant: home.tenant };
  const fail = { failure: 'none' } as const;
  expect(await attempt(place, allPowerful({ acts: [] }), (ctx) => finishPackage(ctx, one, fail))).toBe(
    'forbidden',
  );
  const actor = systemActor('job', ['casework.evidence-package.record']);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'job' };
  await openCtx(services, 'write', occasion, (ctx) => finishPackage(ctx, one, fail));
  const found = await home.as(home.signIn('focal'), 'read', (ctx) => getPackage(ctx, id));
  expect(found).toMatchObject({ state: 'failed', failure: 'none' });
  const { rows } = await services.migrator.query<{ act: string }>(
    'select act from platform.audit_line where record_id = $1 order by at, id',
    [id],
  );
  expect(rows.map(({ act }) => act.split('.').at(-1))).toEqual(['make', 'record']);
});
