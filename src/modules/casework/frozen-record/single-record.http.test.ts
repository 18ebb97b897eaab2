import { beforeAll, describe, expect, it } from 'vitest';
import { issuePaper, listEvidence } from '#modules/casework/index.server.ts';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskEvidence } from '#modules/planning/index.server.ts';
import { draftTestPaper, testSource } from '#modules/planning/chasing-paper/fixtures.ts';
import { meeting, taskLine } from '#modules/planning/conclusion/fixtures.ts';
import { createConclusion } from '#modules/planning/conclusion/commands.server.ts';
import { addLines } from '#modules/planning/conclusion/line-commands.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { freezingPlace } from '#modules/workbench/frozen-list/freezing-place.server.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { freezeNow } from './fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let own: Id<'task'>;
let other: string;
let conclusion: string;
let paper: string;
let draft: string;

const as = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('focal'), 'write', work);

function must<Value>(outcome: { ok: true; value: Value } | { ok: false; code: string }): Value {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
  const officer = home.people.get(home.signIn('officer'));
  const unitId = officer?.unitIds[0] ?? null;
  const made = await as((ctx) =>
    plantTasks(ctx, [
      { title: 'Rà soát thủ tục', leadUnitId: unitId, assigneeId: officer?.officerId ?? null },
      { title: 'Kiểm tra', leadUnitId: unitId },
    ]),
  );
  const [first, second] = made.ids;
  if (!first || !second) throw new Error('no tasks');
  own = first;
  other = second;
  conclusion = must(await as((ctx) => createConclusion(ctx, meeting())));
  await as(async (ctx) =>
    must(
      await addLines(ctx, conclusion, [
        taskLine({ title: 'Công khai lịch tiếp dân', leadUnitId: unitId }),
        { text: 'Ý chưa ai làm', decision: { standing: 'open' } },
      ]),
    ),
  );
  draft = await as((ctx) => draftTestPaper(ctx, 'assignment-slip', { taskIds: [own] }));
  paper = await as((ctx) => draftTestPaper(ctx, 'assignment-slip', { taskIds: [own] }));
  await as(async (ctx) => {
    const given = { number: 1, proposed: 1, note: '', on: ctx.clock.today(), version: 1 };
    must(await issuePaper(ctx, testSource('assignment-slip'), paper, given));
  });
});

const hitTo = (screen: Screen, part: string) =>
  screen.page.querySelector(`a.hit[href*="${encodeURIComponent(part)}"]`)?.getAttribute('href') ?? '';

/** Goes from the page of a record to where its frozen content is shown. */
async function frozenFrom(address: string): Promise<Screen> {
  const record = await focal.get(address);
  const choose = await focal.get(record.link('Dùng làm minh chứng'));
  expect(choose.heading).toBe('Chọn nhiệm vụ cần minh chứng');
  const found = await focal.get(`${choose.address}&tim=Rà soát`);
  const confirm = await focal.get(hitTo(found, `task.${own}`));
  expect(confirm.heading).toBe('Chốt bản ghi này');
  const waiting = await focal.submit(confirm, 'Chốt và thêm minh chứng', {});
  expect(waiting.text).toContain('Đang đọc nội dung');
  await freezeNow(site.services, home, freezingPlace, waiting.address.split('/').at(-1) ?? '');
  return focal.get(waiting.address);
}

describe('a single record that is used as proof', () => {
  it('is a conclusion with its points, kept as it was while it changes', async () => {
    const frozen = await frozenFrom(`/ket-luan/${conclusion}`);
    expect(frozen.heading).toBe('45-TB-UBND Kết luận giao ban tuần 18');
    expect(frozen.text).toContain('Kết luận: 45/TB-UBND Kết luận giao ban tuần 18');
    expect(frozen.text).toContain('KL.1 Công khai lịch tiếp dân');
    expect(frozen.text).toContain('Nội dung bây giờ đúng như lúc chốt.');

    await site.services.migrator.query(
      `update planning.conclusion_line set standing = 'none', reason = 'Đã làm xong' where tenant_id = $1 and standing = 'open'`,
      [home.tenant.id],
    );
    const changed = await focal.get(frozen.address);
    expect(changed.text).toContain('Có 1 mục khác lúc chốt.');
    const row = [...changed.page.querySelectorAll('#then-now tr, [aria-labelledby="then-now"] tr')].find(
      (one) => one.textContent?.includes('Kết quả ý 2'),
    );
    expect(row?.textContent).toContain('Chưa xử lý');
    expect(row?.textContent).toContain('Không giao việc · Đã làm xong');
    const task = await focal.get(`/nhiem-vu/${own}`);
    expect(task.text).toMatch(/\d+ mục, chốt lúc/);
  });

  it('stands when the record is gone, and says so', async () => {
    const made = must(await as((ctx) => createConclusion(ctx, meeting({ number: '46/TB-UBND' }))));
    const frozen = await frozenFrom(`/ket-luan/${made}`);
    await focal.submit(await focal.get(`/ket-luan/${made}`), 'Bỏ kết luận', {});
    const after = await focal.get(frozen.address);
    expect(after.text).toContain('Bản ghi này không còn, hoặc anh, chị không được xem bây giờ.');
    expect(after.text).toContain('46/TB-UBND');
  });

  it('is a paper that was issued, with what it says', async () => {
    const frozen = await frozenFrom(`/van-ban/${paper}`);
    expect(frozen.heading).toMatch(/^01-UBND /);
    expect(frozen.text).toContain('Nội dung văn bản');
    expect(frozen.text).toContain('Rà soát thủ tục');
    await site.services.migrator.query(
      `update casework.issued_paper set state = 'withdrawn', ended_at = now(), ended_by_name = 'A', ended_reason = 'Nhầm' where id = $1`,
      [paper],
    );
    const after = await focal.get(frozen.address);
    expect(after.text).toContain('Có 2 mục khác lúc chốt.');
    expect(after.text).toContain('Đã thu hồi');
  });
});

describe('the way to a single record', () => {
  it('begins at the task too, by a search for number or title', async () => {
    const choose = await focal.get(`/ban-chot/moi?cho=task.${own}`);
    const found = await focal.get(`${choose.address}&tim=45/TB`);
    expect(hitTo(found, `conclusion.${conclusion}`)).toContain(encodeURIComponent(`task.${own}`));
    expect(hitTo(found, `task.${other}.`)).toBe('');
    const papers = await focal.get(`/ban-chot/moi?cho=task.${own}`);
    expect(hitTo(papers, `issued-paper.${paper}`)).not.toBe('');
    expect(hitTo(papers, `issued-paper.${draft}`)).toBe('');
    const none = await focal.get(`${choose.address}&tim=zzzz`);
    expect(none.text).toContain('Không thấy bản ghi nào');
  });

  it('does not lead from a task to itself', async () => {
    const choose = await focal.get(`/ban-chot/moi?cho=task.${own}&tim=Rà soát`);
    expect(choose.page.querySelector(`a.hit[href*="task.${own}&"]`)).toBeNull();
    const confirm = await focal.get(`/ban-chot/moi?ban-ghi=task.${own}&cho=task.${own}`);
    const refused = await focal.submit(confirm, 'Chốt và thêm minh chứng', {});
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Bản ghi không tự làm minh chứng cho mình');
  });

  it('is not found for what may not be seen, is no record, or is no proof yet', async () => {
    const away = await testTenant(site.services);
    const foreign = must(
      await away.as(away.signIn('focal'), 'write', (ctx) => createConclusion(ctx, meeting())),
    );
    for (const word of [
      `conclusion.${foreign}`,
      `issued-paper.${draft}`,
      'conclusion.x',
      'conclusion',
      `plan.${own}`,
      `%2Fnhiem-vu.${own}`,
    ])
      expect((await focal.get(`/ban-chot/moi?ban-ghi=${word}&cho=task.${own}`)).status).toBe(404);
    expect((await focal.get(`/ban-chot/moi?danh-sach=task&loc=${other}&cho=task.${own}`)).status).toBe(404);
    const community = site.visitor();
    await community.signIn(home.signIn('community'));
    expect((await community.get(`/ban-chot/moi?ban-ghi=task.${own}`)).status).not.toBe(200);
  });
});

describe('programs', () => {
  async function post(token: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await site.app.fetch(
      new Request(`http://localhost/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { ...(text === '' ? {} : (JSON.parse(text) as object)), status: response.status };
  }
  const ask = (token: string, body: unknown) => post(token, `/tasks/${own}/evidence/lists`, body);
  const key = (scopes: string[]) => testToken(site.services, home, home.signIn('focal'), scopes);

  it('freeze a single record by its kind and id, where they can read it', async () => {
    const token = await key(['read', 'planning.task', 'casework.evidence']);
    const record = { kind: 'conclusion', id: conclusion };
    const made = await ask(token, { record });
    expect(made).toMatchObject({ status: 202, list: null, query: '', record, state: 'waiting' });
    expect(made.title).toBe('45-TB-UBND Kết luận giao ban tuần 18');
    const unread = await key(['planning.task', 'casework.evidence']);
    expect((await ask(unread, { record, title: 'Kết luận' })).status).not.toBe(202);
    expect(await ask(token, { record: { kind: 'issued-paper', id: draft } })).toMatchObject({ status: 404 });
    expect(await ask(token, { record: { kind: 'task', id: own } })).toMatchObject({
      status: 422,
      code: 'itself',
    });
    expect(await ask(token, { record: { kind: 'plan', id: own } })).toMatchObject({
      status: 422,
      code: 'unknown-kind',
    });
    expect(await ask(token, { list: 'task' })).toMatchObject({ status: 422, code: 'unknown-list' });
    for (const body of [{}, { list: '/nhiem-vu', record }]) expect((await ask(token, body)).status).toBe(422);
  });

  it('take back what waits, and freeze anew what is frozen', async () => {
    const token = await key(['read', 'planning.task', 'casework.evidence']);
    const made = await ask(token, { record: { kind: 'task', id: other } });
    const path = `/frozen-lists/${String(made.id)}`;
    expect(await post(token, `${path}/anew`)).toMatchObject({ status: 404 });
    await freezeNow(site.services, home, freezingPlace, String(made.id));
    expect(await post(token, `${path}/take-back`)).toMatchObject({ status: 409, code: 'not-waiting' });
    const anew = await post(token, `${path}/anew`);
    expect(anew).toMatchObject({ status: 202, state: 'waiting', record: { kind: 'task', id: other } });
    const again = `/frozen-lists/${String(anew.id)}/take-back`;
    expect([200, 204]).toContain((await post(token, again)).status);
    expect(await post(token, again)).toMatchObject({ status: 404 });
  });
});

describe('what was frozen once', () => {
  it('is frozen anew as a version of the same proof, and the one before stays', async () => {
    const made = must(await as((ctx) => createConclusion(ctx, meeting({ number: '47/TB-UBND' }))));
    const first = await frozenFrom(`/ket-luan/${made}`);
    const before = await as((ctx) => listEvidence(ctx, taskEvidence, own));
    await site.services.migrator.query(`update planning.conclusion set title = 'Tên mới' where id = $1`, [
      made,
    ]);
    const waiting = await focal.submit(await focal.get(first.address), 'Chốt lại theo bây giờ', {});
    expect(waiting.heading).toMatch(/^Đang chốt: /);
    await freezeNow(site.services, home, freezingPlace, waiting.address.split('/').at(-1) ?? '');
    const second = await focal.get(waiting.address);
    expect(second.text).toContain('Tên mới');
    expect(second.text).toContain('Nội dung bây giờ đúng như lúc chốt.');
    const after = await as((ctx) => listEvidence(ctx, taskEvidence, own));
    expect(after.length).toBe(before.length);
    expect(after.find(({ frozen }) => frozen?.query === made)).toMatchObject({
      version: 2,
      frozen: { id: waiting.address.split('/').at(-1) },
    });
    const old = await focal.get(first.address);
    expect(old.text).toContain('Kết luận giao ban tuần 18');
    expect(old.text).toContain('Đã có bản chốt mới hơn');
    expect((await focal.get(old.link('Mở bản mới nhất'))).address).toBe(waiting.address);
    for (const page of [old, second])
      expect((await focal.get(page.link('Tải nội dung đã chốt'))).status).toBe(200);
    expect(old.link('Tải nội dung đã chốt')).not.toBe(second.link('Tải nội dung đã chốt'));
  });

  it('is taken back while it waits, and then nothing is frozen', async () => {
    const confirm = await focal.get(`/ban-chot/moi?ban-ghi=conclusion.${conclusion}&cho=task.${other}`);
    const waiting = await focal.submit(confirm, 'Chốt và thêm minh chứng', {});
    const task = await focal.submit(waiting, 'Thôi không chốt', {});
    expect(task.text).toContain('Đã thôi không chốt.');
    expect((await focal.get(waiting.address)).status).toBe(404);
    await freezeNow(site.services, home, freezingPlace, waiting.address.split('/').at(-1) ?? '');
    expect(await as((ctx) => listEvidence(ctx, taskEvidence, other))).toEqual([]);
  });
});
