import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import {
  bareTargetsLink,
  linkedTasksLink,
  linkProposalsLink,
  objectiveLink,
  objectivesExportLink,
  objectivesLink,
  objectivesPrintLink,
  targetLink,
  taskLink,
} from '../links.ts';
import { plantTree, type PlantedTree } from './fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let tree: PlantedTree;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  tree = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTree(ctx, {
      targets: ['Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%', 'Số hóa kết quả đạt 100%', 'Khảo sát người dân'],
      tasks: [
        { title: 'Việc xong', stage: 'done', dueOn: '2026-05-04' },
        { title: 'Việc trễ', stage: 'in-progress', dueOn: '2026-05-04' },
        { title: 'Bảo đảm hồ sơ giải quyết đúng hạn' },
        { title: 'Việc hủy', stage: 'cancelled', dueOn: '2026-05-04' },
      ],
      links: [
        [0, 0],
        [1, 0],
        [1, 1],
        [3, 2],
      ],
    }),
  );
});

async function at(who: 'focal' | 'officer' | 'auditor'): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(who));
  return visitor;
}

describe('the page of objectives', () => {
  it('opens exactly the tasks of every figure, and names what is missing', async () => {
    const focal = await at('focal');
    const page = await focal.get(objectivesLink());
    expect(page.text).toContain('Chưa có số liệu');
    const links = page.page.querySelectorAll('main table a[href^="/muc-tieu/viec"]');
    expect(links.length).toBeGreaterThan(7);
    for (const link of links) {
      const said = Number(
        /: (\d+)$/.exec(link.getAttribute('aria-label') ?? '')?.[1] ?? link.text.match(/\d+/)?.[0],
      );
      const list = await focal.get(link.getAttribute('href')?.replaceAll('&amp;', '&') ?? '');
      expect(list.page.querySelectorAll('main tbody tr')).toHaveLength(said);
      expect(list.heading).toMatch(new RegExp(`${said}$`));
    }
    expect(page.text).toContain('1 chỉ tiêu chưa có nhiệm vụ');
    expect(page.text).toContain('1 nhiệm vụ chưa gắn chỉ tiêu');
  });

  it('is narrowed to a unit or leader, and says when nothing is left', async () => {
    const focal = await at('focal');
    const unit = [...home.units.values()][0] ?? '';
    expect((await focal.get(objectivesLink({ 'don-vi': unit }))).text).toContain(
      'Không có mục tiêu nào khớp',
    );
    const odd = await focal.get('/muc-tieu?ke-hoach=x&don-vi=%27;&lanh-dao=%00');
    expect(odd.status).toBe(200);
    const elsewhere = await focal.get(`/muc-tieu/viec?muc-tieu=${tree.tasks[0]}&so=late`);
    expect(elsewhere.status).toBe(404);
  });

  it('goes on paper and along as a workbook, with a line in the audit', async () => {
    const focal = await at('focal');
    const paper = await focal.get(objectivesPrintLink({ 'ke-hoach': tree.planId }));
    expect(paper.page.querySelectorAll('main details')).toHaveLength(0);
    expect(paper.text).toContain('Việc trễ');
    const file = await focal.post(objectivesExportLink, { 'ke-hoach': tree.planId });
    expect(file.headers.get('content-disposition')).toContain('muc-tieu-');
    expect(file.body.startsWith('PK')).toBe(true);
    const { rowCount } = await site.services.migrator.query(
      "select 1 from platform.audit_line where act = 'planning.objective.export' and tenant_id = $1",
      [home.tenant.id],
    );
    expect(rowCount).toBe(1);
  });

  it('is empty with a way on where there is no plan', async () => {
    const fresh = await testTenant(site.services);
    const visitor = site.visitor();
    await visitor.signIn(fresh.signIn('focal'));
    const page = await visitor.get(objectivesLink());
    expect(page.text).toContain('Chưa có mục tiêu');
    expect((await visitor.get(objectiveLink(tree.objectives[0] ?? ''))).status).toBe(404);
    expect((await visitor.get(`${targetLink(tree.targets[0] ?? '')}/nhiem-vu`)).status).toBe(404);
  });
});

describe('linking', () => {
  it('goes from the gaps over the target, changes its figure, and is taken back there', async () => {
    const focal = await at('focal');
    const gaps = await focal.get(bareTargetsLink());
    const choose = await focal.get(gaps.link('Gắn nhiệm vụ với chỉ tiêu Khảo sát người dân'));
    const nothing = await focal.submit(choose, 'Gắn các nhiệm vụ đã chọn');
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Chọn ít nhất một nhiệm vụ');
    const linked = await focal.submit(choose, 'Gắn các nhiệm vụ đã chọn', { task: tree.tasks[2] ?? '' });
    expect(linked.text).toContain('Đã gắn 1 cặp');
    expect(linked.text).toContain('Bảo đảm hồ sơ giải quyết đúng hạn');
    const list = await focal.get(linkedTasksLink({ 'chi-tieu': tree.targets[2], so: 'total' }));
    expect(list.page.querySelectorAll('main tbody tr')).toHaveLength(1);
    const unlinked = await focal.submit(linked, 'Bỏ gắn với I.3');
    expect(unlinked.text).toContain('Đã bỏ gắn');
    const again = await focal.submit(unlinked, 'Hoàn tác');
    expect(again.text).toContain('Đã gắn lại');
    await focal.submit(again, 'Bỏ gắn với I.3');
  });

  it('goes from the task, says what is linked already, and refuses what cannot be', async () => {
    const focal = await at('focal');
    const task = await focal.get(taskLink(tree.tasks[0] ?? ''));
    const choose = await focal.get(task.link('Gắn chỉ tiêu'));
    const linked = await focal.submit(choose, 'Gắn với chỉ tiêu Số hóa kết quả đạt 100%');
    expect(linked.text).toContain('Đã gắn nhiệm vụ với chỉ tiêu');
    const twice = await focal.post(`${taskLink(tree.tasks[0] ?? '')}/chi-tieu`, {
      target: tree.targets[1] ?? '',
    });
    expect(twice.status).toBe(422);
    expect(twice.text).toContain('đã gắn với chỉ tiêu đó rồi');
    const wrong = await focal.post(`${taskLink(tree.tasks[0] ?? '')}/chi-tieu`, { target: 'x' });
    expect(wrong.status).toBe(404);
  });

  it('agrees to what the words suggest, all at once, with one way back', async () => {
    const focal = await at('focal');
    const proposals = await focal.get(linkProposalsLink(tree.planId));
    expect(proposals.text).toContain('Bảo đảm hồ sơ giải quyết đúng hạn');
    const none = await focal.submit(proposals, 'Gắn các cặp đã chọn');
    expect(none.status).toBe(422);
    const all = await focal.post(linkProposalsLink(tree.planId), {
      viec: 'tat-ca',
      'moi-cap': `${tree.tasks[2]} ${tree.targets[0]}`,
    });
    expect(all.text).toContain('Đã gắn 1 cặp');
    const undone = await focal.submit(all, 'Hoàn tác');
    expect(undone.text).toContain('Đã bỏ 1 cặp vừa gắn');
  });

  it('shows no way to whoever may not', async () => {
    const auditor = await at('auditor');
    expect((await auditor.get(bareTargetsLink())).body).not.toContain('Gắn nhiệm vụ');
    expect((await auditor.get(linkProposalsLink(tree.planId))).status).toBe(403);
    expect((await auditor.get(objectiveLink(tree.objectives[0] ?? '', 'sua'))).status).toBe(403);
  });
});

describe('an objective', () => {
  it('is added, edited with what is wrong said beside each field, thrown away and brought back', async () => {
    const focal = await at('focal');
    const form = await focal.get(`/muc-tieu/moi?ke-hoach=${tree.planId}`);
    const wrong = await focal.submit(form, 'Lưu mục tiêu', { title: '', ordinal: 'x', reason: '' });
    expect(wrong.status).toBe(422);
    for (const sentence of ['Ghi tên mục tiêu', 'Ghi thứ tự bằng số', 'Ghi lý do'])
      expect(wrong.text).toContain(sentence);
    expect(wrong.value('Thứ tự')).toBe('x');
    const added = await focal.submit(form, 'Lưu mục tiêu', { title: 'Mục tiêu <b>mới</b>', reason: 'Họp' });
    expect(added.text).toContain('Đã thêm mục tiêu');
    expect(added.body).not.toContain('<b>mới</b>');
    const gone = await focal.submit(added, 'Bỏ mục tiêu', { reason: 'Nhầm' });
    expect(gone.text).toContain('Đã bỏ mục tiêu');
    const back = await focal.submit(gone, 'Hoàn tác');
    expect(back.text).toContain('Đã lấy lại mục tiêu');
    expect(back.text).toContain('Nhầm');
  });

  it('takes a target from another by the form of the target', async () => {
    const focal = await at('focal');
    const target = await focal.get(targetLink(tree.targets[2] ?? ''));
    const form = await focal.get(target.link('Đổi mục tiêu'));
    const placed = await focal.submit(form, 'Xếp vào mục tiêu này', { objective: tree.objectives[1] ?? '' });
    expect(placed.text).toContain('Đã xếp chỉ tiêu vào mục tiêu');
    expect(placed.text).toContain('Mục tiêu 2');
  });
});
