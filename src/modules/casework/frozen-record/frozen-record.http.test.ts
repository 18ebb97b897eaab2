import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { getEvidence, listEvidence } from '#modules/casework/evidence/queries.server.ts';
import { flagsOf } from '#modules/casework/evidence/evidence.ts';
import { taskEvidence } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { freezingPlace } from '#modules/workbench/frozen-list/freezing-place.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { freezeNow } from './fixtures.ts';
import type { FreezingPlace } from './frozen-source.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let officer: Visitor;
let own: string;
let ids: readonly string[];
const folder = mkdtempSync(join(tmpdir(), 'sauro-frozen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const as = <Result>(role: 'focal' | 'officer', work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  officer = site.visitor();
  await officer.signIn(home.signIn('officer'));
  const officerId = home.people.get(home.signIn('officer'))?.officerId ?? null;
  ({ ids } = await as('focal', (ctx) =>
    plantTasks(ctx, [
      { title: 'Rà soát thủ tục', assigneeId: officerId, leadUnitId: officerUnit(), stage: 'in-progress' },
      { title: 'Tuyên truyền <b>', leadUnitId: officerUnit() },
      { title: 'Kiểm tra', leadUnitId: officerUnit() },
    ]),
  ));
  own = ids[0] ?? '';
});

function officerUnit() {
  return home.people.get(home.signIn('officer'))?.unitIds[0] ?? null;
}

const filter = 'trang-thai=open';

/** Goes from the list to the page on which one waits for the frozen rows. */
async function frozenFromList(visitor: Visitor): Promise<Screen> {
  const list = await visitor.get(`/nhiem-vu?${filter}`);
  const choose = await visitor.get(list.link('Dùng làm minh chứng'));
  expect(choose.heading).toBe('Chọn nhiệm vụ cần minh chứng');
  expect(choose.text).toContain('I.1. Rà soát thủ tục');
  const confirm = await visitor.get(hitTo(choose, `task.${own}`));
  expect(confirm.heading).toBe('Chốt danh sách này');
  expect(confirm.text).toContain('Trạng thái: ');
  return visitor.submit(confirm, 'Chốt và thêm minh chứng', { title: 'Việc đang mở' });
}

const hitTo = (screen: Screen, part: string) =>
  screen.page.querySelector(`a.hit[href*="${encodeURIComponent(part)}"]`)?.getAttribute('href') ?? '';
const idOf = (screen: Screen) => screen.address.split('/').at(-1) ?? '';
const freeze = (screen: Screen, place: FreezingPlace = freezingPlace) =>
  freezeNow(site.services, home, place, idOf(screen));

async function download(href: string): Promise<Buffer> {
  const answer = await site.app.fetch(
    new Request(`http://localhost${href}`, { headers: { cookie: officer.cookies } }),
  );
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

function sheetOf(workbook: Buffer): string {
  const path = join(folder, 'rows.xlsx');
  writeFileSync(path, workbook);
  return execFileSync('unzip', ['-p', path, 'xl/worksheets/sheet1.xml']).toString('utf8');
}

describe('a list that is used as proof', () => {
  it('is frozen with its filter and its rows, which stay as they were', async () => {
    const waiting = await frozenFromList(officer);
    expect(waiting.heading).toBe('Đang chốt: Việc đang mở');
    const shownBefore = await officer.get(`/nhiem-vu/${own}`);
    expect(shownBefore.text).toContain('Đang chốt');
    for (const _ of [1, 2]) await freeze(waiting);

    await site.services.migrator.query(
      `update planning.task set title = 'Đổi tên', state = 'done', stage = 'done', closed_on = '2026-05-11', closing_text = 'Xong' where id = $1`,
      [ids[2]],
    );
    const page = await officer.get(waiting.address);
    expect(page.heading).toBe('Việc đang mở');
    expect(page.text).toContain('Kiểm tra');
    expect(page.text).toContain('Tuyên truyền <b>');
    expect(page.text).toContain('Bây giờ ít hơn lúc chốt 1 dòng.');
    expect(page.text).toContain(`/nhiem-vu?${filter}`);
    const sheet = sheetOf(await download(page.link('Tải các dòng đã chốt')));
    expect(sheet).toContain('Kiểm tra');
    expect(sheet).not.toContain('Đổi tên');

    const [proof, ...others] = await as('officer', (ctx) => listEvidence(ctx, taskEvidence, own));
    expect(others).toEqual([]);
    expect(proof).toMatchObject({
      kind: 'record',
      title: 'Việc đang mở.xlsx',
      frozen: { source: '/nhiem-vu', query: filter, rowCount: 3 },
      issuedOn: '2026-05-12',
    });
    expect(proof && flagsOf(proof, { from: 2020, to: 2021 })).toContain('wrong-year');
    const task = await officer.get(`/nhiem-vu/${own}`);
    expect(task.text).toContain('3 dòng, chốt lúc');
    const detail = await officer.get(`/nhiem-vu/${own}/minh-chung/${proof?.id}`);
    expect(detail.link('Lúc chốt và bây giờ')).toBe(waiting.address);
    const { rows } = await site.services.migrator.query<{ act: string; actor_name: string }>(
      `select act, actor_name from platform.audit_line where record_id = $1 and act like 'casework.%' and act <> 'casework.evidence.see' order by at, id`,
      [own],
    );
    expect(rows.map(({ act }) => act)).toEqual(['casework.evidence.freeze', 'casework.evidence.attach']);
    expect(new Set(rows.map((row) => row.actor_name)).size).toBe(1);
  });

  it('holds only what its person sees, and is read by whoever sees the record', async () => {
    const community = site.visitor();
    await community.signIn(home.signIn('community'));
    expect((await community.get('/nhiem-vu')).text).not.toContain('Rà soát thủ tục');
    const [proof] = await as('focal', (ctx) => listEvidence(ctx, taskEvidence, own));
    const link = `/ban-chot/${proof?.frozen?.id}`;
    expect((await community.get(link)).status).toBe(404);
    const focal = site.visitor();
    await focal.signIn(home.signIn('focal'));
    expect((await focal.get(link)).text).toContain('Kiểm tra');
  });

  it('goes with its proof into the trash and comes back', async () => {
    const [proof] = await as('focal', (ctx) => listEvidence(ctx, taskEvidence, own));
    const page = await officer.get(`/nhiem-vu/${own}/minh-chung/${proof?.id}`);
    const removed = await officer.submit(page, 'Gỡ minh chứng', {});
    expect((await officer.get(`/ban-chot/${proof?.frozen?.id}`)).status).toBe(404);
    await officer.submit(removed, 'Hoàn tác', {});
    expect((await officer.get(`/ban-chot/${proof?.frozen?.id}`)).status).toBe(200);
    const back = await as('focal', (ctx) => getEvidence(ctx, taskEvidence, own, proof?.id ?? ''));
    expect(back.frozen?.rowCount).toBe(3);
  });

  it('says why it could not be frozen, and is tried again', async () => {
    const waiting = await frozenFromList(officer);
    await freeze(waiting, { ...freezingPlace, sources: [] });
    const failed = await officer.get(waiting.address);
    expect(failed.heading).toBe('Chưa chốt được: Việc đang mở');
    expect(failed.text).toContain('Danh sách hoặc loại bản ghi này không còn trong phần mềm.');
    const again = await officer.submit(failed, 'Thử lại', {});
    expect(again.heading).toBe('Đang chốt: Việc đang mở');
    await freeze(waiting);
    expect((await officer.get(waiting.address)).heading).toBe('Việc đang mở');
  });

  it('is not frozen once the person may no longer take it out', async () => {
    const waiting = await frozenFromList(officer);
    const sources = freezingPlace.sources.map((one) => ({ ...one, mayFreeze: () => false }));
    await freeze(waiting, { ...freezingPlace, sources });
    expect((await officer.get(waiting.address)).text).toContain('không còn quyền xem nội dung');
  });

  it('is all of one moment, whatever is changed while it is read', async () => {
    const waiting = await frozenFromList(officer);
    const { rows } = await site.services.migrator.query<{ count: number }>(
      `select count(*)::int as count from planning.task where tenant_id = $1 and state = 'open'`,
      [home.tenant.id],
    );
    const sources = freezingPlace.sources.map((one) => ({
      ...one,
      next: async (ctx: Ctx, query: string, after: string | undefined) => {
        const batch = await one.next(ctx, query, after, 1);
        if (after === undefined)
          await site.services.migrator.query(
            `update planning.task set state = 'done', stage = 'done', closed_on = '2026-05-11', closing_text = 'Xong' where id = $1`,
            [ids[1]],
          );
        return batch;
      },
    }));
    await freeze(waiting, { ...freezingPlace, sources });
    const page = await officer.get(waiting.address);
    expect(page.text).toContain('Tuyên truyền <b>');
    expect(rows[0]?.count).toBe(2);
    expect(page.text).toContain('Bây giờ ít hơn lúc chốt 1 dòng.');
  });
});

describe('the way to a frozen list', () => {
  it('begins at the task too, with the lists and views that the person may take out', async () => {
    const add = await officer.get(`/nhiem-vu/${own}/minh-chung/moi`);
    const choose = await officer.get(add.link('Chốt danh sách hoặc bản ghi làm minh chứng'));
    expect(choose.text).toContain('Làm minh chứng cho: Rà soát thủ tục');
    expect(choose.text).not.toContain('Nhật ký');
    const confirm = await officer.get(hitTo(choose, '/nhiem-vu'));
    expect(confirm.heading).toBe('Chốt danh sách này');
  });

  it('keeps what was typed, and says what is wrong with it', async () => {
    const confirm = await officer.get(`/ban-chot/moi?danh-sach=/nhiem-vu&loc=${filter}&cho=task.${own}`);
    const again = await officer.submit(confirm, 'Chốt và thêm minh chứng', { title: 'a/b' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Ghi tên bản chốt');
    expect(again.form('Chốt và thêm minh chứng').values.title).toBe('a/b');
  });

  it.each([
    '/ban-chot/moi?danh-sach=/nhat-ky',
    '/ban-chot/moi?danh-sach=/nowhere',
    '/ban-chot/moi?danh-sach=/nhiem-vu&cho=task.x',
    '/ban-chot/moi?danh-sach=/nhiem-vu&cho=unit.x',
    '/ban-chot/moi?cho=.',
  ])('%s is not found', async (address) => {
    expect((await officer.get(address)).status).toBe(404);
  });

  it('says that nothing is found, and drops what it does not understand of a filter', async () => {
    const none = await officer.get('/ban-chot/moi?danh-sach=/nhiem-vu&tim=zzzz&loc=hack=1');
    expect(none.text).toContain('Không thấy nhiệm vụ nào');
    expect(none.text).not.toContain('hack');
  });
});
