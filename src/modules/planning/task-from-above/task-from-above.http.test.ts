import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite } from '../../../entry/testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

async function signedIn(role: Parameters<typeof home.signIn>[0]) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

const typed = {
  number: '1234/UBND-NC',
  on: '04/05/2026',
  issuer: 'Ủy ban nhân dân tỉnh',
  title: 'Rà soát thủ tục hành chính',
  due: '15/06/2026',
};

describe('the form of a task from above', () => {
  it('is reached from the list, says what is missing, and makes a task that is found and counted apart', async () => {
    const focal = await signedIn('focal');
    const form = await focal.get((await focal.get('/nhiem-vu')).link('Nhập việc cấp trên giao'));
    const wrong = await focal.submit(form, 'Lưu nhiệm vụ', { ...typed, number: ' ', on: '31/02/2026' });
    expect([wrong.status, wrong.value('Cơ quan ban hành')]).toEqual([422, 'Ủy ban nhân dân tỉnh']);
    expect(wrong.text).toContain('Ghi số, ký hiệu văn bản, tối đa 100 ký tự.');
    expect(wrong.text).toContain('Ghi ngày văn bản theo dạng ngày/tháng/năm');
    const task = await focal.submit(wrong, 'Lưu nhiệm vụ', typed);
    expect([task.heading, task.text.includes('Đã nhập nhiệm vụ CT.1.')]).toEqual([typed.title, true]);
    expect(task.text).toContain('1234/UBND-NC');
    const list = await focal.get('/nhiem-vu?nguon=cap-tren');
    expect([list.heading, list.text.includes('Cấp trên giao: 1234/UBND-NC')]).toEqual(['Nhiệm vụ 1', true]);
    const overview = await focal.get('/tong-quan');
    const figures = overview.text.slice(overview.text.indexOf('Nhiệm vụ cấp trên giao'));
    expect(figures).toMatch(/^Nhiệm vụ cấp trên giao ?Tổng ?1/);
  });

  it('warns of the same document and title, and keeps both when told so', async () => {
    const focal = await signedIn('focal');
    const again = await focal.submit(await focal.get('/nhiem-vu/cap-tren'), 'Lưu nhiệm vụ', typed);
    expect([again.status, again.hasLink('Xem nhiệm vụ CT.1 đã có')]).toEqual([422, true]);
    const kept = await focal.submit(again, 'Vẫn lưu thêm');
    expect(kept.text).toContain('Đã nhập nhiệm vụ CT.2.');
  });

  it('is taken back from its page, and brought back from the notice', async () => {
    const focal = await signedIn('focal');
    const made = await focal.submit(await focal.get('/nhiem-vu/cap-tren'), 'Lưu nhiệm vụ', {
      ...typed,
      title: 'Việc nhập nhầm',
    });
    const address = made.address;
    const gone = await focal.submit(made, 'Bỏ nhiệm vụ nhập nhầm');
    expect(gone.text).toContain('Đã bỏ nhiệm vụ nhập nhầm');
    expect((await focal.get(address)).status).toBe(404);
    const back = await focal.submit(gone, 'Hoàn tác');
    expect([back.address, back.heading]).toEqual([address, 'Việc nhập nhầm']);
  });

  it('is not for those who only do tasks', async () => {
    const officer = await signedIn('officer');
    expect((await officer.get('/nhiem-vu/cap-tren')).status).toBe(403);
    expect((await officer.get('/nhiem-vu')).hasLink('Nhập việc cấp trên giao')).toBe(false);
    expect((await officer.post('/nhiem-vu/cap-tren', typed)).status).toBe(403);
  });
});
