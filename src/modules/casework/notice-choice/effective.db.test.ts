import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { effectiveChoices } from './effective.server.ts';
import { builtInChoice } from './notice-choice.ts';

it('is what the person, the unit and the office say, each for their own', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  const away = await testTenant(services);
  const who = home.signIn('officer');
  const officers = await home.as(who, 'read', async (ctx) =>
    ctx.db
      .selectFrom('directory.published_officer')
      .select(['id', 'unit_id'])
      .where('tenant_id', '=', ctx.tenant.id)
      .execute(),
  );
  const ids = officers.map(({ id }) => id as Parameters<typeof effectiveChoices>[2][number]);
  const [first] = officers;
  const say = (unitId: string | null, officerId: string | null, chosen: object) =>
    services.migrator.query(
      `insert into casework.notice_choice (tenant_id, id, unit_id, officer_id, chosen, chosen_before, chosen_at, chosen_by)
       values ($1, $2, $3, $4, $5, '{}', now(), 'thử')`,
      [home.tenant.id, newId(), unitId, officerId, chosen],
    );
  await say(null, null, { lateEvery: 5, digestAt: '08:00' });
  await say(first?.unit_id ?? null, null, { digestAt: null, when: { step: { mail: 'off' } } });
  await say(null, first?.id ?? null, { onTheDay: false });
  const found = await home.as(who, 'read', (ctx) => effectiveChoices(ctx.db, ctx.tenant.id, ids));
  expect(found.size).toBe(ids.length);
  for (const { id, unit_id } of officers) {
    const choice = found.get(id as (typeof ids)[number]);
    const isOfUnit = unit_id === first?.unit_id;
    expect(choice).toEqual({
      ...builtInChoice,
      lateEvery: 5,
      digestAt: isOfUnit ? null : '08:00',
      onTheDay: id !== first?.id,
      when: isOfUnit
        ? { ...builtInChoice.when, step: { ...builtInChoice.when.step, mail: 'off' } }
        : builtInChoice.when,
    });
  }
  const elsewhere = await away.as(away.signIn('officer'), 'read', (ctx) =>
    effectiveChoices(ctx.db, ctx.tenant.id, ids),
  );
  expect(elsewhere.size).toBe(0);
});
