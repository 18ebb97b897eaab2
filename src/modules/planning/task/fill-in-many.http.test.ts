import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { planLink } from '../links.ts';
import { assignTask } from './commands/assign.server.ts';
import { plantTasks } from './fixtures.ts';
import { fillWords } from './pages/fill-in-many.tsx';
import { getTask } from './queries.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
});

const task = (id: string) => home.as(home.signIn('focal'), 'read', (ctx) => getTask(ctx, id));
const label = 'Bổ sung sản phẩm, hạn';

/** A plan whose gauge misses products and deadlines, and the form that it leads to. */
async function gauged(): Promise<{ ids: string[]; form: Screen }> {
  const officer = home.people.get(home.signIn('officer'))?.officerId ?? null;
  const leader = home.people.get(home.signIn('leader'))?.officerId ?? null;
  const leadUnitId = home.units.get('Phòng Kinh tế') ?? null;
  const people = { assigneeId: officer, approverId: leader, leadUnitId };
  const { planId, ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      { title: 'Rà soát thủ tục', ...people, dueOn: '2026-06-30' },
      { title: 'Tập huấn một cửa', ...people },
      { title: 'Niêm yết', ...people, product: 'Biên bản', dueOn: '2026-06-15' },
    ]),
  );
  const gauge = (await focal.get(planLink(planId))).page.querySelector('#clarity');
  const mend = gauge
    ?.querySelectorAll('a[href*="bo-sung"]')
    .map((link) => (link.getAttribute('href') ?? '').replaceAll('&amp;', '&'));
  expect(mend).toHaveLength(2);
  // Deadlines first, results second, in the order of the six.
  return { ids, form: await focal.get(mend?.[1] ?? '') };
}

const product = (id = '') => `${fillWords.product}.${id}`;
const due = (id = '') => `${fillWords.due}.${id}`;

describe('filling in what differs from task to task', () => {
  it('shows just the tasks that lack it, takes what was typed row by row, and goes back as a whole', async () => {
    const { ids, form } = await gauged();
    const [first = '', second = '', third = ''] = ids;
    const fields = form.form(label).values;
    expect(Object.keys(fields)).toEqual(
      expect.arrayContaining([product(first), product(second), due(second)]),
    );
    expect(Object.keys(fields)).not.toContain(due(first));
    expect(Object.keys(fields)).not.toContain(product(third));
    const done = await focal.submit(form, label, {
      [product(first)]: 'Báo cáo rà soát',
      [product(second)]: 'Lớp tập huấn',
      [due(second)]: '15/07/2026',
    });
    expect(done.text).toContain('Đã làm: 2');
    expect(await task(first)).toMatchObject({ product: 'Báo cáo rà soát', stage: 'assigned' });
    expect(await task(second)).toMatchObject({
      product: 'Lớp tập huấn',
      dueOn: '2026-07-15',
      firstDueOn: '2026-07-15',
      stage: 'assigned',
    });
    const undone = await focal.submit(done, 'Hoàn tác tất cả');
    expect(undone.text).toContain('Đã hoàn tác: 2');
    expect(await task(second)).toMatchObject({ product: null, dueOn: null, dueKind: null, stage: 'draft' });
  });

  it('leaves blank rows as they are, and says of each row why it was not done', async () => {
    const { ids, form } = await gauged();
    const [first = '', second = ''] = ids;
    await home.as(home.signIn('focal'), 'write', async (ctx) => {
      const { assigneeId, approverId, leadUnitId, version } = await getTask(ctx, first);
      const to = { assigneeId, approverId, leadUnitId, dueOn: undefined };
      await assignTask(ctx, first, { ...to, product: 'Của người khác', version });
    });
    const done = await focal.submit(form, label, { [product(first)]: 'Của tôi' });
    expect(done.text).toContain('Không làm: 1');
    expect(done.text).toContain('Có người vừa sửa nhiệm vụ này');
    expect((await task(first)).product).toBe('Của người khác');
    expect(await task(second)).toMatchObject({ product: null, version: 1 });
  });

  it('comes back with what was typed and a sentence beside the field', async () => {
    const { ids, form } = await gauged();
    const [first = '', second = ''] = ids;
    const back = await focal.submit(form, label, {
      [product(first)]: 'Báo cáo',
      [due(second)]: '31/02/2026',
    });
    expect(back.status).toBe(422);
    expect(back.text).toContain('Ghi ngày theo dạng ngày/tháng/năm');
    expect(back.form(label).values).toMatchObject({
      [product(first)]: 'Báo cáo',
      [due(second)]: '31/02/2026',
    });
    expect((await task(first)).product).toBeNull();
    const nothing = await focal.submit(form, label, {});
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('ít nhất một nhiệm vụ')]);
  });

  it('is for those who assign', async () => {
    const { form } = await gauged();
    const auditor = site.visitor();
    await auditor.signIn(home.signIn('auditor'));
    expect((await auditor.get(form.address)).status).toBe(403);
  });
});
