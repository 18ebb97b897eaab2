import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { clamdScanner } from '#platform/files/scanner.ts';
import { eicar, startClamd } from '#platform/files/testing-clamd.ts';
import { scanJob } from '#platform/files/scan-job.server.ts';
import { removalJob } from '#platform/files/removal-job.server.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Job, OpenStep } from '#platform/jobs/job.ts';
import type { FilePlace } from '#platform/files/file-place.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { paperOf } from './fixtures.ts';

const megabyte = 1024 * 1024;
const limits = { mostFileBytes: 2 * megabyte, mostSendingBytes: 3 * megabyte };

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let files: FilePlace;

beforeAll(async () => {
  site = await testSite();
  files = Object.assign(site.services.files, { limits });
  home = await testTenant(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
});

const newTask = async () =>
  (await home.as(home.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{ title: 'Rà soát' }]))).ids[0] ??
  '';
const fileOf = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);
const paper = (words: string, name = 'bao-cao.pdf') => fileOf(new Uint8Array(paperOf(words)), name);

/** Sends files under one name each, as a browser does for a field that takes several. */
async function send(task: string, sent: File[], more: Record<string, string> = {}, headers = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  for (const file of sent) body.append('files', file);
  return site.app.fetch(
    new Request(`http://localhost/nhiem-vu/${task}/minh-chung/tep`, {
      method: 'POST',
      body,
      headers: { origin: 'http://localhost', cookie: focal.cookies, ...headers },
    }),
  );
}

/** Runs a background job as the queue does. */
async function work(job: Job<unknown>, payload: unknown, place: FilePlace = files): Promise<void> {
  const occasion = {
    tenant: home.tenant,
    actor: systemActor(job.actorName, job.grants),
    lang: 'vi' as const,
    requestId: 'job',
  };
  const open: OpenStep = (mode, step) => openCtx(site.services, mode, occasion, step);
  await job.run(open, job.payload.parse(payload), { ...site.services, files: place });
}

const left = () => readdirSync(files.staging);
const fileLink = (screen: Screen) =>
  screen.page.querySelector('.evidence-list a[href*="/tep/"]')?.getAttribute('href') ?? '';

describe('files that are sent', () => {
  it('are attached each, shown on the page of the task, and saved from there', async () => {
    const task = await newTask();
    const form = await focal.get(`/nhiem-vu/${task}/minh-chung/moi`);
    expect(form.heading).toBe('Thêm minh chứng');
    const words = { number: '12/BC-UBND', issuedOn: '12/05/2026', issuer: 'UBND xã' };
    const answer = await send(
      task,
      [paper('a', 'Báo cáo quý I.pdf'), fileOf('Đã niêm yết', 'ghi chú.txt')],
      words,
    );
    expect(answer.status).toBe(303);
    const page = await focal.get(`/nhiem-vu/${task}`);
    expect(page.text).toContain('Báo cáo quý I.pdf');
    expect(page.text).toContain('Số 12/BC-UBND ngày 12/05/2026');
    expect(page.text).toContain('ghi chú.txt');
    expect(left()).toEqual([]);
    const saved = await site.app.fetch(
      new Request(`http://localhost${fileLink(page)}`, { headers: { cookie: focal.cookies } }),
    );
    expect(saved.status).toBe(200);
    expect(Buffer.from(await saved.arrayBuffer()).equals(paperOf('a'))).toBe(true);
    expect(Object.fromEntries(saved.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Bao_cao_quy_I.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20qu%C3%BD%20I.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    });
    const { rows } = await site.services.migrator.query(
      `select from platform.audit_line where record_id = $1 and act = 'casework.evidence.see'`,
      [task],
    );
    expect(rows).toHaveLength(1);
  });

  it('are saved in part, so that what broke off goes on', async () => {
    const task = await newTask();
    await send(task, [paper('phần')]);
    const address = `http://localhost${fileLink(await focal.get(`/nhiem-vu/${task}`))}`;
    const ask = (range: string) =>
      site.app.fetch(new Request(address, { headers: { cookie: focal.cookies, range } }));
    const part = await ask('bytes=1-3');
    expect([part.status, await part.text()]).toEqual([206, 'PDF']);
    expect(part.headers.get('content-range')).toBe(`bytes 1-3/${paperOf('phần').length}`);
    expect((await ask('bytes=100000-')).status).toBe(416);
  });

  it('meet each its own end: one that is refused stops no other', async () => {
    const task = await newTask();
    const sent = [
      paper('tốt'),
      fileOf('', 'rong.pdf'),
      fileOf('MZ\u0000program', 'bao-cao.pdf'),
      fileOf(new Uint8Array(limits.mostFileBytes + 1), 'lon.pdf'),
      paper('đường dẫn', '../../etc/passwd.pdf'),
      paper('đảo chiều', 'bao-cao\u202Efdp.pdf'),
      fileOf('x', 'goi.zip'),
      fileOf('x', 'khong-duoi'),
    ];
    const answer = await send(task, sent, { number: '7' });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    for (const words of [
      '0 byte',
      'Nội dung không đúng loại',
      'Tệp lớn hơn 2 MB',
      'chứa đường dẫn',
      'ký tự ẩn',
      'bao-cao[U+202E]fdp.pdf',
      'Loại tệp này không nhận',
      'Đã nhận',
      'value="7"',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('\u202E');
    expect(left()).toEqual([]);
    const page = await focal.get(`/nhiem-vu/${task}`);
    expect(page.page.querySelectorAll('.evidence-list li')).toHaveLength(1);
    expect(await (await send(task, [paper('tốt')])).text()).toContain('đã có đúng tệp này');
  });

  it('are refused by the length that is told, and by count', async () => {
    const task = await newTask();
    const told = await send(task, [paper('x')], {}, { 'content-length': String(2_000 * megabyte) });
    expect(told.status).toBe(413);
    const many = [1, 2, 3].map((n) => fileOf(new Uint8Array(1.9 * megabyte), `${n}.pdf`));
    expect((await send(task, many)).status).toBe(413);
    // One that is refused long before the whole sending is.
    expect((await send(task, [fileOf(new Uint8Array(8 * megabyte), '1.pdf')])).status).toBe(413);
    expect(left()).toEqual([]);
    expect((await focal.get(`/nhiem-vu/${task}`)).text).toContain('Chưa có minh chứng nào');
  });

  it('are refused while they come in, long before two gigabytes that nobody announced', async () => {
    const task = await newTask();
    const boundary = 'ranh-gioi';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="lon.pdf"\r\n\r\n%PDF-1.7\n`;
    const chunk = new Uint8Array(64 * 1024);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
      pull: (controller) => {
        sent += chunk.length;
        if (sent > 2_048 * megabyte) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const answer = await site.app.fetch(
      new Request(`http://localhost/nhiem-vu/${task}/minh-chung/tep`, {
        method: 'POST',
        body: endless,
        headers: {
          origin: 'http://localhost',
          cookie: focal.cookies,
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
        ...({ duplex: 'half' } as object),
      }),
    );
    expect([answer.status, await answer.text()]).toEqual([
      413,
      expect.stringContaining('Nội dung gửi lên quá lớn'),
    ]);
    expect(sent).toBeLessThan(64 * megabyte);
    expect(left()).toEqual([]);
  });

  it('leave nothing when they break off', async () => {
    const task = await newTask();
    const whole = new Response(
      (() => {
        const form = new FormData();
        form.append('files', fileOf(new Uint8Array(megabyte), 'a.pdf'));
        return form;
      })(),
    );
    const type = whole.headers.get('content-type') ?? '';
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const post = (body: BodyInit) =>
      site.app.fetch(
        new Request(`http://localhost/nhiem-vu/${task}/minh-chung/tep`, {
          method: 'POST',
          body,
          headers: { origin: 'http://localhost', cookie: focal.cookies, 'content-type': type },
          ...({ duplex: 'half' } as object),
        }),
      );
    expect((await post(bytes.slice(0, bytes.length / 2))).status).toBe(400);
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.slice(0, bytes.length / 2)),
      pull: (controller) => controller.error(new Error('gone')),
    });
    expect((await post(broken)).status).toBe(400);
    expect(left()).toEqual([]);
  });

  it('come in from nobody who may not attach them', async () => {
    const task = await newTask();
    const auditor = site.visitor();
    await auditor.signIn(home.signIn('auditor'));
    const at = `/nhiem-vu/${task}/minh-chung/tep`;
    expect((await auditor.post(at, { files: paper('x') })).status).toBe(403);
    const stranger = site.visitor();
    expect((await stranger.post(at, { files: paper('x') })).address).toMatch(/^\/dang-nhap/);
    expect((await focal.post('/nhiem-vu/x/minh-chung/tep', { files: paper('x') })).status).toBe(404);
    expect(left()).toEqual([]);
  });

  it('are asked for when none was chosen', async () => {
    const answer = await send(await newTask(), [], { number: '' });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Chưa chọn tệp nào')]);
  });

  it('are taken in once, however often the form is sent', async () => {
    const task = await newTask();
    const form = await focal.get(`/nhiem-vu/${task}/minh-chung/moi`);
    const { values } = form.form('Gửi tệp');
    const key = values['_ma-gui'] ?? '';
    expect(key).not.toBe('');
    for (const _ of [1, 2]) expect((await send(task, [paper('k')], { '_ma-gui': key })).status).toBe(303);
  });
});

describe('a proof on its page', () => {
  it('is replaced, looked up in its old version, removed and brought back', async () => {
    const task = await newTask();
    await send(task, [paper('bản một')]);
    const more = (await focal.get(`/nhiem-vu/${task}`)).link(/^Các bản, thay, gỡ/);
    const page = await focal.get(more);
    const refused = await focal.submit(page, 'Thay bản mới', { file: paper('bản hai', 'b.pdf') });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Ghi lý do thay')]);
    const given = { file: paper('bản hai', 'b.pdf'), reason: 'sửa số liệu' };
    const replaced = await focal.submit(page, 'Thay bản mới', given);
    expect(replaced.text).toContain('Lý do thay: sửa số liệu');
    expect(replaced.page.querySelectorAll('a[href*="/tep/"]')).toHaveLength(2);
    const again = await focal.submit(page, 'Thay bản mới', { ...given, file: paper('bản ba', 'c.pdf') });
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('vừa có bản mới hơn')]);
    const task2 = await focal.submit(replaced, 'Gỡ minh chứng');
    expect(task2.text).toContain('Chưa có minh chứng nào');
    expect((await focal.get(more)).status).toBe(404);
    const back = await focal.post(`${more}/khoi-phuc`, {});
    expect(back.text).toContain('b.pdf');
  });

  it('is an address or a document, and comes back with what was typed when it is wrong', async () => {
    const task = await newTask();
    const form = await focal.get(`/nhiem-vu/${task}/minh-chung/moi`);
    const wrong = await focal.submit(form, 'Thêm địa chỉ', { url: 'javascript:alert(1)', title: 'Trang' });
    expect(wrong.status).toBe(422);
    expect(wrong.value('Địa chỉ')).toBe('javascript:alert(1)');
    const linked = await focal.submit(form, 'Thêm địa chỉ', { url: 'https://x.example/a', title: 'Trang' });
    expect(linked.link('Trang')).toBe('https://x.example/a');
    const said = { title: 'Báo cáo', number: '9/BC', issuedOn: '31/12/2025', issuer: 'UBND' };
    const bad = await focal.submit(form, 'Thêm số văn bản', { ...said, issuedOn: '31/02/2026' });
    expect([bad.status, bad.text]).toEqual([422, expect.stringContaining('dd/mm/yyyy')]);
    const named = await focal.submit(form, 'Thêm số văn bản', said);
    expect(named.text).toContain('Khác năm');
  });
});

describe('the scanner', () => {
  const task = newTask;
  const withScanner = async (scanner: FilePlace['scanner'], run: () => Promise<void>) => {
    Object.assign(files, { scanner });
    try {
      await run();
    } finally {
      Object.assign(files, { scanner: null });
    }
  };

  it('keeps out what does harm', async () => {
    const clamd = await startClamd();
    const id = await task();
    await withScanner(clamdScanner(clamd.address), async () => {
      const harmful = fileOf(`${paperOf('x').toString()}${eicar}%%EOF`, 'a.pdf');
      const answer = await send(id, [harmful, paper('sạch')]);
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('có mã độc')]);
    });
    await clamd.stop();
    expect((await focal.get(`/nhiem-vu/${id}`)).page.querySelectorAll('.evidence-list li')).toHaveLength(1);
    expect(left()).toEqual([]);
  });

  it('that is away holds nothing up: the file waits, cannot be opened, and is scanned later', async () => {
    const clamd = await startClamd();
    await clamd.stop();
    const id = await task();
    await withScanner(clamdScanner(clamd.address), async () => {
      expect((await send(id, [paper('chờ quét')])).status).toBe(303);
    });
    const page = await focal.get(`/nhiem-vu/${id}`);
    expect(page.text).toContain('Chờ quét mã độc');
    expect(fileLink(page)).toBe('');
    const more = page.link(/^Các bản, thay, gỡ/);
    expect((await focal.get(`${more}/tep/1`)).status).toBe(404);
    const { rows } = await site.services.migrator.query<{ id: string }>(
      `select id from platform.file_content where scan = 'waiting'`,
    );
    const there = await startClamd();
    const payload = { contentId: rows[0]?.id };
    await expect(work(scanJob, payload, { ...files, scanner: clamdScanner(clamd.address) })).rejects.toThrow(
      'the scanner is away',
    );
    for (const _ of [1, 2]) await work(scanJob, payload, { ...files, scanner: clamdScanner(there.address) });
    await there.stop();
    expect((await focal.get(`${more}/tep/1`)).status).toBe(200);
  });
});

describe('contents that nobody names', () => {
  const heldNow = async () => {
    const found = [];
    for await (const { sha256 } of files.store.list(home.tenant.id)) found.push(sha256);
    return found;
  };
  const age = () =>
    site.services.migrator.query(`update platform.file_content set last_kept_at = '2026-01-01'`);

  it('go after some days, and those that are named stay', async () => {
    const id = await newTask();
    await send(id, [paper('bỏ đi'), paper('giữ lại', 'b.pdf')]);
    const before = await heldNow();
    await site.services.migrator.query(
      `with gone as (delete from casework.evidence_attachment where record_id = $1 and evidence_id in
         (select evidence_id from casework.evidence_version where title = 'bao-cao.pdf') returning evidence_id)
       select from gone`,
      [id],
    );
    await site.services.migrator.query(
      `delete from casework.evidence_version v where not exists (select from casework.evidence_attachment a
         where a.evidence_id = v.evidence_id)`,
    );
    await work(removalJob, {});
    expect(await heldNow()).toHaveLength(before.length);
    await age();
    for (const _ of [1, 2]) await work(removalJob, {});
    expect(await heldNow()).toHaveLength(before.length - 1);
    const page = await focal.get(`/nhiem-vu/${id}`);
    expect((await focal.get(fileLink(page))).status).toBe(200);
  });
});
