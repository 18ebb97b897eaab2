import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite } from '../../../entry/testing.ts';

it('a document is mended from the page of its task; who comes second sees both versions', async () => {
  const site = await testSite();
  const home = await testTenant(site.services);
  const [focal, other] = [site.visitor(), site.visitor()];
  for (const visitor of [focal, other]) await visitor.signIn(home.signIn('focal'));
  const typed = {
    number: '1234/UBND-NC',
    on: '04/05/2026',
    issuer: 'Ủy ban nhân dân tỉnh',
    abstract: 'V/v rà soát thủ tục',
    title: 'Rà soát thủ tục hành chính',
  };
  const task = await focal.submit(await focal.get('/nhiem-vu/cap-tren'), 'Lưu nhiệm vụ', typed);
  expect(task.text).toContain('V/v rà soát thủ tục');
  const form = await focal.get(task.link('Sửa văn bản'));
  expect(form.value('Trích yếu')).toBe('V/v rà soát thủ tục');
  const late = await other.get(task.link('Sửa văn bản'));

  const wrong = await focal.submit(form, 'Lưu văn bản', { number: '1235/UBND-NC', on: '32/05/2026' });
  expect([wrong.status, wrong.value('Số, ký hiệu')]).toEqual([422, '1235/UBND-NC']);
  expect(wrong.text).toContain('Ghi lý do sửa');
  expect(wrong.text).toContain('Ghi ngày văn bản theo dạng ngày/tháng/năm');
  const ahead = await focal.submit(form, 'Lưu văn bản', { on: '01/01/2099', reason: 'Nhầm ngày' });
  expect([ahead.status, ahead.text]).toEqual([422, expect.stringContaining('không được sau hôm nay')]);
  const mended = await focal.submit(form, 'Lưu văn bản', { number: '1235/UBND-NC', reason: 'Gõ nhầm số' });
  expect(mended.text).toContain('Đã sửa thông tin văn bản giao việc.');
  expect(mended.text).toContain('1235/UBND-NC');
  expect(mended.text).toContain('Gõ nhầm số');

  const both = await other.submit(late, 'Lưu văn bản', { number: '1236/UBND-NC', reason: 'Số khác' });
  expect(both.status).toBe(409);
  expect(both.text).toContain('1235/UBND-NC');
  expect(both.text).toContain('1236/UBND-NC');

  const officer = site.visitor();
  await officer.signIn(home.signIn('officer'));
  expect((await officer.get(task.address)).hasLink('Sửa văn bản')).toBe(false);
  expect((await officer.get(late.address)).status).toBe(403);
});
