import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { findStanding } from '#modules/directory/index.server.ts';
import { readPlanNow } from '#modules/planning/index.server.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { type TestServices, testServices } from '#platform/db/testing.ts';
import { demoCommunes } from './people.ts';
import { loadDemoOnce } from './demo.ts';

let services: TestServices;

beforeAll(async () => {
  services = await testServices();
});

class Killed extends Error {
  override readonly name = 'Killed';
}

/** The same surroundings, in which everything ends once the clock was looked at so often: all that is open is taken back. */
function dyingAfter(looks: number): TestServices {
  let left = looks;
  const now = () => {
    left -= 1;
    if (left < 0) throw new Killed();
    return services.clock.now();
  };
  return { ...services, clock: { ...services.clock, now } };
}

async function standing(): Promise<Record<string, unknown>[]> {
  const { rows } = await services.migrator.query<Record<string, unknown>>(
    `select t.slug,
       (select count(*)::int from directory.account a where a.tenant_id = t.id) as accounts,
       (select count(*)::int from planning.plan p where p.tenant_id = t.id) as plans,
       (select count(*)::int from planning.plan_draft d where d.tenant_id = t.id and d.state <> 'discarded') as drafts,
       (select count(*)::int from planning.plan_draft d where d.tenant_id = t.id and d.plan_id is null and d.state <> 'discarded') as left_over,
       (select count(*)::int from planning.task k where k.tenant_id = t.id and k.assignee_id is not null) as assigned,
       (select count(*)::int from platform.audit_line l where l.tenant_id = t.id) as lines
     from directory.tenant t order by t.slug`,
  );
  return rows;
}

/** A commune whose plan the reader gave up, as on a machine that was too busy; false while it is not set up yet. */
async function refuseReading(): Promise<boolean> {
  const home = await findStanding(services, 'dong-ky');
  if (!home || (await standing()).some((one) => one['slug'] === 'dong-ky' && one['plans'] === 1))
    return false;
  const fileName = 'dong-ky-2026.docx';
  const bytes = await readFile(join(productRoot, 'seed', 'plans', fileName));
  await readPlanNow((mode, work) => home.as('dongky.daumoi', mode, work), { fileName, bytes });
  const { rowCount } = await services.migrator.query(
    `update planning.plan_draft set state = 'refused', refusal_code = 'too-slow'
     where tenant_id = $1 and plan_id is null`,
    [home.tenant.id],
  );
  return rowCount !== 0;
}

it('is completed by the next start, wherever an earlier one was killed', async () => {
  let kills = 0;
  let hasRefused = false;
  for (let looks = 5; ; looks = Math.ceil(looks * 1.6)) {
    const ended = await loadDemoOnce(dyingAfter(looks)).then(
      () => 'loaded',
      (error: unknown) => error,
    );
    if (ended === 'loaded') break;
    expect(ended).toBeInstanceOf(Killed);
    kills += 1;
    if (!hasRefused) hasRefused = await refuseReading();
  }
  expect(kills).toBeGreaterThan(4);
  expect(hasRefused).toBe(true);

  const found = await standing();
  expect(found).toHaveLength(demoCommunes.length + 1);
  for (const { slug, planFile } of demoCommunes) {
    const plans = planFile ? 1 : 0;
    expect(found.find((one) => one.slug === slug)).toMatchObject({
      accounts: 9,
      plans,
      drafts: plans,
      left_over: 0,
    });
  }

  expect(found.find((one) => one.slug === 'dong-ky')?.assigned).toBeGreaterThan(10);

  await loadDemoOnce(services);
  expect(await standing()).toEqual(found);
});
