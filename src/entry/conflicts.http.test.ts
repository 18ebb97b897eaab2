import { beforeAll, describe, expect, it } from 'vitest';
import { officerLink, roleLink, settingsLink, unitLink } from '#modules/directory/links.ts';
import { createRole } from '#modules/directory/role/commands.server.ts';
import { listRoles } from '#modules/directory/role/queries.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import {
  conclusionLink,
  draftLink,
  objectiveLink,
  targetLink,
  taskLink,
  templateLink,
} from '#modules/planning/links.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { listRows } from '#modules/planning/plan-draft/queries.server.ts';
import { reportPeriodLink } from '#modules/planning/report-period/links.ts';
import { plantPapers } from '#modules/planning/plan/fixtures.ts';
import { plantTree } from '#modules/planning/objective/fixtures.ts';
import { listTargetsOfPlan } from '#modules/planning/target/queries.server.ts';
import { issuedPaperLink } from '#modules/casework/links.ts';
import { draftTestPaper } from '#modules/planning/chasing-paper/fixtures.ts';
import { plantConclusion } from '#modules/planning/conclusion/fixtures.ts';
import { plantPeriods } from '#modules/planning/report-period/fixtures.ts';
import { createTemplate } from '#modules/planning/task-template/commands.server.ts';
import { reportTemplate } from '#modules/planning/task-template/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { routes } from './modules.ts';
import { type Screen, testSite, type Visitor } from './testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
const records: Record<string, string> = {};

const paper =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tQuý II/2026\n';

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  const [admin, focal] = [home.signIn('admin'), home.signIn('focal')];
  records.unit = home.units.get('Phòng Kinh tế') ?? '';
  records.otherUnit = home.units.get('Văn phòng HĐND và UBND') ?? '';
  records.officer = home.people.get(home.signIn('officer'))?.officerId ?? '';
  await home.as(admin, 'write', async (ctx) => {
    const role = await createRole(ctx, { name: 'Kế toán', grants: new Map() });
    records.role = role.ok ? role.value : '';
    records.clerk = (await listRoles(ctx)).find((one) => one.code === 'clerk')?.id ?? '';
  });
  const planted = await home.as(focal, 'write', async (ctx) => {
    const people = { assigneeId: records.officer ?? null, approverId: records.officer ?? null };
    const whole = {
      ...people,
      leadUnitId: records.unit ?? null,
      product: 'Báo cáo',
      dueKind: 'year' as const,
    };
    const tasks = await plantTasks(ctx, [
      { title: 'Một' },
      { ...whole, title: 'Hai', stage: 'in-progress' },
      { title: 'Ba' },
      { ...whole, title: 'Bốn', stage: 'assigned' },
      { ...whole, title: 'Năm', stage: 'submitted' },
      { ...whole, title: 'Sáu', stage: 'submitted' },
      { ...whole, title: 'Bảy', stage: 'waiting', dueKind: 'on-request' },
      { ...whole, title: 'Tám', stage: 'in-progress', dueOn: '2026-12-01' },
    ]);
    await plantPapers(ctx, tasks.planId, { targets: [{ text: 'Hồ sơ đúng hạn' }] });
    records.objective = (await plantTree(ctx, { targets: [], tasks: [] })).objectives[0] ?? '';
    records.conclusion = (await plantConclusion(ctx))['/ket-luan'];
    const template = await createTemplate(ctx, reportTemplate());
    records.template = template.ok ? template.value : '';
    records.paper = await draftTestPaper(ctx, 'assignment-slip', { taskIds: tasks.ids.slice(0, 1) });
    records.target = (await listTargetsOfPlan(ctx, tasks.planId))[0]?.id ?? '';
    return tasks;
  });
  records.period = (await plantPeriods(home)).periods[0]?.id ?? '';
  const steps = ['assigned', 'handedIn', 'cancelled', 'declined', 'approved', 'sentBack', 'waiting', 'dated'];
  for (const [at, name] of steps.entries()) records[name] = planted.ids[at] ?? '';
  const draft = await readPlanNow((mode, work) => home.as(focal, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from(paper),
  });
  records.draft = draft;
  records.row =
    (await home.as(focal, 'read', (ctx) => listRows(ctx, draft))).find((row) => row.kind === 'task')?.id ??
    '';
});

/** One form of one page, filled in so. */
interface Filled {
  page(): string;
  readonly button: string | RegExp;
  values(): Record<string, string>;
}

interface Form extends Filled {
  readonly act: string;
  readonly who: 'admin' | 'focal';
  /** What the other person saves meanwhile; the same form with other values unless it says otherwise. */
  readonly other: Partial<Filled> & Pick<Filled, 'values'>;
  /** Words of both versions. */
  readonly theirs: string;
  readonly mine: string;
}

/** Another person gives the task another deadline meanwhile. */
const newDeadline = (taskId: () => string): Form['other'] => ({
  page: () => taskLink(taskId(), 'giao'),
  button: 'Giao việc',
  values: () => ({ due: '29/06/2026' }),
});

const forms: readonly Form[] = [
  {
    act: 'directory.unit.edit',
    who: 'admin',
    page: () => unitLink(records.unit ?? ''),
    button: 'Lưu',
    values: () => ({ name: 'Phòng Kinh tế tổng hợp' }),
    other: { values: () => ({ name: 'Phòng Kinh tế, Hạ tầng' }) },
    theirs: 'Phòng Kinh tế, Hạ tầng',
    mine: 'Phòng Kinh tế tổng hợp',
  },
  {
    act: 'directory.officer.edit',
    who: 'admin',
    page: () => officerLink(records.officer ?? ''),
    button: 'Lưu',
    values: () => ({ fullName: 'Trần Thị Mình' }),
    other: { values: () => ({ fullName: 'Trần Thị Họ' }) },
    theirs: 'Trần Thị Họ',
    mine: 'Trần Thị Mình',
  },
  {
    act: 'directory.officer.move',
    who: 'admin',
    page: () => officerLink(records.officer ?? ''),
    button: /^Chuyển/,
    values: () => ({ unitId: records.otherUnit ?? '', movedTitle: 'Văn thư của tôi' }),
    other: { values: () => ({ unitId: records.otherUnit ?? '', movedTitle: 'Văn thư của họ' }) },
    theirs: 'Văn thư của họ',
    mine: 'Văn thư của tôi',
  },
  {
    act: 'directory.account.set-roles',
    who: 'admin',
    page: () => officerLink(records.officer ?? ''),
    button: /vai trò/,
    values: () => ({ roles: records.role ?? '' }),
    other: { values: () => ({ roles: records.clerk ?? '' }) },
    theirs: 'Công chức một cửa',
    mine: 'Kế toán',
  },
  {
    act: 'directory.role.edit',
    who: 'admin',
    page: () => roleLink(records.role ?? ''),
    button: 'Lưu',
    values: () => ({ name: 'Kế toán của tôi' }),
    other: { values: () => ({ name: 'Kế toán của họ' }) },
    theirs: 'Kế toán của họ',
    mine: 'Kế toán của tôi',
  },
  {
    act: 'directory.tenant.edit',
    who: 'admin',
    page: () => settingsLink,
    button: 'Lưu',
    values: () => ({ address: 'Thôn Đông' }),
    other: { values: () => ({ address: 'Thôn Tây' }) },
    theirs: 'Thôn Tây',
    mine: 'Thôn Đông',
  },
  {
    act: 'planning.target.edit',
    who: 'focal',
    page: () => targetLink(records.target ?? '', 'sua'),
    button: 'Lưu chỉ tiêu',
    values: () => ({ text: 'Hồ sơ đúng hạn của tôi', reason: 'Gõ sai' }),
    other: { values: () => ({ text: 'Hồ sơ đúng hạn của họ', reason: 'Gõ sai' }) },
    theirs: 'Hồ sơ đúng hạn của họ',
    mine: 'Hồ sơ đúng hạn của tôi',
  },
  {
    act: 'planning.conclusion.edit',
    who: 'focal',
    page: () => conclusionLink(records.conclusion ?? '', 'sua'),
    button: 'Lưu kết luận',
    values: () => ({ title: 'Kết luận của tôi' }),
    other: { values: () => ({ title: 'Kết luận của họ' }) },
    theirs: 'Kết luận của họ',
    mine: 'Kết luận của tôi',
  },
  {
    act: 'planning.task-template.edit',
    who: 'focal',
    page: () => templateLink(records.template ?? '', 'sua'),
    button: 'Lưu mẫu',
    values: () => ({ 'v1-title': 'Việc con của tôi' }),
    other: { values: () => ({ 'v1-title': 'Việc con của họ' }) },
    theirs: 'Việc con của họ',
    mine: 'Việc con của tôi',
  },
  {
    act: 'casework.issued-paper.edit',
    who: 'focal',
    page: () => issuedPaperLink(records.paper ?? '', 'sua'),
    button: 'Lưu và xem trước',
    values: () => ({ signerName: 'Người ký của tôi' }),
    other: { values: () => ({ signerName: 'Người ký của họ' }) },
    theirs: 'Người ký của họ',
    mine: 'Người ký của tôi',
  },
  {
    act: 'planning.objective.edit',
    who: 'focal',
    page: () => objectiveLink(records.objective ?? '', 'sua'),
    button: 'Lưu mục tiêu',
    values: () => ({ title: 'Mục tiêu của tôi', reason: 'Gõ sai' }),
    other: { values: () => ({ title: 'Mục tiêu của họ', reason: 'Gõ sai' }) },
    theirs: 'Mục tiêu của họ',
    mine: 'Mục tiêu của tôi',
  },
  {
    act: 'planning.task.assign',
    who: 'focal',
    page: () => taskLink(records.assigned ?? '', 'giao'),
    button: 'Giao việc',
    values: () => ({ product: 'Báo cáo của tôi' }),
    other: { values: () => ({ product: 'Báo cáo của họ' }) },
    theirs: 'Báo cáo của họ',
    mine: 'Báo cáo của tôi',
  },
  {
    act: 'planning.task.submit',
    who: 'focal',
    page: () => taskLink(records.handedIn ?? '', 'nop'),
    button: 'Nộp để duyệt',
    values: () => ({ text: 'Báo cáo số 12', exception: 'Bản giấy' }),
    other: newDeadline(() => records.handedIn ?? ''),
    theirs: '(để trống)',
    mine: 'Báo cáo số 12',
  },
  {
    act: 'planning.task.decline',
    who: 'focal',
    page: () => taskLink(records.declined ?? '', 'khong-nhan'),
    button: 'Không nhận',
    values: () => ({ text: 'Không đúng chuyên môn' }),
    other: newDeadline(() => records.declined ?? ''),
    theirs: '(để trống)',
    mine: 'Không đúng chuyên môn',
  },
  {
    act: 'planning.task.approve',
    who: 'focal',
    page: () => taskLink(records.approved ?? ''),
    button: 'Duyệt',
    values: () => ({ text: 'Làm tốt' }),
    other: newDeadline(() => records.approved ?? ''),
    theirs: '(để trống)',
    mine: 'Làm tốt',
  },
  {
    act: 'planning.task.send-back',
    who: 'focal',
    page: () => taskLink(records.sentBack ?? '', 'duyet'),
    button: 'Trả lại',
    values: () => ({ text: 'Thiếu số liệu quý II' }),
    other: newDeadline(() => records.sentBack ?? ''),
    theirs: '(để trống)',
    mine: 'Thiếu số liệu quý II',
  },
  {
    act: 'planning.task.record-event',
    who: 'focal',
    page: () => taskLink(records.waiting ?? '', 'su-kien'),
    button: 'Ghi nhận sự kiện',
    values: () => ({ text: 'Công văn 12/CV', on: '11/05/2026', due: '20/05/2026' }),
    other: {
      page: () => taskLink(records.waiting ?? '', 'giao'),
      button: 'Giao việc',
      values: () => ({ product: 'Báo cáo khác' }),
    },
    theirs: '(để trống)',
    mine: 'Công văn 12/CV',
  },
  {
    act: 'planning.task.change-due',
    who: 'focal',
    page: () => taskLink(records.dated ?? '', 'doi-han'),
    button: 'Đổi hạn',
    values: () => ({ due: '30/12/2099', text: 'Tỉnh lùi ngày nộp' }),
    other: { values: () => ({ due: '29/12/2099', text: 'Tỉnh lùi ngày' }) },
    theirs: '29/12/2099',
    mine: '30/12/2099',
  },
  {
    act: 'planning.task.cancel',
    who: 'focal',
    page: () => taskLink(records.cancelled ?? '', 'huy'),
    button: /^Hủy/,
    values: () => ({ text: 'Đã gộp vào việc khác' }),
    other: newDeadline(() => records.cancelled ?? ''),
    theirs: '(để trống)',
    mine: 'Đã gộp vào việc khác',
  },
  {
    act: 'planning.report-period.edit',
    who: 'focal',
    page: () => reportPeriodLink(records.period ?? '', 'sua'),
    button: 'Lưu',
    values: () => ({ addressee: 'Sở Tôi', reason: 'x' }),
    other: { values: () => ({ addressee: 'Sở Họ', reason: 'x' }) },
    theirs: 'Sở Họ',
    mine: 'Sở Tôi',
  },
  {
    act: 'planning.plan-draft.edit',
    who: 'focal',
    page: () => draftLink(records.draft ?? ''),
    button: /thông tin/i,
    values: () => ({ title: 'Kế hoạch của tôi' }),
    other: { values: () => ({ title: 'Kế hoạch của họ' }) },
    theirs: 'Kế hoạch của họ',
    mine: 'Kế hoạch của tôi',
  },
  {
    act: 'planning.plan-draft.edit',
    who: 'focal',
    page: () => draftLink(records.draft ?? '', { loai: 'task', dong: records.row }),
    button: 'Lưu dòng này',
    values: () => ({ product: 'Báo cáo của tôi' }),
    other: { values: () => ({ product: 'Báo cáo của họ' }) },
    theirs: 'Báo cáo của họ',
    mine: 'Báo cáo của tôi',
  },
];

/** Acts that change what somebody may have open, and show no two versions, each with the reason. */
const withoutTyping: Readonly<Record<string, string>> = {
  'planning.task.reopen': 'a button: nothing is typed, and a task that has changed refuses it',
  'planning.task.accept': 'a button: nothing is typed, and a task that has changed refuses it',
  'planning.task.start': 'a button: nothing is typed, and a task that has changed refuses it',
  'planning.task.withdraw': 'a button: nothing is typed, and a task that has changed refuses it',
  'planning.contribution.accept': 'a choice from a list, shown again beside what the unit says now',
  'planning.contribution.decline': 'its page comes again with what was typed and what the unit says now',
  'planning.contribution.send-back': 'its page comes again with what was typed and what the unit says now',
  'planning.report-hand-in.accept': 'a button, which a report that has changed refuses',
  'planning.report-hand-in.withdraw': 'a button, which a report that has changed refuses',
  'planning.report-hand-in.send-back': 'its page comes again with what was typed and what stands now',
  'planning.report-period.reopen': 'a button, which a period that has changed refuses',
  'casework.note.edit': 'its author alone edits it, and its page keeps every version',
  'planning.unit-head-review.reopen': 'done already, the page shows both reasons side by side',
  'directory.unit.reorder': 'a button: nothing is typed, and the place is counted anew',
  'directory.absence.cancel': 'a button: nothing is typed, and what is cancelled already refuses it',
  'directory.role.require-factor': 'a tick for each role: the page shows all of them again',
};

async function signedIn(role: Form['who']): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

async function fillIn(visitor: Visitor, screen: Screen, form: Filled): Promise<Screen> {
  return visitor.submit(screen, form.button, form.values());
}

describe.each(forms)('$act', (form) => {
  it('shows the second editor both versions, with who and when, and saves the choice in one act', async () => {
    const [first, second] = [await signedIn(form.who), await signedIn(form.who)];
    const other: Filled = { ...form, ...form.other };
    const opened = await second.get(form.page());
    const saved = await fillIn(first, await first.get(other.page()), other);
    expect(saved.status).toBe(200);

    const conflict = await fillIn(second, opened, form);
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('Có người vừa lưu trước anh, chị');
    expect(conflict.text).toContain(form.theirs);
    expect(conflict.text).toContain(form.mine);
    expect(conflict.text).toMatch(/Người (?:admin|focal) lưu lúc/);
    expect(conflict.hasLink('Giữ bản của họ')).toBe(true);

    const chosen = await second.submit(conflict, 'Lưu lựa chọn', form.values());
    expect(chosen.status).toBe(200);
    expect(chosen.text).not.toContain('Chưa lưu được');
  });
});

it('goes through every form that edits a record', () => {
  const edits =
    /\.(?:edit|move|assign|accept|decline|start|submit|withdraw|approve|send-back|record-event|change-due|cancel|set-roles|reopen|reorder|require-factor)$/;
  const tried = new Set(forms.map((form) => form.act));
  const missing = routes
    .flatMap((route) => (route.verb === 'post' && edits.test(route.act) ? [route.act] : []))
    .filter((act) => !tried.has(act) && !withoutTyping[act]);
  expect([...new Set(missing)]).toEqual([]);
});
