import { expect, it } from 'vitest';
import type { Person } from './page.ts';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

async function admin(options: { isNarrow?: boolean } = {}): Promise<Person> {
  const person = await stage.person(options);
  await person.signIn(people.admin);
  return person;
}

const settings = '/quan-tri/cai-dat';

it('two people save one record: the second sees both versions and chooses', async () => {
  const [first, second] = [await admin(), await admin({ isNarrow: true })];
  await Promise.all([first.goTo(settings), second.goTo(settings)]);
  await first.page.getByLabel('Địa chỉ').fill('Thôn Tây');
  await first.click('button', 'Lưu');
  await second.page.getByLabel('Địa chỉ').fill('Thôn Đông');
  await second.click('button', 'Lưu');
  expect(await second.text()).toContain('Có người vừa lưu trước anh, chị');
  expect(await second.text()).toContain('Thôn Tây');
  await second.page.getByLabel(/Thôn Đông/).check();
  await second.click('button', 'Lưu lựa chọn');
  expect(await second.page.getByLabel('Địa chỉ').inputValue()).toBe('Thôn Đông');
  expect([...first.troubles, ...second.troubles]).toEqual([]);
});

it('the tab is killed while somebody types: they go on elsewhere from what was kept', async () => {
  const desk = await admin();
  await desk.goTo('/quan-tri/don-vi/moi');
  await desk.page.getByLabel('Tên đơn vị').fill('Thôn viết dở');
  await desk.page.getByText('Đã giữ bản đang viết').waitFor();
  await desk.page.context().close();

  const phone = await admin({ isNarrow: true });
  await phone.goTo('/quan-tri/don-vi/moi');
  await phone.click('link', 'Tiếp tục');
  expect(await phone.page.getByLabel('Tên đơn vị').inputValue()).toBe('Thôn viết dở');
  await phone.click('button', 'Lưu');
  expect(await phone.text()).toContain('Thôn viết dở');
  expect([...desk.troubles, ...phone.troubles]).toEqual([]);
});

it('the line is away for a moment: what was typed stays, and is sent once', async () => {
  const person = await admin();
  await person.goTo('/quan-tri/don-vi/moi');
  await person.page.context().setOffline(true);
  await person.page.getByLabel('Tên đơn vị').fill('Thôn mất sóng');
  await person.page.getByRole('button', { name: 'Lưu' }).click();
  await person.page.getByText('Chưa gửi được').waitFor();
  expect(await person.page.getByLabel('Tên đơn vị').inputValue()).toBe('Thôn mất sóng');
  await person.page.context().setOffline(false);
  // Keeping what is typed goes on by itself; sending waits for the person, and says so until it is done.
  await person.page.getByText('Đã kết nối lại').waitFor();
  await person.page.getByText('Đã giữ bản đang viết').waitFor();
  await person.page.getByLabel('Tên đơn vị').fill('Thôn có sóng lại');
  await person.page.getByText('Đã kết nối lại').waitFor();
  await person.page.getByRole('button', { name: 'Gửi lại' }).dblclick();
  await person.page.getByText('Đã thêm đơn vị').waitFor();
  expect(await person.page.getByRole('link', { name: 'Thôn có sóng lại' }).count()).toBe(1);
  expect(await person.page.getByRole('link', { name: 'Thôn mất sóng' }).count()).toBe(0);
});
