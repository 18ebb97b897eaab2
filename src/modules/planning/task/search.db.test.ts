import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { plantTasks } from './fixtures.ts';
import { taskList } from './input.ts';
import { countTasks, listTasks } from './list-tasks.server.ts';

const titles = [
  'Sửa dương cầm của nhà văn hóa',
  'Sửa đường thôn Đồng Kỳ',
  'Kiểm tra theo Kế hoạch 12/KH-UBND, đạt 90%',
  'Sửa đường liên xã',
];

let home: Awaited<ReturnType<typeof testTenant>>;
beforeAll(async () => {
  home = await testTenant(await testServices());
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      titles.map((title) => ({ title })),
    ),
  );
});

const found = (tim: string, xep?: string) =>
  home.as(home.signIn('focal'), 'read', async (ctx) => {
    const list = taskList({ tim, ...(xep && { xep }) });
    const calendar = await loadOfficeCalendar(ctx);
    const { rows } = await listTasks(ctx, calendar, list);
    expect(await countTasks(ctx, calendar, list)).toEqual({ rows: rows.length, isMore: false });
    return rows.map((row) => titles.indexOf(row.title));
  });

describe('searching the task list', () => {
  it('shows exact marks first, then the order of the plan', async () => {
    expect(await found('đường')).toEqual([1, 3, 0]);
    expect(await found('sua duong')).toEqual([0, 1, 3]);
    expect(await found('dong duong ky')).toEqual([1]);
  });

  it('keeps the order that somebody chose', async () => {
    expect(await found('đường', '-ma')).toEqual([3, 1, 0]);
  });

  it('understands keys of an input method, numbers of documents and shares', async () => {
    expect(await found('dduwowngf ddoongf')).toEqual([1]);
    expect(await found('12/kh-ubnd')).toEqual([2]);
    expect(await found('90%')).toEqual([2]);
  });
});
