import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { plantTasks } from '../task/fixtures.ts';
import { decideReview, type Grading, proposeReview, scoreReview } from './commands/judge.server.ts';
import { openMonth } from './commands/open-month.server.ts';
import { reopenReview } from './commands/reopen.server.ts';
import { setRules } from './commands/set-rules.server.ts';
import { onDay, openTestMonth, plantEvents, testMonth } from './fixtures.ts';
import { readMonth } from './month-view.server.ts';
import { getReview, listDecided } from './queries.server.ts';
import { findReferenceRules } from './reference.server.ts';
import type { ReviewRules } from './review-rules.ts';
import { readReview, readReviewWork } from './review-view.server.ts';
import { listRuleVersions } from './rules.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let reviewId: string;
let ownId: string;
let taskId: string;

const judged = { unit: 100, organising: 90, uniting: 100 };
const grading: Omit<Grading, 'version'> = {
  common: 27,
  judged,
  results: null,
  grade: 'excellent',
  text: 'Việc trọng tâm xong',
};

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const unitId = home.units.get('Phòng Văn hóa - Xã hội') ?? null;
  taskId = await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { ids } = await plantTasks(ctx, [
      { leadUnitId: unitId, stage: 'done', dueOn: '2026-04-10' },
      { leadUnitId: unitId, stage: 'in-progress', dueOn: '2026-04-20' },
      { leadUnitId: unitId, stage: 'in-progress', dueOn: '2026-07-20' },
    ]);
    for (const id of ids)
      await plantEvents(ctx, id, [{ at: '2026-04-01T02:00:00Z', kind: 'assigned', stage: 'in-progress' }]);
    await plantEvents(ctx, ids[0] ?? '', [
      { at: '2026-04-09T02:00:00Z', kind: 'submitted', stage: 'submitted', detail: { exception: null } },
      { at: '2026-04-12T02:00:00Z', kind: 'approved', stage: 'done' },
    ]);
    return ids[1] ?? '';
  });
  await services.migrator.query(
    "update planning.task set created_at = '2026-03-01T00:00:00Z', closed_on = case when closed_on is not null then date '2026-04-09' end where tenant_id = $1",
    [home.tenant.id],
  );
  const reviews = await openTestMonth(home);
  for (const review of reviews.values()) {
    if (review.unitId === unitId) reviewId = review.id;
    else ownId = review.id;
  }
});

const as = <Result>(role: 'leader' | 'unit-head', work: (ctx: Ctx) => Promise<Result>, day?: string) =>
  home.as(home.signIn(role), 'write', (ctx) => work(onDay(ctx, day)));
const state = () => as('leader', (ctx) => getReview(ctx, reviewId));
const auditOf = async (verb: string) =>
  (
    await services.migrator.query<{ before: unknown; after: Record<string, unknown> }>(
      'select before, after from platform.audit_line where act = $1 and tenant_id = $2 order by at, id',
      [`planning.unit-head-review.${verb}`, home.tenant.id],
    )
  ).rows;
const noticesOf = async (role: 'leader' | 'unit-head') =>
  (
    await services.migrator.query<{ kind: string }>(
      'select kind from casework.notice where tenant_id = $1 and officer_id = $2 and read_at is null order by kind',
      [home.tenant.id, home.people.get(home.signIn(role))?.officerId],
    )
  ).rows.map(({ kind }) => kind);

it('opens only a month that is over and has rules, and tells its heads again when asked again', async () => {
  const open = (month: string, day: string) =>
    as(
      'leader',
      (ctx) => openMonth(ctx, { ...testMonth, first: `${month}-01` as never, last: `${month}-28` as never }),
      day,
    );
  expect(await open('2026-04', '2026-04-28')).toMatchObject({ ok: false, code: 'not-over' });
  expect(await open('2025-12', '2026-04-28')).toMatchObject({ ok: false, code: 'no-rules' });
  expect(await as('leader', (ctx) => openMonth(ctx, testMonth))).toMatchObject({ value: { told: 2 } });
  expect(await noticesOf('unit-head')).toEqual(['review-to-score']);
});

it('is scored by the head, proposed and decided by a leader, with the figures of the day', async () => {
  const score = { common: 28, judged, text: 'Hoàn thành việc trọng tâm', version: 1 };
  expect(await as('unit-head', (ctx) => scoreReview(ctx, reviewId, { ...score, common: 31 }))).toMatchObject({
    code: 'common-too-high',
  });
  expect(
    await as('unit-head', (ctx) => scoreReview(ctx, reviewId, { ...score, judged: { unit: 100 } })),
  ).toMatchObject({ code: 'part-missing' });
  const early = await as('unit-head', (ctx) => scoreReview(ctx, reviewId, score), '2026-04-30');
  expect(early).toMatchObject({ code: 'not-over' });
  expect(await as('unit-head', (ctx) => scoreReview(ctx, reviewId, score))).toMatchObject({ ok: true });
  expect(await noticesOf('leader')).toContain('review-to-propose');
  expect(await noticesOf('unit-head')).toEqual([]);

  const propose = (given: Partial<Grading>) =>
    as('leader', (ctx) => proposeReview(ctx, reviewId, { ...grading, version: 2, ...given }));
  expect(await propose({ version: 1 })).toMatchObject({ code: 'changed-meanwhile' });
  expect(await propose({ results: 71 })).toMatchObject({ code: 'results-too-high' });
  expect(await propose({ text: '' })).toMatchObject({ code: 'reason-missing' });
  // Finished 1 of 2, in time 1 of 2: 50, 100 and 87,5 %, with what people judge 61,54 of 70 points.
  expect(await propose({ grade: 'good' })).toMatchObject({ ok: true });
  const decide = (given: Partial<Grading>) =>
    as('leader', (ctx) =>
      decideReview(ctx, reviewId, { ...grading, grade: 'good', text: '', version: 3, ...given }),
    );
  expect(await decide({ common: 25 })).toMatchObject({ code: 'reason-missing' });
  expect(await decide({ results: 60 })).toMatchObject({ code: 'reason-missing' });
  expect(await decide({})).toMatchObject({ ok: true });
  expect(await state()).toMatchObject({ state: 'decided', total: 88.54, grade: 'good', version: 4 });
  expect(await noticesOf('unit-head')).toEqual(['review-decided']);
  expect(await decide({ version: 4 })).toMatchObject({ code: 'wrong-state' });
});

it('keeps what was decided when tasks and rules change, and says what it would be now', async () => {
  const before = await as('leader', (ctx) => readReview(ctx, reviewId));
  expect(before.facts?.counts).toMatchObject({ given: 2, finished: 1, late: 1 });
  expect(before.now?.counts).toEqual(before.facts?.counts);
  await services.migrator.query('update planning.task set lead_unit_id = null where id = $1', [taskId]);
  const { commonMax: _fixed, ...rules } = findReferenceRules(testMonth) as ReviewRules;
  const { weights, conversion, exceptionPercent } = rules;
  const settings = {
    weights: { ...weights, unit: 0 },
    conversion,
    exceptionPercent,
    capPercent: 25,
    rubric: 'x',
  };
  expect(await as('leader', (ctx) => setRules(ctx, { settings, version: 0 }))).toMatchObject({
    value: { version: 1 },
  });
  expect(await as('leader', (ctx) => setRules(ctx, { settings, version: 0 }))).toMatchObject({
    code: 'changed-meanwhile',
  });
  const none = { ...weights, quantity: 0, quality: 0, progress: 0 };
  expect(
    await as('leader', (ctx) => setRules(ctx, { settings: { ...settings, weights: none }, version: 1 })),
  ).toMatchObject({ code: 'no-weight' });
  expect(await as('leader', listRuleVersions)).toHaveLength(1);
  const after = await as('leader', (ctx) => readReview(ctx, reviewId));
  expect(after.facts).toEqual(before.facts);
  expect(after.now?.counts).toMatchObject({ given: 1, late: 0 });
  expect(after.now?.rules.version).toBe(1);
  const kept = await as('leader', (ctx) => readReviewWork(ctx, reviewId));
  expect([kept.isKept, kept.work.length]).toEqual([true, 2]);
  const month = await as('leader', (ctx) => readMonth(ctx, testMonth));
  expect(month.rows.find(({ review }) => review?.id === reviewId)?.counts.given).toBe(2);
});

it('is reopened with the reason, and decided anew by what is so now', async () => {
  const reopen = (version: number) =>
    as('leader', (ctx) => reopenReview(ctx, reviewId, { text: 'Việc đã chuyển đơn vị khác', version }));
  expect(await reopen(3)).toMatchObject({ code: 'changed-meanwhile' });
  expect(await reopen(4)).toMatchObject({ ok: true });
  expect(await state()).toMatchObject({ state: 'proposed', total: null, grade: null });
  expect(await noticesOf('unit-head')).toEqual(['review-reopened']);
  const again = { ...grading, text: 'Theo số liệu mới', version: 5 };
  expect(await as('leader', (ctx) => decideReview(ctx, reviewId, again))).toMatchObject({ ok: true });
  const review = await state();
  expect(review.events.map(({ kind }) => kind)).toEqual([
    'scored',
    'proposed',
    'decided',
    'reopened',
    'decided',
  ]);
  expect(review.events[2]?.facts?.counts.given).toBe(2);
  expect(review.events[4]?.facts?.counts.given).toBe(1);
  const decided = await as('leader', (ctx) => listDecided(ctx, testMonth, testMonth));
  expect(decided.map(({ total }) => total)).toEqual([review.total]);
});

it('asks for points where the tasks tell nothing, and is proposed without a self-score', async () => {
  const away = await testTenant(services);
  const reviews = [...(await openTestMonth(away)).values()];
  const review = reviews.find(
    ({ officerId }) => officerId === away.people.get(away.signIn('unit-head'))?.officerId,
  );
  const propose = (given: Partial<Grading>) =>
    away.as(away.signIn('leader'), 'write', (ctx) =>
      proposeReview(onDay(ctx), review?.id ?? '', { ...grading, version: 1, ...given }),
    );
  expect(await propose({})).toMatchObject({ code: 'results-missing' });
  expect(await propose({ results: 60, grade: 'good' })).toMatchObject({ ok: true });
});

it('never lets anybody judge themselves but score, and tells the audit who, not how many points', async () => {
  for (const run of [proposeReview, decideReview])
    await expect(as('leader', (ctx) => run(ctx, ownId, { ...grading, version: 1 }))).rejects.toThrow(
      'own-review',
    );
  const score = { common: 28, judged, text: 'Của tôi', version: 1 };
  expect(await as('leader', (ctx) => scoreReview(ctx, ownId, score))).toMatchObject({ ok: true });
  for (const verb of ['score', 'propose', 'decide', 'reopen']) {
    const lines = await auditOf(verb);
    expect(lines.length).toBeGreaterThan(0);
    for (const { after } of lines)
      expect(Object.keys(after).toSorted()).toEqual(['month', 'reviewState', 'unitId', 'version']);
  }
});
