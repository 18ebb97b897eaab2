import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { draftTestPaper, testSource } from '#modules/planning/chasing-paper/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { issuePaper } from '../issued-paper/issue.server.ts';
import type { IssuedPaper } from '../issued-paper/issued-paper.ts';
import * as paperPolicy from '../issued-paper/policy.ts';
import { getPaper } from '../issued-paper/queries.server.ts';
import { finishBatch, orderBatch } from './commands.server.ts';
import * as policy from './policy.ts';
import {
  findBatchToMake,
  getBatch,
  isStillSeen,
  listBatchPapers,
  listNumbersAround,
} from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let from: Drawn;
let papers: ReadonlyMap<string, IssuedPaper>;
let draft = '';

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  from = {
    acts: ['casework.issued-paper.read', 'casework.paper-batch.make'],
    officerIds: [...home.people.values()].flatMap((one) => one.officerId ?? []),
    unitIds: [...home.units.values()],
  };
  const units = [...home.units.values()].slice(0, 2);
  const dueOn = addDays(services.clock.today(), -20);
  papers = await home.as(home.signIn('focal'), 'write', async (ctx) => {
    await plantTasks(
      ctx,
      units.map((leadUnitId) => ({ leadUnitId, dueOn })),
    );
    const read = new Map<string, IssuedPaper>();
    for (const unitIds of [units.slice(0, 1), units.slice(1, 2), []]) {
      const id = await draftTestPaper(ctx, 'reminder-letter', { unitIds });
      await issuePaper(ctx, testSource('reminder-letter'), id, {
        note: '',
        on: ctx.clock.today(),
        version: 1,
      });
      read.set(id, await getPaper(ctx, id));
    }
    draft = await draftTestPaper(ctx, 'reminder-letter');
    return read;
  });
});

it('puts just the papers together that the person sees, and knows the numbers of no others', async () => {
  const place = { services, tenant: home.tenant };
  const rights = {
    records: papers,
    mayRead: (actor: Parameters<typeof paperPolicy.read>[0], paper: IssuedPaper) =>
      paperPolicy.read(actor, paper).allowed,
  };
  const ids = [...papers.keys(), draft, 'x', ''];
  const chosen = async (ctx: Ctx) => (await listBatchPapers(ctx, ids)).map(({ id }) => id);
  await showsWhatMayBeRead<IssuedPaper>(place, from, { ...rights, shown: chosen });
  const byNumber = new Map([...papers].map(([id, paper]) => [paper.issued?.number, id]));
  const all = await asAnybody(place, allPowerful(from), (ctx) => listBatchPapers(ctx, ids));
  await showsWhatMayBeRead<IssuedPaper>(place, from, {
    ...rights,
    shown: async (ctx) =>
      (await listNumbersAround(ctx, all)).map(({ number }) => byNumber.get(number) ?? 'none'),
  });
  const elsewhere = { services, tenant: away.tenant };
  expect(await asAnybody(elsewhere, allPowerful(from), chosen)).toEqual([]);
});

it('is for the one who asked, who must still see every paper when taking it', async () => {
  const order = (name: string, ids: readonly string[]) =>
    home.as(name, 'write', (ctx) => orderBatch(ctx, ids));
  const made = await order(home.signIn('leader'), [...papers.keys(), draft]);
  const id = made.ok ? made.value : '';
  const roles = ['leader', 'focal', 'officer'] as const;
  const found = await Promise.allSettled(
    roles.map((role) => home.as(home.signIn(role), 'read', (ctx) => getBatch(ctx, id))),
  );
  const accountId = home.people.get(home.signIn('leader'))?.accountId ?? '';
  const may = roles.map((role) => {
    const actor = home.people.get(home.signIn(role));
    return actor !== undefined && policy.read(actor, { accountId }).allowed;
  });
  expect(found.map(({ status }) => status === 'fulfilled')).toEqual(may);
  expect(may).toEqual([true, false, false]);
  const batch = await home.as(home.signIn('leader'), 'read', (ctx) => getBatch(ctx, id));
  expect(batch).toMatchObject({ state: 'waiting', paperCount: 3 });
  const sees = (role: (typeof roles)[number]) =>
    home.as(home.signIn(role), 'read', (ctx) => isStillSeen(ctx, batch));
  expect([await sees('leader'), await sees('officer')]).toEqual([true, false]);
  const elsewhere = { services, tenant: away.tenant };
  await expect(asAnybody(elsewhere, allPowerful(from), (ctx) => getBatch(ctx, id))).rejects.toThrow(NotFound);
  expect(await asAnybody(elsewhere, allPowerful(from), (ctx) => findBatchToMake(ctx, id))).toBeUndefined();
  expect(await order(home.signIn('leader'), [draft, 'x'])).toMatchObject({ code: 'nothing' });
  const many = Array.from({ length: 201 }, () => draft);
  expect(await order(home.signIn('leader'), many)).toMatchObject({ code: 'too-many' });
  const nobody = allPowerful({ acts: ['casework.issued-paper.read'] });
  const place = { services, tenant: home.tenant };
  expect(await attempt(place, nobody, (ctx) => orderBatch(ctx, [...papers.keys()]))).toBe('forbidden');
});

it('is finished by the program alone, with a line', async () => {
  const made = await home.as(home.signIn('focal'), 'write', (ctx) => orderBatch(ctx, [...papers.keys()]));
  const one = await home.as(home.signIn('focal'), 'read', (ctx) => getBatch(ctx, made.ok ? made.value : ''));
  const place = { services, tenant: home.tenant };
  const fail = { failure: 'not-set' } as const;
  expect(await attempt(place, allPowerful({ acts: [] }), (ctx) => finishBatch(ctx, one, fail))).toBe(
    'forbidden',
  );
  const actor = systemActor('job', ['casework.paper-batch.record']);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'job' };
  await openCtx(services, 'write', occasion, (ctx) => finishBatch(ctx, one, fail));
  expect(await home.as(home.signIn('focal'), 'read', (ctx) => getBatch(ctx, one.id))).toMatchObject({
    state: 'failed',
    failure: 'not-set',
  });
  const { rows } = await services.migrator.query<{ act: string }>(
    'select act from platform.audit_line where record_id = $1 order by at, id',
    [one.id],
  );
  expect(rows.map(({ act }) => act.split('.').at(-1))).toEqual(['make', 'record']);
});
