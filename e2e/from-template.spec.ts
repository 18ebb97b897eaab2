import { describe, expect, it } from 'vitest';
import { people } from './people.ts';
import { taskAt } from './set-scene.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

describe('sub-tasks from a template, on a phone', () => {
  it('are seen with their days, changed, made at once, and taken back with one tap', async () => {
    const person = await stage.person({ isNarrow: true });
    await person.signIn(people.focal);
    const { page, address } = person;
    const task = await taskAt(person, 'in-progress');
    await page.goto(`${address}${task}`);
    await person.click('link', 'Tạo việc con từ mẫu');
    await person.click('link', 'Báo cáo cải cách hành chính quý');
    await page.getByLabel('Lùi từ hạn của nhiệm vụ lớn').check();
    await person.click('button', 'Tính lại ngày');
    await page.locator('[name="v1-title"]').fill('Đề nghị các thôn báo cáo');
    await page.locator('[name="v5-skip"]').check();
    await person.click('button', 'Tạo các việc này');
    expect(await person.text()).toContain('Đã tạo 4 việc từ mẫu.');
    expect(await person.text()).toContain('Đề nghị các thôn báo cáo');
    await person.click('button', 'Hoàn tác');
    expect(await person.text()).toContain('Đã hoàn tác: bỏ 4 việc vừa tạo.');
    expect(person.troubles).toEqual([]);
  });
});
