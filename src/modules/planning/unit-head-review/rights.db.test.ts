import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { decideReview, proposeReview, scoreReview } from './commands/judge.server.ts';
import { openMonth } from './commands/open-month.server.ts';
import { recordReviewExport } from './commands/record-export.server.ts';
import { reopenReview } from './commands/reopen.server.ts';
import { setRules } from './commands/set-rules.server.ts';
import { onDay, openTestMonth, testMonth } from './fixtures.ts';
import { readMonth } from './month-view.server.ts';
import * as policy from './policy.ts';
import { getFrozenWork, getReview, listDecided, listReviews, type ReviewRecord } from './queries.server.ts';
import { findReferenceRules } from './reference.server.ts';
import type { ReviewRules } from './review-rules.ts';
import type { ReviewDeed, ReviewRelations } from './unit-head-review.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let reviews: ReadonlyMap<string, ReviewRecord>;
let from: Drawn;

const verbs = ['read', 'score', 'propose', 'decide', 'reopen', 'open', 'export', 'set-rules'];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  reviews = new Map([...(await openTestMonth(home)).values()].map((review) => [review.id, review]));
  from = {
    acts: verbs.map((verb) => `planning.unit-head-review.${verb}`),
    officerIds: [...home.people.values()].flatMap((one) => one.officerId ?? []),
    unitIds: [...home.units.values()],
  };
});

it('shows each person just the evaluations that the policy lets them read', async () => {
  expect(reviews.size).toBe(2);
  const place = { services, tenant: home.tenant };
  const shows = (shown: (ctx: Ctx) => Promise<readonly string[]>) =>
    showsWhatMayBeRead<ReviewRelations>(place, from, {
      records: reviews,
      mayRead: (actor, review) => policy.read(actor, review).allowed,
      shown,
    });
  await shows(async (ctx) => (await listReviews(ctx, testMonth)).map(({ id }) => id));
  await shows(async (ctx) =>
    (await readMonth(onDay(ctx), testMonth)).rows.flatMap(({ review }) => review?.id ?? []),
  );
  await services.migrator.query(
    "update planning.unit_head_review set state = 'decided', total = 80, grade = 'good' where tenant_id = $1",
    [home.tenant.id],
  );
  await shows(async (ctx) => (await listDecided(ctx, testMonth, testMonth)).map(({ reviewId }) => reviewId));
  await services.migrator.query(
    "update planning.unit_head_review set state = 'draft', total = null, grade = null where tenant_id = $1",
    [home.tenant.id],
  );
});

it('lets each person do just what the policy says, and nobody from another commune', async () => {
  const judged = { unit: 1, organising: 1, uniting: 1 };
  const given = { common: 1, judged, text: 'x', version: 1, results: 1, grade: 'failed' as const };
  const run: Readonly<Record<ReviewDeed, (ctx: Ctx, id: string) => Promise<unknown>>> = {
    score: (ctx, id) => scoreReview(onDay(ctx), id, given),
    propose: (ctx, id) => proposeReview(onDay(ctx), id, given),
    decide: (ctx, id) => decideReview(onDay(ctx), id, given),
    reopen: (ctx, id) => reopenReview(onDay(ctx), id, given),
  };
  await doesWhatIsAllowed<ReviewRelations>({ services, tenant: home.tenant }, away.tenant, from, {
    records: reviews,
    deeds: [
      ...(['score', 'propose', 'decide', 'reopen'] as const).map((name) => ({
        name,
        may: (actor: Actor, review: ReviewRelations) => policy.may(actor, name, review).allowed,
        run: run[name],
      })),
      {
        name: 'read',
        may: (actor: Actor, review: ReviewRelations) => policy.read(actor, review).allowed,
        run: async (ctx: Ctx, id: string) => getFrozenWork(ctx, await getReview(ctx, id)),
      },
    ],
  });
});

it('lets those open, export and set rules who hold it for all of the office', async () => {
  const rules = findReferenceRules(testMonth) as ReviewRules;
  const deeds = [
    [policy.open, (ctx: Ctx) => openMonth(onDay(ctx), testMonth)],
    [policy.exported, (ctx: Ctx) => recordReviewExport(ctx, testMonth, { rows: 0 })],
    [policy.setRules, (ctx: Ctx) => setRules(ctx, { settings: rules, version: 0 })],
  ] as const;
  for (const scope of ['own', 'unit', 'all'] as const) {
    const actor = {
      ...allPowerful(from),
      grants: new Map(from.acts.map((act) => [act, scope])),
    };
    for (const [may, run] of deeds) {
      const came = await attempt({ services, tenant: home.tenant }, actor, run);
      expect(came).toBe(may(actor).allowed ? 'allowed' : 'forbidden');
    }
  }
});

it('does not find ids that are none', async () => {
  for (const id of ['', 'x', "' or 1=1", reviews.keys().next().value?.slice(1) ?? ''])
    await expect(
      asAnybody({ services, tenant: home.tenant }, allPowerful(from), (ctx) => getReview(ctx, id)),
    ).rejects.toThrow(NotFound);
});
