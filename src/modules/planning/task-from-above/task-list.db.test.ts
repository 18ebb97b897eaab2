import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { acceptTask } from '../task/commands/receive.server.ts';
import { checkList } from './check-list.server.ts';
import { discardTaskList, enterTaskList } from './list-commands.server.ts';
import { readRows, type WrittenTask } from './task-list-file.ts';
import { restoreTask } from './discard.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

type Role = Parameters<typeof home.signIn>[0];
const as = <Result>(role: Role, work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);

const head = [
  'Số văn bản',
  'Ngày văn bản',
  'Cơ quan ban hành',
  'Tên nhiệm vụ',
  'Ngày hạn',
  'Đơn vị chủ trì',
  'Đơn vị phối hợp',
  'Người thực hiện',
];
const line = (number: string, change: Record<number, string> = {}) =>
  [number, '04/05/2026', 'Tỉnh', 'Rà soát', '15/06/2026', 'phong kinh te', '', 'Nguoi officer'].map(
    (cell, at) => change[at] ?? cell,
  );
const read = (...lines: string[][]): WrittenTask[] => readRows([['Danh sách'], head, ...lines]) ?? [];
const check = (...lines: string[][]) => as('focal', (ctx) => checkList(ctx, read(...lines)));
const enter = (...lines: string[][]) =>
  as('focal', async (ctx) =>
    enterTaskList(
      ctx,
      (await checkList(ctx, read(...lines))).flatMap(({ task }) => task ?? []),
    ),
  );
const count = async () =>
  (
    await services.migrator.query<{ n: string }>(
      'select count(*) as n from planning.task where tenant_id = $1 and from_number is not null',
      [home.tenant.id],
    )
  ).rows[0]?.n;

describe('a list of tasks from above', () => {
  it('is read by its heads, and says of every line what holds against it', async () => {
    const checked = await check(
      line('1/CV'),
      line('2/CV', { 1: '2026-05-04', 6: 'Phòng Văn hóa - Xã hội; Phòng Kinh tế' }),
      line(''),
      line('3/CV', { 1: '31/02/2026' }),
      line('4/CV', { 4: 'tháng sau' }),
      line('5/CV', { 1: '13/05/2026' }),
      line('6/CV', { 4: '01/05/2026' }),
      line('7/CV', { 5: 'Phòng Trăng' }),
      line('8/CV', { 7: 'Ông Trăng' }),
      line('9/CV', { 3: 'x'.repeat(1_001) }),
      line('1/cv', { 3: 'ra soat' }),
      ['', '', ''],
    );
    expect(checked.map((one) => one.problem)).toEqual([
      undefined,
      undefined,
      'number',
      'on',
      'due',
      'document-to-come',
      'due-before-document',
      'unknown-unit',
      'unknown-person',
      'title',
      'doubled',
    ]);
    expect(checked[1]?.task?.coordinatingUnitIds).toHaveLength(2);
    expect(checked.map((one) => one.written.line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(readRows([['Họ tên', 'Chức vụ']])).toBeUndefined();
  });

  it('is entered as a whole or not at all, and thrown away as a whole', async () => {
    const before = await count();
    const outcome = await enter(line('11/CV'), line('12/CV'), line('13/CV'));
    expect(outcome).toMatchObject({ ok: true, value: { tasks: 3 } });
    expect(await enter(line('14/CV'), line('11/CV'))).toMatchObject({ ok: true, value: { tasks: 1 } });
    const [task] = (await check(line('20/CV'))).flatMap((one) => one.task ?? []);
    if (!task || !outcome.ok) throw new Error('nothing to enter');
    const late = { ...task, number: '21/CV', on: plainDate('2026-05-13') };
    const standing = await count();
    expect(await as('focal', (ctx) => enterTaskList(ctx, [task, late]))).toMatchObject({
      code: 'document-to-come',
    });
    expect(await as('focal', (ctx) => enterTaskList(ctx, [task, task]))).toMatchObject({ code: 'doubled' });
    expect(await as('focal', (ctx) => enterTaskList(ctx, []))).toMatchObject({ code: 'no-rows' });
    expect(await count()).toBe(standing);
    const { id } = outcome.value;
    expect(await as('focal', (ctx) => discardTaskList(ctx, id))).toMatchObject({
      ok: true,
      value: { tasks: 3 },
    });
    expect(Number(await count())).toBe(Number(before) + 1);
    await expect(as('focal', (ctx) => discardTaskList(ctx, id))).rejects.toBeInstanceOf(NotFound);
  });

  it('stays as a whole once one of its tasks is worked on; thrown away, each comes back by itself', async () => {
    const outcome = await enter(line('31/CV'), line('32/CV'));
    if (!outcome.ok) throw new Error(outcome.code);
    const { rows } = await services.migrator.query<{ task_ids: string[] }>(
      'select task_ids from planning.task_list where id = $1',
      [outcome.value.id],
    );
    const [first = '', second = ''] = rows[0]?.task_ids ?? [];
    await services.migrator.query("update planning.task set stage = 'assigned' where id = $1", [first]);
    await as('officer', (ctx) => acceptTask(ctx, first, { version: 1 }));
    const standing = await count();
    const discard = () => as('focal', (ctx) => discardTaskList(ctx, outcome.value.id));
    expect(await discard()).toMatchObject({ code: 'worked-on' });
    expect(await count()).toBe(standing);
    await services.migrator.query(
      "delete from planning.task_event where task_id = $1 and kind = 'accepted'",
      [first],
    );
    expect(await discard()).toMatchObject({ ok: true });
    await as('focal', (ctx) => restoreTask(ctx, second));
    expect(Number(await count())).toBe(Number(standing) - 1);
  });

  it('is for whoever may enter lists, and unknown to another commune', async () => {
    const [task] = (await check(line('41/CV'))).flatMap((one) => one.task ?? []);
    if (!task) throw new Error('nothing to enter');
    await expect(as('officer', (ctx) => enterTaskList(ctx, [task]))).rejects.toBeInstanceOf(Forbidden);
    const outcome = await enter(line('42/CV'));
    if (!outcome.ok) throw new Error(outcome.code);
    const stranger = await testTenant(services);
    await expect(
      stranger.as(stranger.signIn('focal'), 'write', (ctx) => discardTaskList(ctx, outcome.value.id)),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(as('officer', (ctx) => discardTaskList(ctx, outcome.value.id))).rejects.toBeInstanceOf(
      Forbidden,
    );
  });
});
