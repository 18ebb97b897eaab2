import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './page.ts';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();
const unit = 'Phòng Văn hóa - Xã hội';

describe('the month of a head, on a phone', () => {
  let head: Person;
  let leader: Person;
  let address: string;

  beforeAll(async () => {
    head = await stage.person({ isNarrow: true });
    await head.signIn(people.reviewed);
    leader = await stage.person({ isNarrow: true });
    await leader.signIn(people.reviewer);
  });

  it('shows a head their own month, scored anew until somebody proposes', async () => {
    await head.goTo('/danh-gia-thang');
    expect(await head.text()).not.toContain('Văn phòng HĐND');
    await head.click('link', unit);
    address = new URL(head.page.url()).pathname;
    await head.page.getByLabel(/^Điểm tiêu chí chung/).fill('28,5');
    await head.page.getByLabel('Nhận xét').fill('Đã bổ sung kết quả tuần cuối');
    await head.click('button', 'Chấm lại');
    expect(await head.text()).toContain('Đã bổ sung kết quả tuần cuối');
    expect(await head.page.getByRole('button', { name: 'Quyết định' }).count()).toBe(0);
  });

  it('is proposed and decided by the leader, each figure opening exactly its tasks', async () => {
    await leader.goTo(address);
    for (const link of await leader.page.locator('#facts table a').all()) {
      const said = /: (\d+)$/.exec((await link.getAttribute('aria-label')) ?? '')?.[1];
      const opened = await leader.page.request.get(stage.address + (await link.getAttribute('href')));
      const tasks = new Set((await opened.text()).match(/\/nhiem-vu\/[0-9a-f-]{36}/g));
      expect(String(tasks.size)).toBe(said);
    }
    await leader.page.getByLabel('Xếp loại', { exact: true }).selectOption('excellent');
    await leader.page.getByLabel('Nhận xét, lý do', { exact: true }).fill('Đúng với kết quả của phòng');
    await leader.click('button', 'Đề xuất điểm và xếp loại');
    expect(await leader.text()).toContain('Đã lưu đề xuất.');
    await leader.click('button', 'Quyết định');
    expect(await leader.text()).toContain('Đã quyết định. Số liệu của tháng được chốt.');
    await head.goTo('/thong-bao');
    expect(await head.text()).toContain('Đã quyết định');
    await head.goTo(address);
    expect(await head.text()).toContain('Hoàn thành xuất sắc nhiệm vụ');
    for (const person of [head, leader]) expect(person.troubles).toEqual([]);
  });
});
