import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite } from '../../../entry/testing.ts';
import { plantTasks, type TaskSeed } from '../task/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

type Role = Parameters<typeof home.signIn>[0];
async function signedIn(role: Role) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}
const officer = (role: Role) => home.people.get(home.signIn(role))?.officerId ?? null;
async function plant(seed: TaskSeed = {}): Promise<string> {
  const whole = { assigneeId: officer('officer'), approverId: officer('leader'), dueOn: '2026-05-11' };
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Rà soát thủ tục', ...whole, stage: 'in-progress', ...seed }]),
  );
  return `/nhiem-vu/${ids[0]}`;
}

const wanted = { due: '30/12/2099', text: 'Tỉnh gửi số liệu muộn' };

describe('asking for another deadline', () => {
  it('is sent from the page of the task, seen by whoever decides, granted, and the first stays', async () => {
    const [doer, leader] = [await signedIn('officer'), await signedIn('leader')];
    const address = await plant();
    const before = await doer.get(address);
    expect(before.hasLink('Đổi hạn')).toBe(false);
    const asked = await doer.submit(await doer.get(before.link('Xin đổi hạn')), 'Gửi đề nghị', wanted);
    expect(asked.text).toContain('Đã gửi đề nghị đổi hạn, chờ duyệt.');
    expect([asked.hasButton('Rút đề nghị'), asked.hasLink('Xin đổi hạn')]).toEqual([true, false]);

    const list = await leader.get('/nhiem-vu');
    const open = await leader.get(list.link('Chờ duyệt gia hạn'));
    expect([open.heading, open.hasLink('Rà soát thủ tục')]).toEqual(['Nhiệm vụ 1', true]);
    const page = await leader.get(address);
    expect(page.text).toContain('Tỉnh gửi số liệu muộn');
    const answered = await leader.submit(page, 'Đồng ý đổi hạn', { text: 'Đồng ý' });
    expect(answered.text).toContain('Đã đồng ý đổi hạn.');
    expect(answered.text).toMatch(/Hạn đầu ?11\/05\/2026/);
    expect(answered.text).toContain('hạn thứ Tư 30/12/2099 (đã quá hạn đầu 11/05/2026)');
    expect(answered.text).toContain('Từ 11/05/2026 sang 30/12/2099 · Đồng ý');
    // It has till the end of the century, and still is late in every figure.
    expect((await leader.get('/nhiem-vu?han=late')).hasLink('Rà soát thủ tục')).toBe(true);
    expect((await leader.get('/nhiem-vu?doi-han=co')).heading).toBe('Nhiệm vụ 1');
    expect((await leader.get('/nhiem-vu?xin-han=cho-duyet')).heading).toBe('Nhiệm vụ 0');
  });

  it('comes back with what was typed where the day or the reason is missing', async () => {
    const doer = await signedIn('officer');
    const form = await doer.get(`${await plant()}/xin-doi-han`);
    const wrong = await doer.submit(form, 'Gửi đề nghị', { due: '31/02/2026', text: ' ' });
    expect([wrong.status, wrong.value('Hạn mới')]).toEqual([422, '31/02/2026']);
    expect(wrong.text).toContain('Ghi ngày theo dạng ngày/tháng/năm');
    expect(wrong.text).toContain('Ghi lý do đổi hạn, tối đa 2.000 ký tự.');
    const past = await doer.submit(wrong, 'Gửi đề nghị', { due: '01/01/2026', text: 'Lý do' });
    expect([past.status, past.value('Lý do')]).toEqual([422, 'Lý do']);
    expect(past.text).toContain('Hạn mới phải từ hôm nay trở đi.');
  });

  it('is refused only with a reason, and the one who comes second sees what was decided', async () => {
    const [doer, leader, focal] = [
      await signedIn('officer'),
      await signedIn('leader'),
      await signedIn('focal'),
    ];
    const address = await plant();
    await doer.submit(await doer.get(`${address}/xin-doi-han`), 'Gửi đề nghị', wanted);
    const [mine, theirs] = [await leader.get(address), await focal.get(address)];
    const bare = await leader.submit(mine, 'Từ chối', { text: '' });
    expect([bare.status, bare.text.includes('Ghi lý do từ chối')]).toEqual([422, true]);
    const refused = await leader.submit(bare, 'Từ chối', { text: 'Phải nộp đúng ngày' });
    expect(refused.text).toContain('Đã từ chối đổi hạn; nhiệm vụ giữ hạn hiện tại.');
    const second = await focal.submit(theirs, 'Đồng ý đổi hạn');
    expect(second.text).toMatch(/Người leader đã từ chối đề nghị này lúc \d\d:\d\d/);
    expect(second.text).not.toContain('30/12/2099 (');
  });

  it('is taken back by whoever asked, and by nobody else', async () => {
    const [doer, head] = [await signedIn('officer'), await signedIn('unit-head')];
    const address = await plant({ leadUnitId: home.units.get('Phòng Văn hóa - Xã hội') ?? null });
    const asked = await doer.submit(await doer.get(`${address}/xin-doi-han`), 'Gửi đề nghị', wanted);
    const seen = await head.get(address);
    expect([seen.text.includes('Đang chờ duyệt đổi hạn'), seen.hasButton('Rút đề nghị')]).toEqual([
      true,
      false,
    ]);
    expect((await doer.submit(asked, 'Rút đề nghị')).text).toContain('Đã rút đề nghị đổi hạn.');
    expect((await doer.get(address)).hasLink('Xin đổi hạn')).toBe(true);
  });
});

it('a deadline is changed at once by whoever decides, with a reason, and asked for by others', async () => {
  const [leader, doer] = [await signedIn('leader'), await signedIn('officer')];
  const address = await plant({ dueOn: '2099-12-01' });
  const form = await leader.get((await leader.get(address)).link('Đổi hạn'));
  const wrong = await leader.submit(form, 'Đổi hạn', { due: '01/12/2099', text: 'Lý do' });
  expect([wrong.status, wrong.text.includes('Hạn mới trùng với hạn hiện tại')]).toEqual([422, true]);
  const changed = await leader.submit(wrong, 'Đổi hạn', wanted);
  expect(changed.text).toContain('Đã đổi hạn. Hạn đầu vẫn được giữ để tính số liệu.');
  expect(changed.text).toContain('(hạn đầu 01/12/2099)');
  expect((await doer.get(`${address}/doi-han`)).status).toBe(403);
  expect((await doer.post(`${address}/duyet-doi-han`, { request: 'x', text: 'x' })).status).toBe(404);
});
