import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { dependenciesLink, planLink, subTasksLink, taskLink } from '../links.ts';
import { makeOccurrencesNow } from '../occurrence/jobs.server.ts';
import { plantTasks, type TaskSeed } from '../task/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
});

const plant = (seeds: readonly TaskSeed[]) =>
  home.as(home.signIn('focal'), 'write', (ctx) => plantTasks(ctx, seeds));

describe('splitting a task', () => {
  it('adds a part that its page shows, and each shows the way to the other', async () => {
    const { ids } = await plant([{ code: 'V.1', dueOn: '2026-06-30', stage: 'in-progress' }]);
    const form = await focal.get((await focal.get(taskLink(ids[0] ?? ''))).link('Chia việc con'));
    expect(form.value('Thời hạn')).toBe('30/06/2026');
    const task = await focal.submit(form, 'Thêm việc con', { title: 'Lấy số liệu thôn' });
    expect(task.text).toContain('Đã thêm việc con.');
    expect(task.text).toContain('Xong 0/1');
    const part = await focal.get(task.link('Lấy số liệu thôn'));
    expect(part.heading).toBe('Lấy số liệu thôn');
    expect(part.link('Xem nhiệm vụ lớn')).toBe(taskLink(ids[0] ?? ''));
  });

  it('keeps what was typed and says both days where a part would be due after its task', async () => {
    const { ids } = await plant([{ dueOn: '2026-06-30', stage: 'in-progress' }]);
    const form = await focal.get(subTasksLink(ids[0] ?? ''));
    const back = await focal.submit(form, 'Thêm việc con', { title: 'Muộn', due: '01/07/2026' });
    expect(back.status).toBe(422);
    expect(back.value('Tên việc con')).toBe('Muộn');
    expect(back.text).toContain('Hạn việc con 01/07/2026 sau hạn nhiệm vụ lớn 30/06/2026.');
    const unnamed = await focal.submit(form, 'Thêm việc con', { title: '', due: '45/13/2026' });
    expect(unnamed.text).toContain('Ghi tên việc con');
    expect(unnamed.text).toContain('Ghi ngày theo dạng ngày/tháng/năm');
  });

  it('asks for an explanation when the task is handed in before its parts', async () => {
    const officer = home.people.get(home.signIn('officer'))?.officerId ?? null;
    const { ids } = await plant([{ stage: 'in-progress', assigneeId: officer, dueOn: '2026-06-30' }]);
    await focal.submit(await focal.get(subTasksLink(ids[0] ?? '')), 'Thêm việc con', { title: 'In ấn' });
    const form = await focal.get(`${taskLink(ids[0] ?? '')}/nop`);
    expect(form.text).toContain('Còn 1 việc con chưa xong');
    const proof = { number: '31/BC-UBND' };
    const sent = await focal.submit(form, 'Nộp để duyệt', {
      text: 'Xong',
      exception: 'Chỉ còn in',
      ...proof,
    });
    expect(sent.text).toContain('Đã nộp, chờ duyệt.');
  });
});

describe('waiting for another task', () => {
  it('is chosen by a search, warned of, shown on both pages, and taken away again', async () => {
    const { ids } = await plant([
      { code: 'W1', title: 'Nâng cấp hệ thống một cửa', stage: 'accepted' },
      { code: 'W2', title: 'Mua máy chủ cho bộ phận một cửa', stage: 'in-progress', dueOn: '2026-05-04' },
    ]);
    const [task = '', first = ''] = ids;
    const found = await focal.get(`${dependenciesLink(task)}?tim=mua+may+chu`);
    const added = await focal.submit(found, 'Chọn W2');
    expect(added.text).toContain('Đã thêm nhiệm vụ phải xong trước.');
    const page = await focal.get(taskLink(task));
    expect(page.text).toContain('Nhiệm vụ phải xong trước chưa xong: W2');
    expect(page.text).toContain('Đang quá hạn: W2');
    expect((await focal.get(taskLink(first))).text).toContain('Đang chờ nhiệm vụ này');
    const circle = await focal.submit(
      await focal.get(`${dependenciesLink(first)}?tim=nang+cap+he+thong`),
      'Chọn W1',
    );
    expect(circle.status).toBe(422);
    expect(circle.text).toContain('thành vòng: W2 → W1 → W2');
    const removed = await focal.submit(await focal.get(dependenciesLink(task)), 'Bỏ W2');
    expect(removed.text).not.toContain('Nhiệm vụ phải xong trước chưa xong');
  });
});

describe('a plan with recurring tasks', () => {
  it('lists what it orders, says how many times are done, and leads from the task to each of them', async () => {
    const { ids, planId } = await plant([
      {
        title: 'Báo cáo cải cách hành chính',
        dueKind: 'recurring',
        due: { kind: 'recurring', from: null, to: null, recurrence: { every: 'quarter' } },
      },
    ]);
    await makeOccurrencesNow((mode, work) => home.as(home.signIn('focal'), mode, work));
    const plan = await focal.get(planLink(planId));
    expect(plan.text).toContain('Xong 0/3 kỳ');
    expect(plan.text).toContain('0/3 nhiệm vụ đủ sáu rõ');
    const series = await focal.get(taskLink(ids[0] ?? ''));
    expect(series.text).toContain('Việc định kỳ: đã xong 0/3 kỳ');
    const quarter = await focal.get(series.link('Quý III/2026'));
    expect(quarter.text).toContain('Một kỳ của việc định kỳ');
    expect(quarter.link('Xem cả việc định kỳ')).toBe(taskLink(ids[0] ?? ''));
  });

  it('opens from each figure of its six clears just that many tasks, and the form that fills them in', async () => {
    const officer = home.people.get(home.signIn('officer'))?.officerId ?? null;
    const { planId } = await plant([{ assigneeId: officer }, { product: 'Báo cáo' }, { stage: 'done' }]);
    const plan = await focal.get(planLink(planId));
    const gauge = plan.page.querySelector('#clarity');
    const figures = gauge?.querySelectorAll('tbody a[href^="/nhiem-vu?"]') ?? [];
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) {
      const list = await focal.get((figure.getAttribute('href') ?? '').replaceAll('&amp;', '&'));
      const rows = list.page.querySelectorAll('table.table tbody tr').length;
      expect([figure.getAttribute('href'), rows]).toEqual([figure.getAttribute('href'), Number(figure.text)]);
    }
    const mend = gauge?.querySelectorAll('a').find((link) => link.text.includes('Bổ sung cùng lúc'));
    const form = await focal.get((mend?.getAttribute('href') ?? '').replaceAll('&amp;', '&'));
    expect(form.status).toBe(200);
    expect(form.text).toContain('Chọn điều thay đổi cho mọi nhiệm vụ đã chọn');
  });
});
