import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileJob } from '#modules/casework/issued-paper/jobs.server.ts';
import { isWorkingDay, loadOfficeCalendar, workingDaysBetween } from '#modules/calendar/index.server.ts';
import { issuedPaperLink, newPaperLink } from '#modules/casework/links.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { searchLink } from '#modules/workbench/links.ts';
import { addDays, parseDayFirstDate } from '#platform/clock/plain-date.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { chasingRulesLink, taskLink } from '../links.ts';
import { askedList } from '#platform/list/asked-list.ts';
import { plantTasks } from '../task/fixtures.ts';
import { nextTasks } from '../task/list-tasks.server.ts';
import { taskListShape } from '../task/task-list.ts';
import { listChased } from './chased-tasks.server.ts';
import { usualAnswerDays } from './chasing-paper.ts';
import { askedBody } from './input.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let tasks: readonly string[];
let units: readonly string[];

const hostile = `<script>alert(1)</script> =1+1 ${'rất dài '.repeat(30)}\u202Egnp.exe`;
const asFocal = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('focal'), 'write', work);

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  focal = await at('focal');
  units = [...home.units.values()];
  const today = site.services.clock.today();
  const days = [-90, -40, -8, -2, -1, 0, 1, 4, 30];
  tasks = (
    await asFocal((ctx) =>
      plantTasks(ctx, [
        {
          title: hostile,
          product: '<b>Báo cáo</b>',
          leadUnitId: units[0] ?? null,
          dueOn: addDays(today, -50),
        },
        ...days.map((day, index) => ({
          title: `Việc ${index}`,
          leadUnitId: units[index % units.length] ?? null,
          dueOn: addDays(today, day),
        })),
        { title: 'Không hạn', leadUnitId: units[1] ?? null },
        {
          title: 'Chờ duyệt',
          leadUnitId: units[1] ?? null,
          dueOn: addDays(today, 60),
          stage: 'submitted' as const,
        },
      ]),
    )
  ).ids;
});

async function at(role: Parameters<typeof home.signIn>[0]): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

/** Makes the files of a paper as the queue does, twice: once is enough. */
async function filed(paper: Screen): Promise<Screen> {
  const paperId = paper.address.split('/').at(-1) ?? '';
  const occasion = {
    tenant: home.tenant,
    actor: systemActor(fileJob.actorName, fileJob.grants),
    lang: 'vi' as const,
    requestId: 'job',
  };
  const open: OpenStep = (mode, step) => openCtx(site.services, mode, occasion, step);
  for (const _ of [1, 2]) await fileJob.run(open, { paperId }, { ...site.services, internalHosts: [] });
  return focal.get(paper.address);
}

async function bytesOf(visitor: Visitor, path: string): Promise<string> {
  const answer = await site.app.fetch(
    new Request(`http://localhost${path}`, { headers: { cookie: visitor.cookies } }),
  );
  expect(answer.status).toBe(200);
  return createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');
}

describe('a letter to the units', () => {
  it('is drafted, previewed, issued, filed, and always the same to the byte', async () => {
    const draft = await focal.submit(
      await focal.get(newPaperLink({ loai: 'reminder-letter' })),
      'Lưu và xem trước',
      { answerBy: '31/12/2026', words: 'Dòng một\r\nDòng hai' },
    );
    expect(draft.text).toContain('V/v đôn đốc thực hiện nhiệm vụ quá hạn');
    expect(draft.text).toContain('trước ngày 31/12/2026');
    expect(draft.body).not.toContain('<script>alert');
    const issued = await focal.submit(draft, 'Cấp số và phát hành');
    expect(issued.text).toMatch(/Số: 01\/UBND-\p{Lu}+/u);
    expect(issued.text).toContain('Đang lập tệp');
    const ready = await filed(issued);
    const [word, pdf] = [ready.link('Tải Word'), ready.link('Tải PDF')];
    const first = [await bytesOf(focal, word), await bytesOf(focal, pdf)];
    await site.services.migrator.query(`update planning.task set title = 'Đổi tên' where id = $1`, [
      tasks[1],
    ]);
    const leader = await at('leader');
    expect([await bytesOf(leader, word), await bytesOf(leader, pdf)]).toEqual(first);
    expect(ready.text).toContain('Quá hạn');
    const page = await focal.get(taskLink(tasks[1] ?? ''));
    expect(page.text).toContain('Số 01/UBND');
    const found = await focal.get(searchLink('01/ubnd'));
    expect(found.hasLink(/V\/v đôn đốc/)).toBe(true);
  });

  it('is to be answered on a working day of the office, whatever the calendar', async () => {
    const form = await focal.get(newPaperLink({ loai: 'reminder-letter' }));
    const proposed = parseDayFirstDate(form.value('Báo cáo trước ngày')) ?? site.services.clock.today();
    await asFocal(async (ctx) => {
      const calendar = await loadOfficeCalendar(ctx);
      expect(isWorkingDay(calendar, proposed)).toBe(true);
      expect(workingDaysBetween(calendar, ctx.clock.today(), proposed)).toBe(usualAnswerDays);
    });
    const sunday = await focal.submit(form, 'Lưu và xem trước', { answerBy: '29/11/2026' });
    expect(sunday.status).toBe(422);
    expect(sunday.text).toContain('29/11/2026 là ngày nghỉ của cơ quan');
    expect(sunday.text).toContain('30/11/2026');
  });

  it('keeps what was typed where it cannot be read', async () => {
    const refused = await focal.submit(
      await focal.get(newPaperLink({ loai: 'reminder-letter' })),
      'Lưu và xem trước',
      { answerBy: 'mai', signerName: '', words: 'Giữ lại' },
    );
    expect(refused.status).toBe(422);
    expect(refused.value('Nội dung thêm')).toBe('Giữ lại');
    expect(refused.text).toContain('Ghi họ tên người ký');
  });

  it('is not issued with a number that was given, nor a gap without its reason', async () => {
    const draft = await focal.submit(
      await focal.get(newPaperLink({ loai: 'reminder-letter' })),
      'Lưu và xem trước',
    );
    const taken = await focal.submit(draft, 'Cấp số và phát hành', { number: '1', note: 'lấy lại' });
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('Số này đã cấp')]);
    const gap = await focal.submit(taken, 'Cấp số và phát hành', { number: '90', note: '' });
    expect([gap.status, gap.value('Số')]).toEqual([422, '90']);
  });

  it('is found by nobody of another commune', async () => {
    const draft = await focal.submit(
      await focal.get(newPaperLink({ loai: 'late-agenda' })),
      'Lưu và xem trước',
    );
    const other = await testTenant(site.services);
    const stranger = site.visitor();
    await stranger.signIn(other.signIn('leader'));
    expect((await stranger.get(draft.address)).status).toBe(404);
    expect((await stranger.get(`${draft.address}/tep.pdf`)).status).toBe(404);
  });
});

describe('other papers', () => {
  it('say what they are for: a sheet in words of yellow and red, an agenda with what waits, a slip with six clears', async () => {
    const made = async (query: Readonly<Record<string, string>>) =>
      focal.submit(await focal.get(newPaperLink(query)), 'Lưu và xem trước');
    const sheet = await made({ loai: 'reminder-sheet' });
    expect(sheet.text).toContain('ĐỎ');
    expect(sheet.text).toContain('VÀNG');
    const agenda = await made({ loai: 'late-agenda' });
    expect(agenda.text).toContain('Chờ duyệt');
    const slip = await made({ loai: 'assignment-slip', viec: tasks[0] ?? '' });
    for (const clear of [
      'Rõ người',
      'Rõ việc',
      'Rõ trách nhiệm',
      'Rõ thời gian',
      'Rõ sản phẩm',
      'Rõ thẩm quyền',
    ])
      expect(slip.text).toContain(clear);
    // What names nothing is refused in place.
    const empty = await focal.submit(
      await focal.get(newPaperLink({ loai: 'assignment-slip' })),
      'Lưu và xem trước',
    );
    expect(empty.status).toBe(422);
  });

  it('begin from ticked tasks and from all of a filter', async () => {
    const ticked = await focal.get(`/nhiem-vu/hang-loat?viec=van-ban&chon=${tasks[0]}&chon=${tasks[1]}`);
    expect(ticked.text).toContain('Soạn phiếu giao việc');
    const slip = await focal.get(ticked.link('Soạn phiếu giao việc'));
    expect(slip.text).toContain('2 nhiệm vụ đã chọn');
    const all = await focal.get('/nhiem-vu/hang-loat?viec=van-ban&tat-ca=1&han=late');
    const letter = await focal.get(all.link('Soạn công văn đôn đốc'));
    expect(letter.text).toContain('6 nhiệm vụ đã chọn');
  });

  it('turn red later where the office says so', async () => {
    const saved = await focal.submit(await focal.get(chasingRulesLink), 'Lưu ngưỡng', { days: '60' });
    expect(saved.text).toContain('Đã lưu ngưỡng');
    const refused = await focal.submit(await focal.get(chasingRulesLink), 'Lưu ngưỡng', { days: '0' });
    expect(refused.status).toBe(422);
  });

  it('are issued by who may, and drafts are seen by who drafted them', async () => {
    const head = await at('unit-head');
    const draft = await head.submit(
      await head.get(newPaperLink({ loai: 'reminder-sheet' })),
      'Lưu và xem trước',
    );
    expect(draft.text).toContain('Đang chờ người có thẩm quyền phát hành');
    const id = draft.address.split('/').at(-1) ?? '';
    expect((await head.post(issuedPaperLink(id, 'phat-hanh'), { number: '1' })).status).toBe(403);
    expect((await (await at('officer')).get(draft.address)).status).toBe(404);
    expect((await (await at('leader')).get(draft.address)).status).toBe(200);
  });
});

it('names just the tasks that the list calls late, whatever the units', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([0, 1, 2, 3]), async (chosen) => {
      const unitIds = chosen.flatMap((index) => units[index] ?? []);
      await asFocal(async (ctx) => {
        const chased = await listChased(ctx, askedBody.parse({ unitIds }));
        const asked = askedList(taskListShape, '/nhiem-vu', new URLSearchParams('han=late'), []);
        if (asked.goTo !== undefined) throw new Error('the filter is not understood');
        const { rows } = await nextTasks(ctx, await loadOfficeCalendar(ctx), asked.state, undefined, 100);
        const listed = rows.filter(
          ({ leadUnitId }) => unitIds.length === 0 || unitIds.includes(leadUnitId ?? ''),
        );
        expect(chased.map(({ id }) => id).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
        expect(chased.every(({ lateDays }) => lateDays !== undefined)).toBe(true);
      });
    }),
    { numRuns: 12 },
  );
});
