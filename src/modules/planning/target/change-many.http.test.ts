import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { targetsLink } from '../links.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { plantTasks } from '../task/fixtures.ts';
import { editTarget } from './commands.server.ts';
import { getTarget, listTargetEvents, listTargetsOfPlan, type TargetRow } from './queries.server.ts';
import { factsOf } from './target.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let rows: readonly TargetRow[];

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
});

beforeEach(async () => {
  rows = await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { planId } = await plantTasks(ctx, [{}]);
    await plantPapers(ctx, planId, { targets: [{ text: 'Một' }, { text: 'Hai' }, { text: 'Ba' }] });
    return listTargetsOfPlan(ctx, planId);
  });
});

const formOf = (ids: readonly string[], fields: Record<string, string> = {}) =>
  `${targetsLink()}/hang-loat?${new URLSearchParams([['viec', 'sua'], ...ids.map((id) => ['chon', id]), ...Object.entries(fields)])}`;
const ids = () => rows.map((row) => row.id);
const target = (id: string) => home.as(home.signIn('focal'), 'read', (ctx) => getTarget(ctx, id));
const filled = {
  'nam-chung': '2027',
  'tinh-tren': 'Hồ sơ đã giải quyết',
  'ly-do': 'Bản in ghi <i>chung</i>',
};
const done = async (chosen: readonly string[]): Promise<Screen> => {
  const preview = await focal.get(`${formOf(chosen, filled)}&xem-truoc=1`);
  return focal.submit(preview, /dòng\)$/);
};

describe('a deed on many targets', () => {
  it('is foreseen without doing, done with the common reason, told in each history, and taken back at once', async () => {
    const preview = await focal.get(`${formOf(ids(), filled)}&xem-truoc=1`);
    expect(preview.text).toContain('Năm: 2027');
    expect((await target(ids()[0] ?? '')).version).toBe(1);
    const result = await done(ids());
    expect(result.text).toContain('Đã làm: 3');
    expect(result.body).not.toContain('<i>chung');
    const changed = await target(ids()[1] ?? '');
    expect([changed.year, changed.denominatorScope, changed.value]).toEqual([
      2027,
      'Hồ sơ đã giải quyết',
      98,
    ]);
    const events = await home.as(home.signIn('focal'), 'read', (ctx) => listTargetEvents(ctx, changed.id));
    expect(events.map((event) => event.reason)).toEqual(['Bản in ghi <i>chung</i>']);
    const undone = await focal.submit(result, 'Hoàn tác tất cả');
    expect(undone.text).toContain('Đã hoàn tác: 3');
    expect((await target(ids()[1] ?? '')).denominatorScope).toBe(rows[1]?.denominatorScope);
  });

  it('leaves alone who says so already, who was edited since, and who is of another commune', async () => {
    await done(ids().slice(0, 1));
    const again = await focal.get(`${formOf(ids(), filled)}&xem-truoc=1`);
    expect(again.text).toContain('Chưa có gì khác so với chỉ tiêu đang lưu');
    const result = await focal.submit(again, /dòng\)$/);
    expect(result.text).toContain('Đã làm: 2');
    await home.as(home.signIn('focal'), 'write', async (ctx) => {
      const now = await getTarget(ctx, ids()[2] ?? '');
      return editTarget(ctx, now.id, {
        to: { ...factsOf(now), value: 5 },
        reason: 'x',
        version: now.version,
      });
    });
    const undone = await focal.submit(result, 'Hoàn tác tất cả');
    expect(undone.text).toContain('Có người đã sửa chỉ tiêu này sau đó');
    expect((await target(ids()[2] ?? '')).value).toBe(5);
    const away = await testTenant(site.services);
    const stranger = site.visitor();
    await stranger.signIn(away.signIn('focal'));
    expect((await stranger.get(`${formOf(ids(), filled)}&xem-truoc=1`)).text).not.toContain('Hai');
  });

  it('says what is missing or wrong, and keeps what was typed', async () => {
    const wrong = await focal.get(`${formOf(ids(), { 'nam-chung': '26', 'tinh-tren': 'x' })}&xem-truoc=1`);
    expect(wrong.text).toContain('bốn chữ số');
    expect(wrong.text).toContain('Ghi lý do');
    expect(wrong.value('Tính trên')).toBe('x');
    const empty = await focal.get(`${formOf(ids(), { 'ly-do': 'x' })}&xem-truoc=1`);
    expect(empty.text).toContain('Điền ít nhất một ô');
  });

  it('is for those who may edit a target', async () => {
    expect((await focal.get(targetsLink())).hasButton('Sửa phần giống nhau')).toBe(true);
    const officer = site.visitor();
    await officer.signIn(home.signIn('officer'));
    expect((await officer.get(targetsLink())).hasButton('Sửa phần giống nhau')).toBe(false);
    expect((await officer.get(formOf(ids()))).status).toBe(403);
    expect((await officer.post(`${targetsLink()}/hang-loat`, { selection: '' })).status).toBe(403);
  });
});
