import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { findActor } from '#modules/directory/index.server.ts';
import { bulkJob } from '#modules/lists/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { FindActor } from '#modules/lists/list-export/jobs.server.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { askDueChange } from '../due-change/commands.server.ts';
import { cancelTask } from './commands/close.server.ts';
import { plantTasks } from './fixtures.ts';
import { manyTasks } from './pages/change-many.tsx';
import { getTask } from './queries.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
const clock = { at: '2026-05-12T10:30:00+07:00' };

beforeAll(async () => {
  const now = () => fixedClock(clock.at);
  site = await testSite({ clock: { now: () => now().now(), today: () => now().today() } });
  home = await testTenant(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
});

beforeEach(() => {
  clock.at = '2026-05-12T10:30:00+07:00';
});

const unit = (name: string) => home.units.get(name) ?? '';
const officer = (role: 'focal' | 'officer' | 'leader') => home.people.get(home.signIn(role))?.officerId ?? '';
const plant = async (seeds: Parameters<typeof plantTasks>[1]) =>
  (await home.as(home.signIn('focal'), 'write', (ctx) => plantTasks(ctx, seeds))).ids as string[];
const task = (id: string) => home.as(home.signIn('focal'), 'read', (ctx) => getTask(ctx, id));
const selection = (deed: string, ids: readonly string[], fields: Record<string, string> = {}) =>
  `/nhiem-vu/hang-loat?${new URLSearchParams([['viec', deed], ...ids.map((id) => ['chon', id]), ...Object.entries(fields)])}`;
/** Previews a deed and does it. */
const go = async (
  visitor: Visitor,
  deed: string,
  ids: readonly string[],
  fields: Record<string, string>,
): Promise<Screen> => {
  const preview = await visitor.get(`${selection(deed, ids, fields)}&xem-truoc=1`);
  return visitor.submit(preview, /dòng\)$/);
};

describe('a deed on many tasks', () => {
  it('is offered in the list to those who may, foreseen without doing, done, and taken back as a whole', async () => {
    const ids = await plant([
      { title: 'Một', leadUnitId: unit('Phòng Kinh tế'), dueOn: '2026-06-01' },
      { title: 'Hai', assigneeId: officer('officer') },
      { title: 'Ba' },
    ]);
    await home.as(home.signIn('focal'), 'write', (ctx) =>
      cancelTask(ctx, ids[2] ?? '', { text: 'Trùng', version: 1 }),
    );
    const list = await focal.get('/nhiem-vu');
    expect(list.page.querySelectorAll('input[name="chon"]').length).toBeGreaterThanOrEqual(3);
    expect(list.hasButton('Đổi hạn')).toBe(true);
    const fields = { 'giao-nguoi-lam': officer('officer'), 'giao-nguoi-duyet': officer('leader') };
    const preview = await focal.get(`${selection('giao', ids, fields)}&xem-truoc=1`);
    expect(preview.text).toContain('Sẽ làm với 2 dòng · Không làm được với 1 dòng');
    expect((await task(ids[0] ?? '')).assigneeId).toBeNull();
    const result = await focal.submit(preview, 'Giao việc (2 dòng)');
    expect(result.heading).toBe('Giao việc: đã làm xong');
    expect(result.text).toContain('Đã làm: 2');
    expect(result.text).toContain('Không làm: 1');
    expect(await task(ids[0] ?? '')).toMatchObject({
      assigneeId: officer('officer'),
      approverId: officer('leader'),
      leadUnitId: unit('Phòng Kinh tế'),
      dueOn: '2026-06-01',
    });
    const undone = await focal.submit(result, 'Hoàn tác tất cả');
    expect(undone.text).toContain('Đã hoàn tác: 2');
    expect(await task(ids[0] ?? '')).toMatchObject({ assigneeId: null, approverId: null });
    expect(await task(ids[1] ?? '')).toMatchObject({ assigneeId: officer('officer'), approverId: null });
    expect(undone.hasButton('Hoàn tác tất cả')).toBe(false);
  });

  it('changes deadlines, cancels with a reason and opens again; each can be taken back', async () => {
    const ids = await plant([{ dueOn: '2026-06-01', dueKind: 'month', dueFrom: '2026-05-01' }]);
    const [id = ''] = ids;
    const moved = await go(focal, 'doi-han', ids, { 'han-moi': '15/07/2026', 'ly-do': 'Tỉnh lùi ngày nộp' });
    expect(await task(id)).toMatchObject({ dueOn: '2026-07-15', firstDueOn: '2026-06-01', dueKind: 'date' });
    await focal.submit(moved, 'Hoàn tác tất cả');
    expect(await task(id)).toMatchObject({ dueOn: '2026-06-01', dueKind: 'month', dueFrom: '2026-05-01' });
    const closed = await go(focal, 'huy', ids, { 'ly-do': 'Không còn cần' });
    expect(await task(id)).toMatchObject({ state: 'cancelled', closingText: 'Không còn cần' });
    await go(focal, 'mo-lai', ids, {});
    expect((await task(id)).state).toBe('open');
    const late = await focal.submit(closed, 'Hoàn tác tất cả');
    expect(late.text).toContain('Không hoàn tác được: 1');
    expect((await task(id)).state).toBe('open');
  });

  it('moves set deadlines only with a reason, where the person decides and nobody has asked', async () => {
    const people = { assigneeId: officer('officer'), leadUnitId: unit('Phòng Văn hóa - Xã hội') };
    const seed = { ...people, stage: 'in-progress' as const, dueOn: '2026-06-01' };
    const headId = home.people.get(home.signIn('unit-head'))?.officerId ?? '';
    const ids = await plant([
      { ...seed, approverId: headId },
      { ...seed, approverId: officer('leader') },
      { ...seed, approverId: headId },
      { ...people, approverId: officer('leader') },
    ]);
    const asked = { dueOn: plainDate('2026-06-20'), text: 'Chờ số liệu' };
    await home.as(home.signIn('officer'), 'write', (ctx) => askDueChange(ctx, ids[2] ?? '', asked));
    const head = site.visitor();
    await head.signIn(home.signIn('unit-head'));
    const bare = await head.get(`${selection('doi-han', ids, { 'han-moi': '15/07/2026' })}&xem-truoc=1`);
    expect(bare.text).toContain('Ghi lý do đổi hạn');
    const result = await go(head, 'doi-han', ids, { 'han-moi': '15/07/2026', 'ly-do': 'Tỉnh lùi ngày nộp' });
    expect(result.text).toContain('Đã làm: 2');
    expect(result.text).toContain('Có một đề nghị đổi hạn đang chờ.');
    expect((await Promise.all(ids.map(task))).map((one) => [one.dueOn, one.firstDueOn])).toEqual([
      ['2026-07-15', '2026-06-01'],
      ['2026-06-01', '2026-06-01'],
      ['2026-06-01', '2026-06-01'],
      ['2026-07-15', '2026-07-15'],
    ]);
    await head.submit(result, 'Hoàn tác tất cả');
    const back = await Promise.all(ids.map(task));
    expect(back.map((one) => [one.dueOn, one.firstDueOn])).toEqual([
      ['2026-06-01', '2026-06-01'],
      ['2026-06-01', '2026-06-01'],
      ['2026-06-01', '2026-06-01'],
      [null, null],
    ]);
  });

  it('cannot be taken back after ten minutes, nor by somebody else', async () => {
    const ids = await plant([{}]);
    const result = await go(focal, 'doi-han', ids, { 'han-moi': '15/07/2026', 'ly-do': 'Chốt ngày' });
    const leader = site.visitor();
    await leader.signIn(home.signIn('leader'));
    expect((await leader.get(result.address)).status).toBe(404);
    expect((await leader.post(`${result.address}/hoan-tac`, {})).status).toBe(404);
    clock.at = '2026-05-12T10:41:00+07:00';
    expect((await focal.get(result.address)).hasButton('Hoàn tác tất cả')).toBe(false);
    expect((await focal.post(`${result.address}/hoan-tac`, {})).address).toBe(result.address);
    expect((await task(ids[0] ?? '')).dueOn).toBe('2026-07-15');
  });

  it('judges each row by itself: another unit, another commune, nothing', async () => {
    const away = await testTenant(site.services);
    const strange = await away.as(away.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{}]));
    const [mine = '', theirs = ''] = await plant([
      { leadUnitId: unit('Phòng Văn hóa - Xã hội') },
      { leadUnitId: unit('Phòng Kinh tế') },
    ]);
    const head = site.visitor();
    await head.signIn(home.signIn('unit-head'));
    const result = await go(head, 'doi-han', [mine, theirs, strange.ids[0] ?? ''], {
      'han-moi': '15/07/2026',
      'ly-do': 'Chốt ngày',
    });
    expect(result.text).toContain('Đã làm: 1');
    expect(result.text).toContain('Anh, chị không có quyền làm việc này với dòng này.');
    expect((await task(mine)).dueOn).toBe('2026-07-15');
    expect((await task(theirs)).dueOn).toBeNull();
    const officerOnly = site.visitor();
    await officerOnly.signIn(home.signIn('officer'));
    const own = await officerOnly.get('/nhiem-vu');
    expect([own.hasButton('Nhận việc'), own.hasButton('Giao việc'), own.hasButton('Hủy nhiệm vụ')]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await officerOnly.get(selection('giao', [mine]))).text).toContain('Danh sách không có việc này.');
  });

  it('accepts and approves many, each where it may be, and takes both back', async () => {
    const people = { assigneeId: officer('officer'), approverId: officer('leader') };
    const ids = await plant([
      { ...people, stage: 'assigned' },
      { ...people, stage: 'accepted' },
      { ...people, stage: 'submitted' },
    ]);
    const stages = async () => (await Promise.all(ids.map(task))).map((one) => one.stage);
    const [doer, leader] = [site.visitor(), site.visitor()];
    await doer.signIn(home.signIn('officer'));
    await leader.signIn(home.signIn('leader'));
    const accepted = await go(doer, 'nhan', ids, {});
    expect(accepted.text).toContain('Đã làm: 1');
    expect(await stages()).toEqual(['accepted', 'accepted', 'submitted']);
    const approved = await go(leader, 'duyet', ids, { 'ly-do': 'Đồng ý' });
    expect(await stages()).toEqual(['accepted', 'accepted', 'done']);
    expect(await task(ids[2] ?? '')).toMatchObject({ state: 'done', closingText: 'Báo cáo 31/BC-UBND' });
    await doer.submit(accepted, 'Hoàn tác tất cả');
    await leader.submit(approved, 'Hoàn tác tất cả');
    expect(await stages()).toEqual(['assigned', 'accepted', 'submitted']);
    expect(await task(ids[2] ?? '')).toMatchObject({ state: 'open', closingText: null, closedOn: null });
  });

  it('says what is missing: rows, fields, a deed that there is', async () => {
    const [id = ''] = await plant([{}]);
    expect((await focal.get(selection('giao', []))).text).toContain('Chưa chọn dòng nào');
    expect((await focal.get(selection('giao', ["x' or 1=1", '%00']))).text).toContain('Chưa chọn dòng nào');
    expect((await focal.get(`${selection('giao', [id])}&xem-truoc=1`)).text).toContain(
      'Chọn ít nhất một điều thay đổi.',
    );
    expect(
      (await focal.get(`${selection('doi-han', [id], { 'han-moi': '31/02' })}&xem-truoc=1`)).text,
    ).toContain('Ghi ngày');
    expect((await focal.get(selection('xoa-het', [id]))).text).toContain('Danh sách không có việc này.');
    expect((await focal.post('/nhiem-vu/hang-loat', { selection: 'viec=giao' })).status).toBe(422);
  });

  it('reaches all rows of a filter; many are done step by step in the background and taken back so', async () => {
    const many = await testTenant(site.services);
    const visitor = site.visitor();
    await visitor.signIn(many.signIn('focal'));
    await many.as(many.signIn('focal'), 'write', (ctx) =>
      plantTasks(
        ctx,
        Array.from({ length: 230 }, (_, n) => ({ title: n < 220 ? 'Rà soát' : 'Khác' })),
      ),
    );
    const all =
      '/nhiem-vu/hang-loat?tim=ra+soat&viec=doi-han&tat-ca=1&han-moi=15%2F07%2F2026&ly-do=Chot&xem-truoc=1';
    const begun = await visitor.submit(await visitor.get(all), 'Đổi hạn (220 dòng)');
    expect(begun.heading).toBe('Đổi hạn: đang làm');
    const runId = begun.address.split('/').at(-1) ?? '';
    const open: OpenStep = (mode, work) =>
      openCtx(
        site.services,
        mode,
        {
          tenant: many.tenant,
          actor: systemActor('test', ['lists.bulk-run.stop']),
          lang: 'vi',
          requestId: 'job',
        },
        work,
      );
    const carryOn = (find = findActor, id = runId) =>
      bulkJob(manyTasks, find).run(
        open,
        { runId: id },
        { mailer: null, baseUrl: '', files: site.services.files },
      );
    await carryOn();
    await carryOn();
    const done = await visitor.get(begun.address);
    expect(done.text).toContain('Đã làm: 220');
    const count = async () => (await visitor.get('/nhiem-vu?ngay-han=2026-07-15')).heading;
    expect(await count()).toBe('Nhiệm vụ 220');
    expect((await visitor.submit(done, 'Hoàn tác tất cả')).heading).toBe('Đổi hạn: đang hoàn tác');
    await carryOn();
    expect((await visitor.get(begun.address)).text).toContain('Đã hoàn tác: 220');
    expect(await count()).toBe('Nhiệm vụ 0');
    // Locked out, or without the right: the run ends and says why.
    const withoutRight: FindActor = async (...who) => {
      const actor = await findActor(...who);
      return (
        actor && { ...actor, grants: new Map([...actor.grants].filter(([act]) => act !== manyTasks.act)) }
      );
    };
    for (const find of [() => Promise.resolve(undefined), withoutRight]) {
      const next = await visitor.submit(await visitor.get(all), 'Đổi hạn (220 dòng)');
      await carryOn(find, next.address.split('/').at(-1) ?? '');
      const ended = await visitor.get(next.address);
      expect(ended.heading).toBe('Đổi hạn: đã dừng giữa chừng');
      expect(ended.text).toContain('đã bị khóa hoặc không còn quyền');
      expect(ended.text).toContain('Không làm: 220');
    }
    expect(await count()).toBe('Nhiệm vụ 0');
  });
});
