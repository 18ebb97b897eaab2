import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { createConclusion } from '../conclusion/commands.server.ts';
import { meeting } from '../conclusion/fixtures.ts';
import { readConclusionNow } from './jobs.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
}, 60_000);

async function kept(): Promise<string> {
  const made = await home.as(home.signIn('focal'), 'write', (ctx) => createConclusion(ctx, meeting()));
  if (!made.ok) throw new Error(made.code);
  return `/ket-luan/${made.value}`;
}

const open: OpenStep = (mode, work) => home.as(home.signIn('focal'), mode, work);
const readNow = (address: string) =>
  readConclusionNow(open, address.split('/').at(-1) ?? '', site.services.files);
const file = (lines: readonly string[], name = 'ket-luan.txt') => new File([lines.join('\n')], name);

const points = [
  '1. Giao Phòng Kinh tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội, Đoàn Thanh niên rà soát thủ tục trước ngày 30/5/2026.',
  '2. Hội nghị thống nhất với nội dung của các đơn vị.',
];

describe('the file of a conclusion', () => {
  it('is kept, read in the background, confirmed with its units, and reached from the task', async () => {
    const path = await kept();
    const form = await focal.get(`${path}/doc`);
    const waiting = await focal.submit(form, 'Đọc tệp', { file: file(points) });
    expect(waiting.text).toContain('Đang đọc kết luận');
    expect((await focal.get(path)).text).toContain('ket-luan.txt');
    await readNow(waiting.address);
    const review = await focal.get(waiting.address);
    expect(review.text).toContain('Văn bản còn nhắc: Đoàn Thanh niên xã');
    const { values } = review.form('Xác nhận và lưu');
    const helper = home.units.get('Phòng Văn hóa - Xã hội');
    expect([values['d1-unit'], values['d1-with']]).toEqual([home.units.get('Phòng Kinh tế'), helper]);
    const done = await focal.submit(review, 'Xác nhận và lưu', {});
    expect(done.text).toContain('Đã lưu 2 ý, trong đó 1 ý thành nhiệm vụ.');
    const task = await focal.get(
      done.page.querySelector('a[href^="/nhiem-vu/0"]')?.getAttribute('href') ?? '',
    );
    expect(task.text).toContain('Phòng Văn hóa - Xã hội');
    const paper = [...task.page.querySelectorAll('a')].find((link) => link.textContent === 'ket-luan.txt');
    const opened = await focal.get(paper?.getAttribute('href') ?? '');
    expect([opened.status, opened.body.includes('rà soát thủ tục')]).toEqual([200, true]);
  });

  it('that is there already is read again without another upload', async () => {
    const path = await kept();
    const form = await focal.get(`${path}/doc`);
    expect(form.text).not.toContain('Hoặc đọc tệp đã có của kết luận');
    const first = await focal.submit(form, 'Đọc tệp', { file: file(points) });
    await focal.submit(await focal.get(`${path}/doc`), 'Đọc tệp', { file: file(points) });
    const again = await focal.get(`${path}/doc`);
    const [attached = ''] = [...again.page.querySelectorAll('[name=attached] option')]
      .map((option) => option.getAttribute('value') ?? '')
      .filter(Boolean);
    expect(again.page.querySelectorAll('[name=attached] option')).toHaveLength(2);
    const waiting = await focal.submit(again, 'Đọc tệp', { attached });
    expect(waiting.text).toContain('Đang đọc kết luận');
    expect((await focal.get(first.address)).status).toBe(404);
    await readNow(waiting.address);
    expect((await focal.get(`${path}/doc`)).text).toContain('Đã đọc tệp ket-luan.txt');
  });

  it('of more points than are confirmed at once is gone through part by part', async () => {
    const path = await kept();
    const many = Array.from({ length: 50 }, (_, at) => `${at + 1}. Giao việc mang số thứ tự ${at + 1}.`);
    const form = await focal.get(`${path}/doc`);
    const { address } = await focal.submit(form, 'Đọc tệp', { file: file(many) });
    await readNow(address);
    const first = await focal.get(address);
    expect(first.text).toContain('Đang xem ý 1 đến 40 trong 50 ý đọc được');
    const second = await focal.get(`${address}?tu=41`);
    expect(second.value('Nội dung ý')).toBe('Giao việc mang số thứ tự 41.');
  });

  it('that is none to read, or without points, says so and keeps what was typed', async () => {
    const path = await kept();
    const form = await focal.get(`${path}/doc`);
    const wrong = await focal.submit(form, 'Đọc tệp', { file: file(['MZ'], 'may.exe') });
    expect([wrong.status, wrong.text.includes('Chưa tách được')]).toEqual([422, true]);
    const none = await focal.submit(form, 'Đọc tệp', {});
    expect([none.status, none.text.includes('Chọn tệp cần đọc')]).toEqual([422, true]);
    const empty = await focal.submit(form, 'Đọc tệp', { file: file(['ngắn'], 'ngan.txt') });
    await readNow(empty.address);
    expect((await focal.get(empty.address)).text).toContain('Tệp không có ý nào để tách');
    const long = await focal.submit(form, 'Tách thành từng ý', { text: 'a '.repeat(110_000) });
    expect([long.status, long.text.includes('dài hơn 200.000 ký tự')]).toEqual([422, true]);
    expect(long.value('Nội dung kết luận')).toContain('a a a');
  });

  it('is brought by those who keep conclusions, and read by the one who asked', async () => {
    const path = await kept();
    const form = await focal.get(`${path}/doc`);
    const { address } = await focal.submit(form, 'Đọc tệp', { file: file(points) });
    const leader = site.visitor();
    await leader.signIn(home.signIn('leader'));
    expect((await leader.get(address)).status).toBe(404);
    const officer = site.visitor();
    await officer.signIn(home.signIn('officer'));
    expect((await officer.get(`${path}/doc`)).status).toBe(403);
    expect((await officer.get(path)).text).toContain('ket-luan.txt');
    expect((await officer.get(`${path}/minh-chung/moi`)).status).toBe(403);
  });
});
