import { plainDate } from '#platform/clock/plain-date.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInRoles, type BuiltInRole } from '#modules/directory/account/role.ts';
import { createOfficer } from '#modules/directory/officer/commands.server.ts';
import { enterOfficers } from '#modules/directory/officer-import/commands.server.ts';
import { listEntered } from '#modules/directory/officer-import/queries.server.ts';
import { setOwnDays } from '#modules/calendar/own-day/commands.server.ts';
import { listOwnDays } from '#modules/calendar/own-day/queries.server.ts';
import { recordAbsence } from '#modules/directory/absence/commands.server.ts';
import { listOfficers } from '#modules/directory/officer/queries.server.ts';
import { createRole, endRole } from '#modules/directory/role/commands.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { listUnits } from '#modules/directory/unit/queries.server.ts';
import { newRun } from '#modules/lists/bulk-run/fixtures.ts';
import { orderExport } from '#modules/lists/list-export/commands.server.ts';
import { saveView } from '#modules/lists/saved-view/commands.server.ts';
import { plantLetter } from '#modules/casework/delivery/fixtures.ts';
import { attachLink } from '#modules/casework/evidence/commands/attach.server.ts';
import { orderPackage } from '#modules/casework/evidence-package/commands.server.ts';
import { askFreeze } from '#modules/casework/frozen-record/commands/ask.server.ts';
import { readCertificateFile } from '#modules/casework/trusted-certificate/certificate-file.server.ts';
import { addTrusted } from '#modules/casework/trusted-certificate/commands.server.ts';
import { listTrusted } from '#modules/casework/trusted-certificate/queries.server.ts';
import { writeNote } from '#modules/casework/note/commands/write.server.ts';
import { plantConclusion } from '#modules/planning/conclusion/fixtures.ts';
import { plantFeed } from '#modules/planning/calendar-feed/fixtures.ts';
import { taskEvidence, taskOwner } from '#modules/planning/index.server.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { listRows } from '#modules/planning/plan-draft/queries.server.ts';
import { plantPapers } from '#modules/planning/plan/fixtures.ts';
import { plantTree } from '#modules/planning/objective/fixtures.ts';
import { listTargetsOfPlan } from '#modules/planning/target/queries.server.ts';
import { enterTaskList } from '#modules/planning/task-from-above/list-commands.server.ts';
import { draftTestPaper } from '#modules/planning/chasing-paper/fixtures.ts';
import { createTemplate } from '#modules/planning/task-template/commands.server.ts';
import { reportTemplate } from '#modules/planning/task-template/fixtures.ts';
import { makeParts } from '#modules/planning/task-template/make.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { openTestMonth } from '#modules/planning/unit-head-review/fixtures.ts';
import { freezingPlace } from '#modules/workbench/frozen-list/freezing-place.server.ts';
import { listTrash } from '#modules/workbench/trash/queries.server.ts';
import { type Id, newId } from '#platform/db/id.ts';
import type { Route } from '#platform/http/route.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { makeHolder } from '#platform/signature/authorities.fixtures.ts';
import { routes } from './modules.ts';
import { newBatch } from './rights-papers.fixtures.ts';
import { plantMachine, plantWebhook } from './rights-records.fixtures.ts';
import { administrativeRuns, reportsOf } from './rights-reports.fixtures.ts';
import { testSite, type Visitor } from './testing.ts';

/** What stands in addresses of each kind of record, by how the address begins. */
const kinds = [
  '/ke-hoach',
  '/nhiem-vu',
  '/chi-tieu',
  '/muc-tieu',
  '/muc-tieu/gan',
  '/du-thao',
  '/quan-tri/don-vi',
  '/quan-tri/can-bo',
  '/quan-tri/vai-tro',
  '/quan-tri/nhap-can-bo',
  '/quan-tri/vang-mat',
  '/quan-tri/lich',
  '/quan-tri/dang-nhap',
  '/tep-xuat',
  '/cach-xem',
  '/nhiem-vu/hang-loat',
  '/nhiem-vu/cap-tren/danh-sach',
  '/chi-tieu/hang-loat',
  '/quan-tri/can-bo/hang-loat',
  '/quan-tri/don-vi/hang-loat',
  '/quan-tri/vang-mat/hang-loat',
  '/du-thao/hang-loat',
  '/thung-rac',
  '/quan-tri/phan-mem',
  '/quan-tri/webhook',
  '/quan-tri/chu-ky-so',
  '/quan-tri/thu-gui',
  '/goi-minh-chung',
  '/ban-chot',
  '/thong-bao',
  '/mau-nhiem-vu',
  '/mau-nhiem-vu/da-tao',
  '/danh-gia-thang',
  '/ky-bao-cao',
  '/nop-bao-cao',
  '/nop-bao-cao/hang-loat',
  '/lich/lien-ket',
  '/ket-luan',
  '/van-ban',
  '/van-ban/in-gop',
] as const;
type Records = Readonly<
  Record<(typeof kinds)[number] | 'row' | 'attachment' | 'note' | 'line' | 'batch', string>
>;

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof commune>>;
let away: Awaited<ReturnType<typeof commune>>;

beforeAll(async () => {
  site = await testSite();
  home = await commune();
  away = await commune();
});

const paper =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tQuý II/2026\n';

async function commune() {
  const standing = await testTenant(site.services);
  const focal = standing.signIn('focal');
  const draft = await readPlanNow((mode, work) => standing.as(focal, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from(paper),
  });
  const planted = await standing.as(focal, 'write', async (ctx) => {
    const tasks = await plantTasks(ctx, [
      { title: 'Rà soát', coordinatingUnitIds: [standing.units.get('Phòng Kinh tế') ?? ''] },
    ]);
    await plantPapers(ctx, tasks.planId, { targets: [{ text: 'Hồ sơ đúng hạn' }] });
    const tree = await plantTree(ctx, { targets: ['Số hóa'], tasks: [{}], links: [[0, 0]] });
    return { ...tasks, tree, target: (await listTargetsOfPlan(ctx, tasks.planId))[0]?.id ?? '' };
  });
  const rows = await standing.as(focal, 'read', (ctx) => listRows(ctx, draft));
  const records: Records = {
    '/ke-hoach': planted.planId,
    '/nhiem-vu': planted.ids[0] ?? '',
    '/chi-tieu': planted.target,
    '/muc-tieu': planted.tree.objectives[0] ?? '',
    '/muc-tieu/gan': planted.tree.planId,
    '/du-thao': draft,
    '/quan-tri/dang-nhap': standing.people.get(standing.signIn('admin'))?.accountId ?? '',
    '/quan-tri/don-vi': standing.units.get('Phòng Kinh tế') ?? '',
    '/quan-tri/can-bo': await standing.as(standing.signIn('admin'), 'write', newOfficer),
    '/quan-tri/vai-tro': await standing.as(standing.signIn('admin'), 'write', newRole),
    '/quan-tri/nhap-can-bo': await standing.as(standing.signIn('admin'), 'write', newList),
    '/quan-tri/vang-mat': await standing.as(standing.signIn('admin'), 'write', newAbsence),
    '/quan-tri/lich': await standing.as(standing.signIn('admin'), 'write', newDay),
    ...(await administrativeRuns(standing)),
    '/nhiem-vu/cap-tren/danh-sach': await standing.as(focal, 'write', newTaskList),
    '/nhiem-vu/hang-loat': await standing.as(focal, 'write', (ctx) =>
      newRun(ctx, '/nhiem-vu', 'planning.task.change-many'),
    ),
    '/chi-tieu/hang-loat': await standing.as(focal, 'write', (ctx) =>
      newRun(ctx, '/chi-tieu', 'planning.target.change-many'),
    ),
    '/du-thao/hang-loat': await standing.as(focal, 'write', (ctx) =>
      newRun(ctx, '/du-thao', 'planning.plan-draft.change-many'),
    ),
    '/cach-xem': await standing.as(focal, 'write', newView),
    '/tep-xuat': await standing.as(focal, 'write', newFile),
    '/thung-rac': await standing.as(standing.signIn('admin'), 'write', thrownAway),
    '/ban-chot': await standing.as(focal, 'write', (ctx) => newFrozen(ctx, planted.ids[0] ?? '')),
    '/goi-minh-chung': await standing.as(focal, 'write', newPackage),
    '/quan-tri/chu-ky-so': await standing.asProven(standing.signIn('admin'), newTrusted),
    '/quan-tri/thu-gui': await standing.as(standing.signIn('admin'), 'write', plantLetter),
    '/quan-tri/phan-mem': await plantMachine(site.services.migrator, standing.tenant.id),
    '/quan-tri/webhook': await plantWebhook(site.services.migrator, standing.tenant.id),
    ...(await reportsOf(standing)),
    '/nop-bao-cao/hang-loat': await standing.as(focal, 'write', (ctx) =>
      newRun(ctx, '/nop-bao-cao', 'planning.report-hand-in.change-many'),
    ),
    '/danh-gia-thang': [...(await openTestMonth(standing)).values()][0]?.id ?? '',
    '/lich/lien-ket': await plantFeed(
      site.services.migrator,
      standing.tenant.id,
      standing.people.get(standing.signIn('auditor'))?.accountId,
    ),
    ...(await standing.as(focal, 'write', plantConclusion)),
    '/van-ban': await standing.as(focal, 'write', (ctx) =>
      draftTestPaper(ctx, 'assignment-slip', { taskIds: planted.ids.slice(0, 1) }),
    ),
    '/van-ban/in-gop': await standing.as(focal, 'write', (ctx) => newBatch(ctx, planted.ids[0] ?? '')),
    // A notice is its reader's alone: for everybody here, one of somebody else.
    '/thong-bao': newId(),
    ...(await standing.as(focal, 'write', (ctx) => newTemplate(ctx, planted.ids[0] ?? ''))),
    row: rows[0]?.id ?? '',
    attachment: await standing.as(focal, 'write', (ctx) => newProof(ctx, planted.ids[0] ?? '')),
    note: await standing.as(focal, 'write', (ctx) => newNote(ctx, planted.ids[0] ?? '')),
  };
  return { ...standing, records };
}

async function newView(ctx: Ctx): Promise<string> {
  const form = { list: '/nhiem-vu', query: '', name: 'Chung', shared: true, pinned: true, usual: false };
  const saved = await saveView(ctx, form);
  return saved.ok ? saved.value : '';
}

async function newProof(ctx: Ctx, taskId: string): Promise<string> {
  const link = { url: 'https://nowhere.invalid/', title: 'Trang' };
  const attached = await attachLink(ctx, taskEvidence, taskId, link);
  return attached.ok ? attached.value : '';
}

async function newNote(ctx: Ctx, taskId: string): Promise<string> {
  const written = await writeNote(ctx, taskOwner, taskId, { text: 'Ghi chú', mentions: [] });
  return written.ok ? written.value : '';
}

async function newFile(ctx: Ctx): Promise<string> {
  const order = { list: '/nhiem-vu', query: '', columns: ['ma'], format: 'csv', rowsExpected: 1 } as const;
  const ordered = await orderExport(ctx, 'planning.task.export', order);
  return ordered.ok ? ordered.value : '';
}

/** Somebody whose account and position the knocking may spoil. */
async function newOfficer(ctx: Ctx): Promise<string> {
  const { id: unitId } = (await listUnits(ctx)).at(-1) as { id: Id<'unit'> };
  const made = await createOfficer(ctx, {
    fullName: 'Người bị gõ cửa',
    unitId,
    positionTitle: '',
    isHead: false,
  });
  return made.ok ? made.value : '';
}

async function newRole(ctx: Ctx): Promise<string> {
  const made = await createRole(ctx, { name: 'Vai trò bị gõ cửa', grants: new Map() });
  return made.ok ? made.value : '';
}

async function newList(ctx: Ctx): Promise<string> {
  const row = {
    number: 2,
    fullName: 'Người trong danh sách',
    positionTitle: '',
    unitName: 'Thôn Gõ',
    isHead: '',
  };
  await enterOfficers(ctx, [row]);
  return (await listEntered(ctx))[0]?.id ?? '';
}

async function newAbsence(ctx: Ctx): Promise<string> {
  const [one, two] = await listOfficers(ctx);
  const made = await recordAbsence(ctx, {
    officerId: one?.id ?? '',
    substituteId: two?.id ?? '',
    fromOn: ctx.clock.today(),
    toOn: ctx.clock.today(),
    reason: 'nghỉ phép',
  });
  return made.ok ? made.value : '';
}

async function newDay(ctx: Ctx): Promise<string> {
  await setOwnDays(ctx, { offOn: ctx.clock.today(), workOn: undefined, reason: 'mất điện' });
  return (await listOwnDays(ctx))[0]?.id ?? '';
}

async function newTaskList(ctx: Ctx): Promise<string> {
  const document = { number: '1/CV', on: plainDate('2026-01-05'), issuer: 'Tỉnh', title: 'Rà soát' };
  const nothing = { product: null, dueText: null, dueOn: null, leadUnitId: null, coordinatingUnitIds: [] };
  const task = { ...document, ...nothing, assigneeId: null, approverId: null };
  const entered = await enterTaskList(ctx, [task]);
  return entered.ok ? entered.value.id : '';
}

/** A template of tasks, and one making from it. */
async function newTemplate(ctx: Ctx, taskId: string) {
  const content = reportTemplate();
  const kept = await createTemplate(ctx, content);
  const from = { templateId: kept.ok ? kept.value : '', version: 1 };
  const nobody = { assigneeId: null, approverId: null, dueOn: null };
  const parts = content.steps.map((one) => ({ ...one, ...nobody }));
  const made = await makeParts(ctx, from, taskId, parts);
  return { '/mau-nhiem-vu': from.templateId, '/mau-nhiem-vu/da-tao': made.ok ? made.value.runId : '' };
}

async function newPackage(ctx: Ctx): Promise<string> {
  const asked = { title: 'Nhiệm vụ', query: '', recordId: null };
  const ordered = await orderPackage(ctx, { owner: taskEvidence }, asked);
  return ordered.ok ? ordered.value : '';
}

async function newFrozen(ctx: Ctx, recordId: string): Promise<string> {
  const source = freezingPlace.sources.find(({ name }) => name === '/nhiem-vu');
  if (!source) throw new Error('the list of tasks cannot be frozen');
  const asked = await askFreeze(ctx, taskEvidence, source, { recordId, query: '', title: 'Nhiệm vụ' });
  return asked.ok ? asked.value : '';
}

async function newTrusted(ctx: Ctx): Promise<string> {
  const { pem } = await makeHolder({ name: 'Gốc', isAuthority: true });
  const read = readCertificateFile(Buffer.from(pem));
  if ('certificates' in read) await addTrusted(ctx, read.certificates);
  return (await listTrusted(ctx))[0]?.id ?? '';
}

/** A role that was put aside and can be brought back. */
async function thrownAway(ctx: Ctx): Promise<string> {
  const made = await createRole(ctx, { name: 'Vai trò đã cất', grants: new Map() });
  if (made.ok) await endRole(ctx, made.value);
  return (await listTrash(ctx, { kind: undefined, before: undefined })).entries[0]?.id ?? '';
}

const roles = (Object.keys(builtInRoles) as BuiltInRole[]).filter((role) => role !== 'province');

/** The address of a route for these records; throws for a part that this test does not know. */
function addressOf(route: Route, records: Records): string {
  const kind = kinds.find((one) => route.path.startsWith(`${one}/:id`));
  return route.path.replaceAll(/:(\w+)/g, (_, part: string) => {
    if (part === 'id' && kind) return records[kind];
    if (part === 'unit') return records['/quan-tri/don-vi'];
    if (part === 'task') return records['/nhiem-vu'];
    if (part === 'row' || part === 'attachment' || part === 'note' || part === 'line' || part === 'batch')
      return records[part];
    if (part === 'token' || part === 'letter' || part === 'reading') return newId();
    if (part === 'version' || part === 'day') return '1';
    if (part === 'template') return records['/mau-nhiem-vu'];
    if (part === 'paper') return 'theo-don-vi';
    if (part === 'part') return 'approve';
    if (part === 'channel') return 'mail';
    throw new Error(`what stands for :${part} in ${route.path}?`);
  });
}

const hasRecord = (route: Route) => route.path.includes(':id');
/** Signing in, and the own account, are for everybody. */
const staff = routes.filter((route) => !/^\/(?:dang-nhap|dang-xuat|tai-khoan)\b/.test(route.path));

async function knock(visitor: Visitor, route: Route, records: Records): Promise<number> {
  const address = addressOf(route, records);
  const answer = route.verb === 'get' ? visitor.get(address) : visitor.post(address, {});
  return (await answer).status;
}

describe.each(roles)('as %s', (role) => {
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = site.visitor();
    await visitor.signIn(home.signIn(role));
  });

  it('opens what the role may open and nothing breaks', async () => {
    const odd: string[] = [];
    for (const route of staff.filter((one) => one.verb === 'get')) {
      const status = await knock(visitor, route, home.records);
      if (![200, 403, 404].includes(status)) odd.push(`${route.path}: ${status}`);
    }
    expect(odd).toEqual([]);
  });

  it('finds nothing of another commune', async () => {
    const seen: string[] = [];
    for (const route of staff.filter(hasRecord)) {
      const status = await knock(visitor, route, away.records);
      if (![403, 404].includes(status)) seen.push(`${route.verb} ${route.path}: ${status}`);
    }
    expect(seen).toEqual([]);
  });

  it('finds nothing under ids that are none', async () => {
    const odd: string[] = [];
    for (const id of [newId(), 'x', "' or 1=1", '%00', '../../etc/passwd']) {
      const encoded = Object.fromEntries(
        [...kinds, 'row', 'attachment', 'note', 'line', 'batch'].map((kind) => [
          kind,
          encodeURIComponent(id),
        ]),
      ) as unknown as Records;
      for (const route of staff.filter(hasRecord)) {
        const status = await knock(visitor, route, encoded);
        if (![400, 403, 404].includes(status)) odd.push(`${id} ${route.path}: ${status}`);
      }
    }
    expect(odd).toEqual([]);
  });

  it('does only what the table of rights grants', async () => {
    const wrong: string[] = [];
    for (const route of staff) {
      if (route.verb === 'get') continue;
      const status = await knock(visitor, route, home.records);
      const isGranted = route.act in builtInRoles[role];
      const expected = isGranted ? [200, 403, 404, 409, 422] : [403, 404];
      if (!expected.includes(status)) wrong.push(`${route.act} ${route.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

it('asks everybody without a session to sign in', async () => {
  const visitor = site.visitor();
  for (const route of staff) {
    const address = addressOf(route, home.records);
    const screen = route.verb === 'get' ? await visitor.get(address) : await visitor.post(address, {});
    expect(screen.address).toMatch(/^\/dang-nhap/);
  }
});
