import { beforeAll, describe, expect, it } from 'vitest';
import { setUpTenant, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { issueDraft } from './commands/issue.server.ts';
import { startDraft } from './commands/start.server.ts';
import { readPlanNow } from './jobs.server.ts';
import { only } from './plan-draft.ts';
import { getCopyable, getDraft, listCopyable, listRows } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

const paper = `ỦY BAN NHÂN DÂN
XÃ BÌNH AN
Số: 10/KH-UBND\tBình An, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
PHỤ LỤC
STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian hoàn thành
I\tCẢI CÁCH THỂ CHẾ
1\tThực hiện Quyết định số 05/2026/QĐ-TTg ngày 02/01/2026\tBáo cáo năm 2026\tVăn phòng HĐND và UBND\tTrước 30/6/2026
II\tCẢI CÁCH THỦ TỤC HÀNH CHÍNH
1\tTập huấn nghiệp vụ một cửa\tLớp tập huấn\tVăn phòng HĐND và UBND\tQuý III/2026
`;

async function province() {
  const slug = `tinh-thu-${newId().slice(-8)}`;
  return setUpTenant(services, {
    kind: 'province',
    name: 'tỉnh Thử',
    level: 'tinh',
    slug,
    provinceName: 'tỉnh Thử',
    parentId: null,
    isDemo: true,
    units: ['Sở Nội vụ'],
    people: [
      {
        fullName: 'Người tỉnh',
        unit: 'Sở Nội vụ',
        title: 'province',
        isHead: false,
        role: 'province',
        signInName: slug,
        password: 'mat-khau-thu',
      },
    ],
  });
}

async function read(home: Pick<Awaited<ReturnType<typeof province>>, 'as'>, signInName: string) {
  return readPlanNow((mode, work) => home.as(signInName, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from(paper),
  });
}

describe('a draft that begins by hand', () => {
  it('opens blank with the seven axes and cannot be issued without being checked', async () => {
    const home = await testTenant(services);
    const focal = home.signIn('focal');
    const made = await home.as(focal, 'write', (ctx) => startDraft(ctx, { origin: 'blank', year: 2027 }));
    if (!made.ok) throw new Error(made.code);
    const [draft, rows] = await home.as(focal, 'read', async (ctx) => [
      await getDraft(ctx, made.value),
      await listRows(ctx, made.value),
    ]);
    expect(draft).toMatchObject({ origin: 'blank', state: 'draft', head: { year_from: 2027, number: null } });
    expect(draft.head?.title).toContain('2027');
    expect(only(rows, 'section').map((row) => row.data.code)).toEqual([
      'I',
      'II',
      'III',
      'IV',
      'V',
      'VI',
      'VII',
    ]);
    expect(new Set(only(rows, 'section').map((row) => row.data.axis)).size).toBe(7);
    const outcome = await home.as(focal, 'write', (ctx) => issueDraft(ctx, made.value));
    expect(outcome).toMatchObject({ ok: false, code: 'not-checked' });
  });

  it('copies an issued plan into the next year: deadlines move on, cited documents keep their dates', async () => {
    const home = await testTenant(services);
    const focal = home.signIn('focal');
    const first = await read(home, focal);
    await home.as(focal, 'write', (ctx) => issueDraft(ctx, first));
    const plan = (await home.as(focal, 'read', (ctx) => listCopyable(ctx, 'earlier-plan')))[0];
    if (!plan) throw new Error('nothing to copy');
    const made = await home.as(focal, 'write', (ctx) =>
      startDraft(ctx, { origin: 'earlier-plan', year: 2027, planId: plan.id }),
    );
    if (!made.ok) throw new Error(made.code);
    const [draft, rows] = await home.as(focal, 'read', async (ctx) => [
      await getDraft(ctx, made.value),
      await listRows(ctx, made.value),
    ]);
    expect(draft.head).toMatchObject({ year_from: 2027, year_to: 2027, number: null, date: null });
    const [cited, training] = only(rows, 'task');
    expect(cited?.data.task).toContain('05/2026/QĐ-TTg ngày 02/01/2026');
    expect(cited?.data.product).toBe('Báo cáo năm 2027');
    expect(cited?.data.due).toMatchObject({ to: '2027-06-30' });
    expect(training?.data.due).toMatchObject({ kind: 'quarters', to: '2027-09-30' });
    expect(only(rows, 'section')).toHaveLength(2);
  });

  it('takes over the chosen tasks of the province, and rests on its plan', async () => {
    const above = await province();
    const signIn = [...above.people.keys()][0] ?? '';
    const first = await read(above, signIn);
    const issued = await above.as(signIn, 'write', (ctx) => issueDraft(ctx, first));
    expect(issued.ok).toBe(true);

    const home = await testTenant(services, above.tenant.id);
    const focal = home.signIn('focal');
    const plan = (await home.as(focal, 'read', (ctx) => listCopyable(ctx, 'higher-plan')))[0];
    if (!plan) throw new Error('the plan of the province is not offered');
    const source = await home.as(focal, 'read', (ctx) => getCopyable(ctx, 'higher-plan', plan.id));
    const chosen = source.rows.filter((row) => row.kind === 'task').slice(1, 2);
    const start = (rowIds: string[]) =>
      home.as(focal, 'write', (ctx) =>
        startDraft(ctx, { origin: 'higher-plan', year: 2026, planId: plan.id, rowIds }),
      );
    expect(await start([])).toMatchObject({ ok: false, code: 'nothing-chosen' });
    const made = await start(chosen.map((row) => row.id));
    if (!made.ok) throw new Error(made.code);
    const rows = await home.as(focal, 'read', (ctx) => listRows(ctx, made.value));
    expect(only(rows, 'task')).toMatchObject([
      { data: { task: 'Tập huấn nghiệp vụ một cửa', lead: [] }, doubts: [{ code: 'lead-missing' }] },
    ]);
    expect(only(rows, 'section').map((row) => row.data.code)).toEqual(['II']);
    expect(only(rows, 'citation')).toMatchObject([{ data: { role: 'basis', number: '10/KH-UBND' } }]);
  });

  it('never sees the plan of another province, nor a draft of its own', async () => {
    const above = await province();
    const signIn = [...above.people.keys()][0] ?? '';
    const first = await read(above, signIn);
    const home = await testTenant(services, above.tenant.id);
    const stranger = await testTenant(services);
    const seen = (at: typeof home) =>
      at.as(at.signIn('focal'), 'read', (ctx) => listCopyable(ctx, 'higher-plan'));
    expect(await seen(home)).toEqual([]);
    const issued = await above.as(signIn, 'write', (ctx) => issueDraft(ctx, first));
    if (!issued.ok) throw new Error(issued.code);
    expect(await seen(home)).toHaveLength(1);
    expect(await seen(stranger)).toEqual([]);
    await expect(
      stranger.as(stranger.signIn('focal'), 'write', (ctx) =>
        startDraft(ctx, { origin: 'higher-plan', year: 2026, planId: issued.value, rowIds: [] }),
      ),
    ).rejects.toThrow(NotFound);
  });
});
