import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Id } from '#platform/db/id.ts';
import { plantPapers, type TargetSeed } from '../plan/fixtures.ts';
import { plantTasks } from '../task/fixtures.ts';
import { pageSize, targetList } from './input.ts';
import { countTargets, listTargets, listTargetsOfPlan, nextTargets } from './queries.server.ts';

const seeds: readonly TargetSeed[] = [
  { text: 'Tỷ lệ hồ sơ giải quyết đúng hạn', axis: 'procedures', year: 2027 },
  { text: 'Ứng dụng chữ ký số', axis: 'digital-government', value: 100, operator: '=', year: 2026 },
  { text: 'Đơn thư quá hạn', operator: '<=', value: 0.5, unit: '%', year: null },
];

let home: Awaited<ReturnType<typeof testTenant>>;
let planId: Id<'plan'>;
let otherPlanId: Id<'plan'>;

beforeAll(async () => {
  home = await testTenant(await testServices());
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    ({ planId } = await plantTasks(ctx, [{}]));
    ({ planId: otherPlanId } = await plantTasks(ctx, [{}]));
    await plantPapers(ctx, planId, { targets: seeds });
    const many = Array.from({ length: pageSize + 1 }, (_, index) => ({ text: `Khác ${index + 1}` }));
    await plantPapers(ctx, otherPlanId, { targets: many });
  });
});

const list = (query: Record<string, string>) =>
  home.as(home.signIn('officer'), 'read', async (ctx) => {
    const page = await listTargets(ctx, targetList(query));
    return { ...page, total: (await countTargets(ctx, targetList(query))).rows };
  });
const texts = async (query: Record<string, string>) =>
  (await list({ 'ke-hoach': planId, ...query })).rows.map((row) => row.text);

describe('the target list', () => {
  it('finds words without their marks, and only there', async () => {
    expect(await texts({ tim: 'dung han' })).toEqual([seeds[0]?.text]);
    expect(await texts({ tim: 'ĐƠN THƯ' })).toEqual([seeds[2]?.text]);
    expect(await texts({ tim: 'khong co' })).toEqual([]);
  });

  it('takes signs of a pattern as signs', async () => {
    expect(await texts({ tim: '%' })).toEqual([]);
    expect(await texts({ tim: 'h_ so' })).toEqual([]);
  });

  it('filters by axis and by plan, and counts what it filters', async () => {
    expect(await texts({ truc: 'procedures' })).toEqual([seeds[0]?.text]);
    expect((await list({ 'ke-hoach': planId })).total).toBe(seeds.length);
    expect((await list({})).total).toBe(seeds.length + pageSize + 1);
  });

  it('compares numbers as numbers, and by years', async () => {
    expect(await texts({ 'muc-dat.den': '1' })).toEqual([seeds[2]?.text]);
    expect(await texts({ 'muc-dat.khoang': '90..99' })).toEqual([seeds[0]?.text]);
    expect(await texts({ nam: '2027' })).toEqual([seeds[0]?.text]);
    expect(await texts({ 'truc.de-trong': '1' })).toEqual([seeds[2]?.text]);
  });

  it('ignores values that nobody could have chosen', async () => {
    const { total } = await list({ 'ke-hoach': 'x', truc: 'y', xep: 'z', trang: '-1' });
    expect(total).toBe(seeds.length + pageSize + 1);
  });

  it('sorts as Vietnamese is sorted, and by year', async () => {
    expect(await texts({ xep: 'chi-tieu' })).toEqual([seeds[2]?.text, seeds[0]?.text, seeds[1]?.text]);
    expect((await texts({ xep: '-nam' }))[0]).toBe(seeds[0]?.text);
    expect(await texts({})).toEqual(seeds.map((seed) => seed.text));
  });

  it('shows fifty a page, each target once', async () => {
    const first = await list({ 'ke-hoach': otherPlanId });
    const second = await list({ 'ke-hoach': otherPlanId, trang: first.next ?? '' });
    expect([first.rows.length, second.rows.length]).toEqual([pageSize, 1]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(pageSize + 1);
    expect((await list({ 'ke-hoach': otherPlanId, trang: '9' })).hadBadCursor).toBe(true);
  });

  it('exports every page, with numbers as numbers', async () => {
    await home.as(home.signIn('auditor'), 'read', async (ctx) => {
      const { rows } = await nextTargets(ctx, targetList(), undefined, 1_000);
      expect(rows).toHaveLength(seeds.length + pageSize + 1);
      const own = await listTargetsOfPlan(ctx, planId);
      expect(own.map((row) => row.value)).toEqual([98, 100, 0.5]);
      expect(own.map((row) => row.section?.axis ?? null)).toEqual(['procedures', 'digital-government', null]);
    });
  });
});
