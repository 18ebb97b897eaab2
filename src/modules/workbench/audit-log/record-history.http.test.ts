import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '#entry/testing.ts';
import { routes } from '../../../entry/modules.ts';
import { setOwnDays } from '#modules/calendar/own-day/commands.server.ts';
import { recordAbsence } from '#modules/directory/absence/commands.server.ts';
import { setAccountRoles } from '#modules/directory/account/administer.server.ts';
import { createMachine } from '#modules/directory/machine/commands.server.ts';
import { editOfficer } from '#modules/directory/officer/administer.server.ts';
import { editRole } from '#modules/directory/role/commands.server.ts';
import { listRoles } from '#modules/directory/role/queries.server.ts';
import { editSettings } from '#modules/directory/tenant/commands.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { editUnit } from '#modules/directory/unit/commands.server.ts';
import { webhookLink } from '#modules/directory/links.ts';
import { createWebhook } from '#modules/directory/webhook/commands.server.ts';
import { saveView } from '#modules/lists/saved-view/commands.server.ts';
import {
  conclusionLink,
  objectiveLink,
  reviewLink,
  targetLink,
  templateLink,
} from '#modules/planning/links.ts';
import { addObjective } from '#modules/planning/objective/commands.server.ts';
import { plantPapers } from '#modules/planning/plan/fixtures.ts';
import { startDraft } from '#modules/planning/plan-draft/commands/start.server.ts';
import { listTargetsOfPlan } from '#modules/planning/target/queries.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { createConclusion } from '#modules/planning/conclusion/commands.server.ts';
import { meeting } from '#modules/planning/conclusion/fixtures.ts';
import { issuedPaperLink } from '#modules/casework/links.ts';
import { draftTestPaper } from '#modules/planning/chasing-paper/fixtures.ts';
import { createTemplate } from '#modules/planning/task-template/commands.server.ts';
import { reportTemplate } from '#modules/planning/task-template/fixtures.ts';
import { listHandIns } from '#modules/planning/report-hand-in/queries.server.ts';
import { plantPeriods } from '#modules/planning/report-period/fixtures.ts';
import { reportHandInLink, reportPeriodLink } from '#modules/planning/report-period/links.ts';
import { openTestMonth } from '#modules/planning/unit-head-review/fixtures.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { newId, parseId } from '#platform/db/id.ts';
import type { Actor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Ctx } from '#platform/session/ctx.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let auditor: Visitor;
/** Reads evaluations, which the administrator may not, and the audit. */
let leader: Visitor;
/** Pages that show how far a piece of background work has come, or what it froze: no record that anybody changes. */
const isWorkUnderWay = (path: string) =>
  ['/tep-xuat/:id', '/goi-minh-chung/:id', '/van-ban/in-gop/:id', '/ban-chot/:id', '/thong-bao/:id'].includes(
    path,
  ) || path.endsWith('/hang-loat/:id');
/** A record for each address that ends in `:id`. */
const ids = new Map<string, string>();

/** The administrator, who has just shown who they are. */
function asAdmin<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const actor = home.people.get(home.signIn('admin')) as Actor;
  const session = { id: newId<'session'>(), provenAt: site.services.clock.now() };
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'thu', session };
  return openCtx(site.services, 'write', occasion, work);
}
const asFocal = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('focal'), 'write', work);
const officerOf = (role: 'officer' | 'clerk' | 'leader') =>
  home.people.get(home.signIn(role))?.officerId ?? '';
const day = (text: string): PlainDate => plainDate(text);

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  auditor = site.visitor();
  await auditor.signIn(home.signIn('admin'));
  const unit = home.units.get('Phòng Kinh tế') ?? '';
  const { ids: tasks, planId: planOfTarget } = await asFocal((ctx) =>
    plantTasks(ctx, [{ title: 'Rà soát thủ tục' }]),
  );
  const targets = await asFocal(async (ctx) => {
    await plantPapers(ctx, planOfTarget, { targets: [{ text: 'Hồ sơ đúng hạn' }] });
    return listTargetsOfPlan(ctx, planOfTarget);
  });
  const draft = await asFocal((ctx) => startDraft(ctx, { origin: 'blank', year: 2027 }));
  const draftId = draft.ok ? draft.value : '';
  const { rows: plans } = await site.services.migrator.query<{ id: string }>(
    'update planning.plan set draft_id = $2 where tenant_id = $1 returning id',
    [home.tenant.id, draftId],
  );
  const planId = plans[0]?.id ?? '';
  const roles = await asAdmin((ctx) => listRoles(ctx));
  const clerk = roles.find((role) => role.code === 'clerk');
  const machine = await asAdmin((ctx) =>
    createMachine(ctx, { name: 'Một cửa điện tử', roleId: clerk?.id ?? '' }),
  );
  const view = await asAdmin((ctx) =>
    saveView(ctx, {
      list: '/nhiem-vu',
      query: '',
      name: 'Việc quý III',
      shared: false,
      pinned: false,
      usual: false,
    }),
  );
  const webhook = await asAdmin((ctx) =>
    createWebhook(ctx, {
      name: 'Cổng tỉnh',
      url: 'https://example.test/nhan',
      events: ['planning.task.approve'],
    }),
  );
  ids.set(webhookLink(':id'), webhook.ok ? webhook.value.id : '');
  ids.set('/cach-xem/:id', view.ok ? view.value : '');
  ids.set('/quan-tri/phan-mem/:id', machine.ok ? machine.value : '');
  ids.set('/quan-tri/don-vi/:id', unit);
  ids.set('/quan-tri/can-bo/:id', officerOf('officer'));
  ids.set('/quan-tri/vai-tro/:id', clerk?.id ?? '');
  ids.set('/nhiem-vu/:id', tasks[0] ?? '');
  ids.set('/du-thao/:id', draftId);
  ids.set('/ke-hoach/:id', planId);
  ids.set(targetLink(':id'), targets[0]?.id ?? '');
  const objective = await asFocal((ctx) =>
    addObjective(ctx, planOfTarget, {
      title: 'Dân hài lòng',
      ownerId: null,
      ordinal: null,
      reason: 'Giao ban',
    }),
  );
  ids.set(objectiveLink(':id'), objective.ok ? objective.value : '');
  const template = await asFocal((ctx) => createTemplate(ctx, reportTemplate()));
  const conclusion = await asFocal((ctx) => createConclusion(ctx, meeting()));
  ids.set(conclusionLink(':id'), conclusion.ok ? conclusion.value : '');
  ids.set(templateLink(':id'), template.ok ? template.value : '');
  const [review] = (await openTestMonth(home)).values();
  ids.set(reviewLink(':id'), review?.id ?? '');
  ids.set(
    issuedPaperLink(':id'),
    await asFocal((ctx) => draftTestPaper(ctx, 'assignment-slip', { taskIds: tasks.slice(0, 1) })),
  );
  const [period] = (await plantPeriods(home)).periods;
  const [report] = period ? await asFocal((ctx) => listHandIns(ctx, period.id)) : [];
  ids.set(reportPeriodLink(':id'), period?.id ?? '');
  ids.set(reportHandInLink(':id'), report?.id ?? '');
  const heard = roles.filter(({ code }) => code === 'leader' || code === 'auditor');
  await asAdmin((ctx) =>
    setAccountRoles(
      ctx,
      officerOf('leader'),
      heard.map(({ id }) => id),
    ),
  );
  leader = site.visitor();
  await leader.signIn(home.signIn('leader'));
});

async function historyOn(address: string, visitor = auditor): Promise<string | undefined> {
  const { status, page } = await visitor.get(address);
  expect([address, status]).toEqual([address, 200]);
  return page.querySelector('#audit')?.textContent.replaceAll(/\s+/g, ' ');
}

describe('the history at the end of a page', () => {
  it('stands on the page of every record', async () => {
    const pages = routes.filter(
      ({ verb, path }) => verb === 'get' && path.endsWith('/:id') && !isWorkUnderWay(path),
    );
    expect(pages.length).toBeGreaterThan(5);
    for (const { path } of pages) {
      expect([...ids.keys()], 'make a record for this page here').toContain(path);
      const visitor = path === reviewLink(':id') ? leader : auditor;
      const history = await historyOn(path.replace(':id', ids.get(path) ?? ''), visitor);
      expect(history).toContain('Lịch sử thay đổi');
    }
  });

  it('is shown to nobody who may not read the audit', async () => {
    const focal = site.visitor();
    await focal.signIn(home.signIn('focal'));
    for (const path of ['/nhiem-vu/:id', '/du-thao/:id', '/ke-hoach/:id'])
      expect(await historyOn(path.replace(':id', ids.get(path) ?? ''), focal)).toBeUndefined();
  });

  it('says in words what became of a unit, an officer, their account and a role', async () => {
    const unit = ids.get('/quan-tri/don-vi/:id') ?? '';
    await asAdmin((ctx) => editUnit(ctx, unit, { name: 'Phòng Kinh tế - Hạ tầng', isCollective: false }));
    expect(await historyOn(`/quan-tri/don-vi/${unit}`)).toMatch(
      /Sửa đơn vị.*Tên ?Phòng Kinh tế ?Phòng Kinh tế - Hạ tầng/,
    );
    const officer = officerOf('officer');
    await asAdmin((ctx) =>
      editOfficer(ctx, officer, { fullName: 'Trần Thị Bình', positionTitle: 'Chuyên viên', isHead: true }),
    );
    const roles = await asAdmin((ctx) => listRoles(ctx));
    const wanted = roles.filter((role) => role.code === 'clerk' || role.code === 'officer');
    await asAdmin((ctx) =>
      setAccountRoles(
        ctx,
        officer,
        wanted.map((role) => role.id),
      ),
    );
    const shown = await historyOn(`/quan-tri/can-bo/${officer}`);
    expect(shown).toMatch(/Là người đứng đầu ?không ?có/);
    expect(shown).toMatch(/Đổi vai trò của tài khoản.*Công chức một cửa/);
    const clerk = roles.find((role) => role.code === 'clerk');
    const grants = new Map([...(clerk?.grants ?? []), ['planning.task.cancel', 'own'] as const]);
    await asAdmin((ctx) => editRole(ctx, clerk?.id ?? '', { name: undefined, grants }));
    expect(await historyOn(`/quan-tri/vai-tro/${clerk?.id}`)).toMatch(/Quyền › Hủy nhiệm vụ ?– ?của mình/);
  });

  it('says in words what became of the office, its days and who was away', async () => {
    const settings = { name: 'Xã Thử', address: 'Thôn Một', phone: '', email: '' };
    await asAdmin((ctx) => editSettings(ctx, settings));
    expect(await historyOn('/quan-tri/cai-dat')).toMatch(/Sửa thông tin cơ quan.*Địa chỉ ?– ?Thôn Một/);
    await asAdmin((ctx) =>
      setOwnDays(ctx, { offOn: day('2026-06-02'), workOn: undefined, reason: 'Lễ hội làng' }),
    );
    expect(await historyOn('/quan-tri/lich')).toMatch(
      /Đặt ngày riêng.*Ngày ?– ?02\/06\/2026.*Loại ngày ?– ?nghỉ.*Lễ hội làng/,
    );
    const [officerId, substituteId] = (['officer', 'clerk'] as const).map((role) =>
      parseId<'officer'>(officerOf(role)),
    );
    if (!officerId || !substituteId) throw new Error('nobody to be away');
    const [fromOn, toOn] = [day('2026-06-03'), day('2026-06-05')];
    await asAdmin((ctx) =>
      recordAbsence(ctx, { officerId, substituteId, fromOn, toOn, reason: 'Nghỉ phép' }),
    );
    expect(await historyOn('/quan-tri/vang-mat')).toMatch(
      /Cán bộ ?– ?Trần Thị Bình ?Người làm thay ?– ?Người clerk/,
    );
  });

  it('says in words what became of a task, and leads to all of it in the audit', async () => {
    const task = ids.get('/nhiem-vu/:id') ?? '';
    const focal = site.visitor();
    await focal.signIn(home.signIn('focal'));
    await focal.submit(await focal.get(`/nhiem-vu/${task}/giao`), 'Giao việc', { due: '30/06/2026' });
    expect(await historyOn(`/nhiem-vu/${task}`)).toMatch(/Giao việc.*Ngày hạn ?– ?30\/06\/2026/);
    const screen = await auditor.get(`/nhiem-vu/${task}`);
    const all = await auditor.get(screen.link('Mở trong Nhật ký'));
    expect([all.status, all.address]).toEqual([200, `/nhat-ky?loai=task&ban-ghi=${task}`]);
  });
});
