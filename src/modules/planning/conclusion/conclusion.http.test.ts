import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite } from '../../../entry/testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

const typed = {
  kind: 'meeting',
  number: '12/TB-UBND',
  on: '04/05/2026',
  issuer: 'Ủy ban nhân dân xã',
  chair: 'Chủ tịch',
  title: 'Kết luận giao ban',
  link: '',
};
const text = [
  '1. Trước ngày 20/5/2026, Phòng Kinh tế chủ trì xây dựng kế hoạch kiểm tra.',
  '2. Hội nghị thống nhất với nội dung của các đơn vị.',
].join('\n');

async function signedIn(role: Parameters<typeof home.signIn>[0]) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

describe('a conclusion', () => {
  it('is entered, its text told apart, confirmed line by line, seen on its tasks, and taken back', async () => {
    const visitor = await signedIn('focal');
    const wrong = await visitor.submit(await visitor.get('/ket-luan/moi'), 'Lưu kết luận', {
      ...typed,
      on: 'mai',
    });
    expect([wrong.status, wrong.value('Trích yếu')]).toEqual([422, typed.title]);
    const made = await visitor.submit(wrong, 'Lưu kết luận', typed);
    expect(made.heading).toBe('Kết luận giao ban');
    const path = made.address;
    const empty = await visitor.submit(await visitor.get(`${path}/doc`), 'Tách thành từng ý', { text: ' ' });
    expect(empty.status).toBe(422);
    const review = await visitor.submit(empty, 'Tách thành từng ý', { text });
    expect(review.heading).toBe('Xác nhận từng ý');
    const { values } = review.form('Xác nhận và lưu');
    expect([values['d1-as'], values['d1-due'], values['d2-as']]).toEqual(['task', '20/05/2026', 'open']);
    expect(values['d1-unit']).toBe(home.units.get('Phòng Kinh tế'));
    expect((await visitor.get(path)).text).toContain('Chưa có ý nào');
    const refused = await visitor.submit(review, 'Xác nhận và lưu', { 'd2-as': 'none' });
    expect([refused.status, refused.text.includes('Ý 2: Ghi lý do không giao việc')]).toEqual([422, true]);
    const done = await visitor.submit(refused, 'Xác nhận và lưu', { 'd2-reason': 'chỉ để biết' });
    expect(done.text).toContain('Đã lưu 2 ý, trong đó 1 ý thành nhiệm vụ.');
    const link = done.page.querySelector('a[href^="/nhiem-vu/0"]')?.getAttribute('href') ?? '';
    const task = await visitor.get(link);
    expect(task.text).toContain('Kết luận 12/TB-UBND');
    expect(task.body).toContain(`href="${path}#y-`);
    expect((await visitor.get('/nhiem-vu?nguon=ket-luan')).text).toContain('xây dựng kế hoạch kiểm tra');
    const undone = await visitor.submit(done, 'Hoàn tác', {});
    expect(undone.text).toContain('Đã hoàn tác 2 ý');
    expect((await visitor.get(link)).status).toBe(404);
  });

  it('stands in the list with its figures, for those who may read it', async () => {
    const visitor = await signedIn('leader');
    await visitor.submit(await visitor.get('/ket-luan/moi'), 'Lưu kết luận', {
      ...typed,
      number: '13/TB-UBND',
    });
    const list = await visitor.get('/ket-luan?tim=13/TB');
    expect(list.text).toContain('13/TB-UBND');
    expect((await (await signedIn('community')).get('/ket-luan')).status).toBe(403);
    const officer = await signedIn('officer');
    expect((await officer.get('/ket-luan')).hasButton('Nhập kết luận')).toBe(false);
    expect((await officer.get('/ket-luan/moi')).status).toBe(403);
  });

  it('changed meanwhile shows both versions', async () => {
    const [one, two] = [await signedIn('focal'), await signedIn('leader')];
    const made = await one.submit(await one.get('/ket-luan/moi'), 'Lưu kết luận', {
      ...typed,
      number: '14/TB',
    });
    const [mine, theirs] = [await one.get(`${made.address}/sua`), await two.get(`${made.address}/sua`)];
    await two.submit(theirs, 'Lưu kết luận', { title: 'Tên của người kia' });
    const both = await one.submit(mine, 'Lưu kết luận', { title: 'Tên của tôi' });
    expect(both.status).toBe(409);
    expect(both.body).toContain('Tên của người kia');
    expect(both.body).toContain('Tên của tôi');
  });

  it('has a unit head charge the own unit only', async () => {
    const visitor = await signedIn('unit-head');
    const made = await visitor.submit(await visitor.get('/ket-luan/moi'), 'Lưu kết luận', {
      ...typed,
      number: '15/TB',
    });
    const own = home.people.get(home.signIn('unit-head'))?.unitIds[0];
    const other = [...home.units.values()].find((unit) => unit !== own) ?? '';
    const form = await visitor.get(`${made.address}/dong`);
    const line = { 'd1-text': 'Làm việc này', 'd1-title': 'Làm việc này', 'd1-unit': other };
    const refused = await visitor.submit(form, 'Xác nhận và lưu', line);
    expect([refused.status, refused.text.includes('chỉ giao được việc cho đơn vị của mình')]).toEqual([
      422,
      true,
    ]);
    const done = await visitor.submit(refused, 'Xác nhận và lưu', { 'd1-unit': own ?? '' });
    expect(done.text).toContain('Đã lưu 1 ý');
  });
});
