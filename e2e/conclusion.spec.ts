import { describe, expect, it } from 'vitest';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

const points = [
  '1. Trước ngày 20/5/2026, Phòng Kinh tế chủ trì rà soát biểu mẫu niêm yết.',
  '2. Giao Phòng Văn hóa - Xã hội chủ trì báo cáo số liệu khảo sát trước ngày 25/5/2026.',
  '3. Giao Phòng Kinh tế chủ trì gọi lại các hộ có hồ sơ quá hẹn trước ngày 22/5/2026.',
  '4. Giao Phòng Văn hóa - Xã hội chủ trì tuyên truyền dịch vụ công trước ngày 30/5/2026.',
  '5. Giao Phòng Kinh tế chủ trì tổng hợp vướng mắc, báo cáo trước ngày 29/5/2026.',
].join('\n');

describe('a giao ban of five points', () => {
  it('becomes five tasks at the desk, and is read on a phone', async () => {
    const desk = await stage.person();
    await desk.signIn(people.focal);
    await desk.page.goto(`${desk.address}/ket-luan/moi`);
    await desk.page.getByLabel('Số, ký hiệu').fill('77/TB-UBND');
    await desk.page.getByLabel('Ngày văn bản').fill('04/05/2026');
    await desk.page.getByLabel('Cơ quan ban hành').fill('Ủy ban nhân dân xã');
    await desk.page.getByLabel('Trích yếu').fill('Kết luận giao ban tuần 18');
    await desk.click('button', 'Lưu kết luận');
    await desk.click('link', 'Dán hoặc tải nội dung');
    await desk.page.getByLabel('Nội dung kết luận').fill(points);
    await desk.click('button', 'Tách thành từng ý');
    for (const number of [1, 2, 3, 4, 5])
      await desk.page.locator(`[name="d${number}-as"]`).selectOption('task');
    await desk.click('button', 'Xác nhận và lưu');
    expect(await desk.text()).toContain('Đã lưu 5 ý, trong đó 5 ý thành nhiệm vụ.');
    const path = new URL(desk.page.url()).pathname;

    const phone = await stage.person({ isNarrow: true });
    await phone.signIn(people.leader);
    await phone.page.goto(`${phone.address}${path}`);
    expect(await phone.text()).toContain('gọi lại các hộ có hồ sơ quá hẹn');
    await phone.page.getByRole('link', { name: /^KL\.\d+ .*rà soát biểu mẫu/ }).click();
    expect(await phone.text()).toContain('Kết luận 77/TB-UBND');
    expect([...desk.troubles, ...phone.troubles]).toEqual([]);
  });
});
