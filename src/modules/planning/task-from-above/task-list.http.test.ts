import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite } from '../../../entry/testing.ts';

it('a list from Excel is previewed line by line, mended, entered and taken back in one go', async () => {
  const site = await testSite();
  const home = await testTenant(site.services);
  const focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
  const start = await focal.get((await focal.get('/nhiem-vu/cap-tren')).link('Nhập từ Excel'));
  const template = await focal.get(start.link('Tải tệp mẫu'));
  expect([template.status, template.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  const nothing = await focal.submit(start, 'Xem trước', { list: 'Họ tên;Chức vụ\nA;B' });
  expect([nothing.status, nothing.text.includes('Không thấy dòng tiêu đề')]).toEqual([422, true]);
  const list = (due: string) =>
    `Số văn bản;Ngày văn bản;Cơ quan ban hành;Tên nhiệm vụ;Ngày hạn\n1/CV;04/05/2026;Tỉnh;Một;${due}\n2/CV;04/05/2026;Tỉnh;Hai;`;
  const wrong = await focal.submit(start, 'Xem trước', { list: list('mai') });
  expect([wrong.status, wrong.hasButton('Nhập cả danh sách')]).toEqual([422, false]);
  expect(wrong.text).toContain('2 dòng, 1 dòng chưa nhập được.');
  expect(wrong.text).toContain('Ngày hạn không đúng dạng ngày/tháng/năm');
  const right = await focal.submit(wrong, 'Xem lại sau khi sửa', { list: list('15/06/2026') });
  expect(right.text).toContain('2 dòng, 0 dòng chưa nhập được.');
  const entered = await focal.submit(right, 'Nhập cả danh sách');
  expect(entered.text).toContain('Đã nhập 2 nhiệm vụ cấp trên giao.');
  expect(entered.heading).toBe('Nhiệm vụ 2');
  const undone = await focal.submit(entered, 'Hoàn tác');
  expect([undone.heading, undone.text.includes('Đã bỏ 2 nhiệm vụ vừa nhập')]).toEqual(['Nhiệm vụ 0', true]);
  const officer = site.visitor();
  await officer.signIn(home.signIn('officer'));
  expect((await officer.get('/nhiem-vu/cap-tren/danh-sach')).status).toBe(403);
  expect((await officer.get('/nhiem-vu/cap-tren/danh-sach.xlsx')).status).toBe(403);
});
