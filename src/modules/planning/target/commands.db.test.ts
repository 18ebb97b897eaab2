import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { plantTasks } from '../task/fixtures.ts';
import { editTarget, undoTargetEdit } from './commands.server.ts';
import { getTarget, listTargetEvents, listTargetsOfPlan } from './queries.server.ts';
import type { TargetFacts } from './target.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let planId: Id<'plan'>;
let id: Id<'target'>;

const said: TargetFacts = {
  text: 'Hồ sơ đúng hạn đạt từ 98 % trở lên',
  metric: null,
  operator: '>=',
  value: 98.5,
  unit: '%',
  denominatorScope: 'hồ sơ đã giải quyết',
  year: 2026,
};
const edit = { to: said, reason: 'Gõ sai khi nhập', version: 1 };

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

beforeEach(async () => {
  await as('focal', async (ctx) => {
    ({ planId } = await plantTasks(ctx, [{}]));
    await plantPapers(ctx, planId, { targets: [{ text: 'Hồ sơ đúng hạn' }] });
    id = (await listTargetsOfPlan(ctx, planId))[0]?.id as Id<'target'>;
  });
});

function as<Value>(who: Parameters<typeof home.signIn>[0], work: (ctx: Ctx) => Promise<Value>) {
  return home.as(home.signIn(who), 'write', work);
}

describe('editing a target', () => {
  it('changes what it says, keeps how it stood, and is audited with both', async () => {
    expect(await as('focal', (ctx) => editTarget(ctx, id, edit))).toEqual({
      ok: true,
      value: { version: 2 },
    });
    const [now, events] = await as('focal', async (ctx) => [
      await getTarget(ctx, id),
      await listTargetEvents(ctx, id),
    ]);
    expect(now).toMatchObject({ ...said, version: 2 });
    expect(events).toMatchObject([
      {
        kind: 'edited',
        reason: 'Gõ sai khi nhập',
        version: 2,
        before: { text: 'Hồ sơ đúng hạn', value: 98 },
      },
    ]);
    const { rows } = await services.migrator.query(
      "select act, before, after from platform.audit_line where record_kind = 'target' and record_id = $1",
      [id],
    );
    expect(rows).toMatchObject([
      {
        act: 'planning.target.edit',
        before: { value: 98 },
        after: { value: 98.5, reason: 'Gõ sai khi nhập' },
      },
    ]);
  });

  it('is refused a second time, after somebody else, and when nothing differs', async () => {
    await as('focal', (ctx) => editTarget(ctx, id, edit));
    expect(await as('focal', (ctx) => editTarget(ctx, id, edit))).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await as('focal', (ctx) => editTarget(ctx, id, { ...edit, version: 2 }))).toMatchObject({
      code: 'nothing-changed',
    });
  });

  it('is taken back while nobody has changed the target since, and only the last one', async () => {
    await as('focal', (ctx) => editTarget(ctx, id, edit));
    expect(await as('focal', (ctx) => undoTargetEdit(ctx, id, 2))).toEqual({
      ok: true,
      value: { version: 3 },
    });
    const now = await as('focal', (ctx) => getTarget(ctx, id));
    expect(now).toMatchObject({ text: 'Hồ sơ đúng hạn', value: 98, denominatorScope: null, version: 3 });
    expect(await as('focal', (ctx) => undoTargetEdit(ctx, id, 2))).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await as('focal', (ctx) => undoTargetEdit(ctx, id, Number.NaN))).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('is for targets of plans in force', async () => {
    await services.migrator.query("update planning.plan set state = 'replaced' where id = $1", [planId]);
    expect(await as('focal', (ctx) => editTarget(ctx, id, edit))).toMatchObject({ code: 'replaced' });
  });

  it('is for those whose role says so, and of their own commune', async () => {
    await expect(as('officer', (ctx) => editTarget(ctx, id, edit))).rejects.toMatchObject({
      name: 'Forbidden',
    });
    await expect(as('officer', (ctx) => undoTargetEdit(ctx, id, 2))).rejects.toMatchObject({
      name: 'Forbidden',
    });
    const away = await testTenant(services);
    const fromThere = away.as(away.signIn('focal'), 'write', (ctx) => editTarget(ctx, id, edit));
    await expect(fromThere).rejects.toMatchObject({ name: 'NotFound' });
    await expect(as('focal', (ctx) => editTarget(ctx, 'khong-phai-ma', edit))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});
