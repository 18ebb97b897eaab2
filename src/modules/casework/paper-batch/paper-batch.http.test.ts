import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { draftTestPaper, testSource } from '#modules/planning/chasing-paper/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { issuePaper } from '../issued-paper/issue.server.ts';
import { issuedPapersLink, paperBatchesLink } from '../links.ts';
import { batchJob } from './jobs.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let leader: Visitor;
/** Letters 1, 2, 4 and a draft. */
const ids: string[] = [];

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  leader = site.visitor();
  await leader.signIn(home.signIn('leader'));
  const leadUnitId = [...home.units.values()][0] ?? null;
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    await plantTasks(ctx, [{ leadUnitId, title: 'Việc muộn', dueOn: addDays(ctx.clock.today(), -20) }]);
    for (const number of [1, 2, 4, 0]) {
      const id = await draftTestPaper(ctx, 'reminder-letter');
      ids.push(id);
      if (number > 0)
        await issuePaper(ctx, testSource('reminder-letter'), id, {
          number,
          proposed: 999,
          note: number === 4 ? 'Số 03 đã ghi sổ giấy' : 'ghi sổ',
          on: ctx.clock.today(),
          version: 1,
        });
    }
  });
});

/** Makes the file as the queue does, twice: once is enough. */
async function work(batchId: string): Promise<void> {
  const actor = systemActor(batchJob.actorName, batchJob.grants);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'job' };
  const open: OpenStep = (mode, step) => openCtx(site.services, mode, occasion, step);
  for (const _ of [1, 2]) await batchJob.run(open, { batchId }, { ...site.services, internalHosts: [] });
}

async function pagesOf(visitor: Visitor, path: string): Promise<string[]> {
  const answer = await site.app.fetch(
    new Request(`http://localhost${path}`, { headers: { cookie: visitor.cookies } }),
  );
  expect(answer.status).toBe(200);
  const document = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 })
    .promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    texts.push(
      content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  await document.destroy();
  return texts;
}

it('prints the ticked papers in the order of their numbers, behind a list that says the gap', async () => {
  const list = await leader.get(issuedPapersLink);
  expect(list.text).toContain('In gộp một PDF');
  const ask = await leader.get(
    `${paperBatchesLink}?${ids
      .toReversed()
      .map((id) => `chon=${id}`)
      .join('&')}`,
  );
  expect(ask.text).toContain('3 văn bản theo thứ tự số');
  expect(ask.text).toContain('1 dòng đã chọn chưa có số');
  expect(ask.text).toContain('không thấy văn bản mang số: 03');
  const waiting = await leader.submit(ask, 'Lập tệp PDF');
  expect(waiting.text).toContain('Đang lập tệp');
  const id = waiting.address.split('/').at(-1) ?? '';
  await work(id);
  const ready = await leader.get(waiting.address);
  const pages = await pagesOf(leader, ready.link('Tải PDF'));
  expect(pages[0]).toContain('DANH MỤC VĂN BẢN');
  expect(pages[0]).toContain('Số 03 đã ghi sổ giấy');
  expect(pages[0]).toContain('không thấy văn bản mang số: 03');
  const order = pages.slice(1).flatMap((text) => /Số: (\d+)\/UBND/.exec(text)?.[1] ?? []);
  expect(order).toEqual(['01', '02', '04']);
});

it('takes all of a filter, and says what cannot be printed', async () => {
  const all = await leader.get(`${paperBatchesLink}?tat-ca=1&tinh-trang=issued`);
  expect(all.text).toContain('3 văn bản theo thứ tự số');
  const two = await leader.get(`${paperBatchesLink}?chon=${ids[0]}&chon=${ids[2]}`);
  expect(two.text).toContain('có trong sổ nhưng không nằm trong tệp này: 02');
  const none = await leader.get(`${paperBatchesLink}?chon=${ids[3]}&chon=x`);
  expect([none.status, none.text]).toEqual([200, expect.stringContaining('Không có văn bản nào để in')]);
  const refused = await leader.post(paperBatchesLink, { papers: 'x' });
  expect(refused.status).toBe(422);
  const many = Array.from({ length: 201 }, (_, at) => `chon=${at}`).join('&');
  expect((await leader.get(`${paperBatchesLink}?${many}`)).text).toContain('một tệp nhiều nhất 200');
});

it('is nobody else’s, and closed to those who may not', async () => {
  const asked = await leader.submit(await leader.get(`${paperBatchesLink}?chon=${ids[0]}`), 'Lập tệp PDF');
  const focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
  expect((await focal.get(asked.address)).status).toBe(404);
  expect((await leader.get(`${asked.address}/tep.pdf`)).status).toBe(404);
  const officer = site.visitor();
  await officer.signIn(home.signIn('officer'));
  expect((await officer.get(paperBatchesLink)).status).toBe(403);
  expect((await officer.get(issuedPapersLink)).text).not.toContain('In gộp một PDF');
});
