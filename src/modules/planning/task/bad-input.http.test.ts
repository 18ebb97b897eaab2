import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { taskLink } from '../links.ts';
import { cancelTask } from './commands/close.server.ts';
import { plantTasks, type TaskSeed } from './fixtures.ts';
import { getTask, listTaskEvents } from './queries.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let other: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  [focal, other] = [site.visitor(), site.visitor()];
  for (const visitor of [focal, other]) await visitor.signIn(home.signIn('focal'));
});

const officer = (role: 'focal' | 'leader') => home.people.get(home.signIn(role))?.officerId ?? null;
async function planted(seed: TaskSeed = {}): Promise<string> {
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      {
        title: 'Rà soát thủ tục',
        leadUnitId: home.units.get('Phòng Kinh tế') ?? null,
        assigneeId: officer('focal'),
        approverId: officer('leader'),
        product: 'Báo cáo',
        dueOn: '2026-05-29',
        stage: 'in-progress',
        ...seed,
      },
    ]),
  );
  return ids[0] ?? '';
}
const task = (id: string) =>
  home.as(home.signIn('focal'), 'read', async (ctx) => {
    const found = await getTask(ctx, id);
    return { ...found, events: (await listTaskEvents(ctx, found.id)).map((event) => event.kind) };
  });
const close = (id: string, version: number) =>
  home.as(home.signIn('focal'), 'write', (ctx) => cancelTask(ctx, id, { text: 'Trùng việc', version }));

const said = (text: string) => ({ text, exception: 'Bản giấy, lưu tại đơn vị' });

describe('two people who do the same at once', () => {
  it('hand in once: the second is told, and sees how the task stands', async () => {
    const id = await planted();
    const [mine, theirs] = [await focal.get(taskLink(id, 'nop')), await other.get(taskLink(id, 'nop'))];
    const came = await Promise.all([
      focal.submit(mine, 'Nộp để duyệt', said('Báo cáo 31/BC-UBND')),
      other.submit(theirs, 'Nộp để duyệt', said('Báo cáo 32/BC-UBND')),
    ]);
    const texts = came.map((screen) => screen.text);
    expect(texts.filter((text) => text.includes('Đã nộp, chờ duyệt.'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('đã đổi trạng thái'))).toHaveLength(1);
    const { stage, events, version } = await task(id);
    expect([stage, events.filter((kind) => kind === 'submitted').length, version]).toEqual([
      'submitted',
      1,
      2,
    ]);
  });

  it('assign once: the second sees both versions, and nothing that they typed is lost', async () => {
    const id = await planted();
    const [mine, theirs] = [await focal.get(taskLink(id, 'giao')), await other.get(taskLink(id, 'giao'))];
    const came = await Promise.all([
      focal.submit(mine, 'Giao việc', { product: 'Báo cáo tháng' }),
      other.submit(theirs, 'Giao việc', { product: 'Báo cáo quý' }),
    ]);
    const second = came.find((screen) => screen.status === 409);
    expect(second?.text).toContain('Báo cáo tháng');
    expect(second?.text).toContain('Báo cáo quý');
    expect((await task(id)).version).toBe(2);
  });
});

describe('an old tab of a task that was closed meanwhile', () => {
  it.each([
    ['nop', 'Nộp để duyệt', said('Báo cáo 31/BC-UBND')],
    ['giao', 'Giao việc', { product: 'Khác' }],
    ['huy', 'Hủy nhiệm vụ', { text: 'Không cần nữa' }],
  ] as const)('%s: says so and changes nothing', async (deed, button, values) => {
    const id = await planted();
    const form = await focal.get(taskLink(id, deed));
    await close(id, 1);
    const late = await focal.submit(form, button, values);
    expect(late.text).toContain('đã đổi trạng thái');
    expect(late.text).toContain('Trùng việc');
    expect(await task(id)).toMatchObject({ stage: 'cancelled', product: 'Báo cáo', version: 2 });
  });
});
