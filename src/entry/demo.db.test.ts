import { beforeAll, expect, it } from 'vitest';
import { type TestServices, testServices } from '#platform/db/testing.ts';
import { demoCommunes } from './demo-people.ts';
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
       (select count(*)::int from planning.plan_draft d where d.tenant_id = t.id) as drafts,
       (select count(*)::int from planning.plan_draft d where d.tenant_id = t.id and d.plan_id is null) as left_over,
       (select count(*)::int from planning.task k where k.tenant_id = t.id and k.assignee_id is not null) as assigned,
       (select count(*)::int from platform.audit_line l where l.tenant_id = t.id) as lines
     from directory.tenant t order by t.slug`,
  );
  return rows;
}

it('is completed by the next start, wherever an earlier one was killed', async () => {
  let kills = 0;
  for (let looks = 5; ; looks = Math.ceil(looks * 1.6)) {
    const ended = await loadDemoOnce(dyingAfter(looks)).then(
      () => 'loaded',
      (error: unknown) => error,
    );
    if (ended === 'loaded') break;
    expect(ended).toBeInstanceOf(Killed);
    kills += 1;
  }
  expect(kills).toBeGreaterThan(4);

  const found = await standing();
  expect(found).toHaveLength(demoCommunes.length + 1);
  for (const { slug, planFile } of demoCommunes) {
    const plans = planFile ? 1 : 0;
    expect(found.find((one) => one.slug === slug)).toMatchObject({
      accounts: 8,
      plans,
      drafts: plans,
      left_over: 0,
    });
  }

  expect(found.find((one) => one.slug === 'dong-ky')?.assigned).toBeGreaterThan(10);

  await loadDemoOnce(services);
  expect(await standing()).toEqual(found);
}, 120_000);
