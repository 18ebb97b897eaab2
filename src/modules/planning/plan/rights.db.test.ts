import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Actor, Scope } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { targetList } from '../target/input.ts';
import { listTargets } from '../target/queries.server.ts';
import { plantTasks } from '../task/fixtures.ts';
import { plantPapers } from './fixtures.ts';
import { readList } from '#platform/list/address.ts';
import { planRows } from './listed.server.ts';
import { planListShape } from './plan-list.ts';
import * as policy from './policy.ts';
import { getPlan, listCitations, listPlans, listReportRegimes, listSections } from './queries.server.ts';
import { visibleTo } from './visible-to.server.ts';

const planOf = (query: Readonly<Record<string, string>>) => readList(planListShape, Object.entries(query));

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let plans: readonly string[];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const plant = async () => {
    const { planId } = await home.as(home.signIn('focal'), 'write', async (ctx) => {
      const planted = await plantTasks(ctx, [{}]);
      await plantPapers(ctx, planted.planId, {
        targets: [{ text: 'Chỉ tiêu' }],
        reports: [{ period: 'year' }],
      });
      return planted;
    });
    return planId;
  };
  plans = [await plant(), await plant()];
});

describe('what is shown of plans and what the policy allows', () => {
  it('agree for every grant and scope', async () => {
    const scopes = fc.constantFrom<Scope | undefined>('all', 'unit', 'own', undefined);
    const grants = fc.record({
      'planning.plan.read': scopes,
      'planning.task.read': scopes,
      'planning.plan-draft.read': scopes,
    });
    await fc.assert(
      fc.asyncProperty(grants, async (given) => {
        const actor = person(given);
        const seen = await as(actor, home, (ctx) =>
          ctx.db
            .selectFrom('planning.plan')
            .select('id')
            .where('tenant_id', '=', ctx.tenant.id)
            .where(visibleTo(actor))
            .execute(),
        );
        const targets = await as(actor, home, (ctx) => listTargets(ctx, targetList()));
        const listed = await as(actor, home, (ctx) => planRows.page(ctx, planOf({})));
        const isAllowed = policy.read(actor).allowed;
        expect(seen.map((row) => row.id).sort()).toEqual(isAllowed ? [...plans].sort() : []);
        expect(listed.rows.map((row) => row.id as string).sort()).toEqual(seen.map((row) => row.id).sort());
        expect(targets.rows).toHaveLength(isAllowed ? plans.length : 0);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses the lists to those without the grant', async () => {
    const actor = person({});
    await expect(as(actor, home, listPlans)).rejects.toBeInstanceOf(Forbidden);
    await expect(as(actor, home, (ctx) => listReportRegimes(ctx))).rejects.toBeInstanceOf(Forbidden);
  });

  it('never reach into another commune', async () => {
    const actor = person({ 'planning.plan.read': 'all' });
    expect(await as(actor, away, listPlans)).toEqual([]);
    expect(await as(actor, away, (ctx) => listReportRegimes(ctx))).toEqual([]);
    expect((await as(actor, away, (ctx) => listTargets(ctx, targetList()))).rows).toEqual([]);
    for (const id of plans) {
      expect(await as(actor, away, (ctx) => listSections(ctx, id as Id<'plan'>))).toEqual([]);
      expect(await as(actor, away, (ctx) => listCitations(ctx, id as Id<'plan'>))).toEqual([]);
      await expect(as(actor, away, (ctx) => getPlan(ctx, id))).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('knows no plan by a made-up address', async () => {
    const actor = person({ 'planning.plan.read': 'all' });
    for (const id of ['', 'x', newId(), "' or true --"]) {
      await expect(as(actor, home, (ctx) => getPlan(ctx, id))).rejects.toBeInstanceOf(NotFound);
    }
  });
});

function as<Result>(actor: Actor, where: typeof home, work: Parameters<typeof openCtx<Result>>[3]) {
  return openCtx(services, 'read', { tenant: where.tenant, actor, lang: 'vi', requestId: newId() }, work);
}

function person(given: Readonly<Record<string, Scope | undefined>>): Actor {
  const grants = Object.entries(given).filter((entry): entry is [string, Scope] => entry[1] !== undefined);
  return {
    kind: 'person',
    accountId: newId<'account'>(),
    officerId: null,
    name: 'Người thử',
    unitIds: [],
    unitName: '',
    roles: [],
    grants: new Map(grants),
  };
}
