import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { productRoot } from '#platform/config/product-root.ts';
import type { Person } from './page.ts';

/** Makes what the demo lacks: a plan that replaces another one, and a draft under review that would do so too. */
export async function bringPlans({ page, address }: Person): Promise<void> {
  await readPlan(page, address);
  await issue(page);
  await readPlan(page, address);
  await amend(page);
  await issue(page);
  await readPlan(page, address);
  await amend(page);
}

async function readPlan(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/du-thao`);
  await page.getByLabel('Tệp kế hoạch').setInputFiles(join(productRoot, 'seed/plans/dong-ky-2026.docx'));
  await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
  await page.getByText('Soát kế hoạch trước khi lưu').first().waitFor();
}

async function issue(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Xem phần sẽ tạo' }).first().click();
  await page.getByRole('button', { name: 'Xác nhận và lưu' }).click();
  await page.waitForURL(/\/ke-hoach\//);
}

/** Chooses the plan in force as the one that the open draft replaces. */
async function amend(page: Page): Promise<void> {
  await page.getByText('Sửa đổi, thay thế kế hoạch đã ban hành').click();
  await page.getByLabel('Kế hoạch được thay thế').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await page.getByText('Đã lưu lựa chọn').waitFor();
  await page.goto(page.url().replace(/\/so-sanh.*/, ''));
}

/** Turns on the second step of signing in for the person who stands at this page. */
export async function turnOnSecondStep({ page, address }: Person): Promise<void> {
  await page.goto(`${address}/tai-khoan/hai-buoc`);
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  const secret = (await page.locator('main code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Mã xác thực').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  await page.locator('main ol code').first().waitFor();
}

/** Enters another program that may ask for records. */
export async function enterProgram({ page, address }: Person): Promise<void> {
  await page.goto(`${address}/quan-tri/phan-mem`);
  await page.getByLabel('Tên phần mềm').fill('Hệ thống một cửa của tỉnh');
  await page.locator('main select[name="roleId"]').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Thêm phần mềm' }).click();
  await page.waitForURL(/\/phan-mem\/./);
}

/** Has an administrator make a link by which somebody sets a new password; gives its path. */
export async function makePasswordLink({ page, address }: Person): Promise<string> {
  await page.goto(`${address}/quan-tri/dang-nhap`);
  await page
    .getByRole('button', { name: /Tạo liên kết mật khẩu cho/ })
    .first()
    .click();
  return new URL(await page.locator('main code').innerText()).pathname;
}

/** The address of the first task that stands at a step of its life. */
export function taskAt(person: Person, stage: string): Promise<string> {
  return firstTask(person, `trang-thai=${stage}`);
}

/** The address of the first open task that a document from above gave. */
export function taskFromAbove(person: Person): Promise<string> {
  return firstTask(person, 'nguon=cap-tren&trang-thai=open');
}

async function firstTask({ page, address }: Person, query: string): Promise<string> {
  await page.goto(`${address}/nhiem-vu?${query}`);
  const link = await page.locator('main tbody a[href^="/nhiem-vu/"]').first().getAttribute('href');
  return link ?? '';
}

/** The part of a coordinating unit in the first task that has one. Gives the path of its page. */
export async function contributionAt({ page, address }: Person): Promise<string> {
  await page.goto(`${address}/nhiem-vu?phoi-hop.da-co=1`);
  await page.locator('main tbody a[href^="/nhiem-vu/"]').first().click();
  return (await page.locator('#coordinating tbody a').first().getAttribute('href')) ?? '';
}

/** Keeps a filter of the task list under a name. */
export async function saveView({ page, address }: Person): Promise<void> {
  await page.goto(`${address}/cach-xem/luu?danh-sach=%2Fnhiem-vu`);
  await page.locator('main [name="name"]').fill('Việc của tôi');
  await page.locator('main form[method="post"]').getByRole('button').first().click();
  await page.waitForLoadState('load');
}

/** Names an address that is told of acts; nothing listens there. Gives the path of its page. */
export async function nameWebhook({ page, address }: Person): Promise<string> {
  await page.goto(`${address}/quan-tri/webhook`);
  await page.locator('main [name="name"]').fill('Trục của tỉnh');
  await page.locator('main [name="url"]').fill('https://truc.tinh.example/sauro');
  await page.locator('main [name="events"]').first().check();
  await page.getByRole('button', { name: 'Thêm địa chỉ nhận' }).click();
  const link = await page.locator('main a[href^="/quan-tri/webhook/"]').first().getAttribute('href');
  return link ?? '';
}

/** Cancels one task as one of many; gives the addresses of the preview and of what came of it. */
export function changeMany(person: Person): Promise<{ preview: string; result: string }> {
  return doWithMany(person, '/nhiem-vu', { viec: 'huy', 'ly-do': 'Trùng với việc khác' });
}

/** Reminds a unit of its report as one of many. */
export function remindMany(person: Person): Promise<{ preview: string; result: string }> {
  return doWithMany(person, '/nop-bao-cao?trang-thai=expected', { viec: 'nhac' });
}

/** The path of the form that sends the first report on whose period is still open. */
export async function openPeriod({ page, address }: Person): Promise<string> {
  await page.goto(`${address}/ky-bao-cao`);
  const paths = await page
    .locator('main tbody a[href^="/ky-bao-cao/0"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const path of new Set(paths)) {
    await page.goto(`${address}${path}`);
    const form = page.locator(`main a[href="${path}/gui"]`);
    if ((await form.count()) > 0) return `${path}/gui`;
  }
  throw new Error('no period of the demo is open');
}

/** A conclusion of the demo whose paper has been read: one of its files, and what was read, as soon as it is there. */
export async function openConclusion({
  page,
  address,
}: Person): Promise<{ evidence: string; reading: string }> {
  await page.goto(`${address}/ket-luan?loai=inspection`);
  const path = await page.locator('main tbody a[href^="/ket-luan/0"]').first().getAttribute('href');
  await page.goto(`${address}${path}`);
  const proof = page.locator(`main a[href^="${path}/minh-chung/0"]:not([href*="/tep/"])`).first();
  const evidence = (await proof.getAttribute('href')) ?? '';
  await page.goto(`${address}${path}/doc`);
  const link = page.locator(`main a[href^="${path}/doc/0"]`).first();
  const reading = (await link.getAttribute('href')) ?? '';
  await page.goto(`${address}${reading}`);
  await page.locator('[name="d1-text"]').waitFor({ timeout: 60_000 });
  return { evidence, reading };
}

/** Puts a draft that nobody needs aside as one of many. */
export async function discardMany(person: Person): Promise<{ preview: string; result: string }> {
  // In a page of its own: the page of a draft goes on loading parts of itself.
  const page = await person.page.context().newPage();
  await page.goto(`${person.address}/du-thao/moi?cach=trong`);
  await page.locator('main form[method="post"]').getByRole('button').first().click();
  await page.waitForURL(/\/du-thao\/[0-9a-f]{8}-/);
  await page.close();
  return doWithMany(person, '/du-thao?tinh-trang=draft', { viec: 'bo', 'ly-do': 'Thử' }, 'first');
}

/** Brings a file as evidence of a task, or of the first record of another list; gives the path of its page. */
export async function bringEvidence({ page, address }: Person, list = '/nhiem-vu'): Promise<string> {
  await page.goto(`${address}${list}`);
  const prefix = `${list.split('?')[0]}/0`;
  const record = await page.locator(`main a[href^="${prefix}"]`).first().getAttribute('href');
  await page.goto(`${address}${record?.split('?')[0]}/minh-chung/moi`);
  const paper = {
    name: 'bao-cao.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  };
  await page.getByLabel('Tệp minh chứng').setInputFiles(paper);
  await page.getByRole('button', { name: 'Gửi tệp' }).click();
  // The newest stands last.
  const link = page.getByRole('link', { name: /^Các bản, thay, gỡ/ }).last();
  return (await link.getAttribute('href')) ?? '';
}

/** Drafts an agenda twice, issues one of them, and brings its signed copy once it is filed. Gives the paths of their pages. */
export async function signPaper({
  page,
  address,
}: Person): Promise<{ path: string; draft: string; evidence: string }> {
  const draft = async () => {
    await page.goto(`${address}/van-ban/moi?loai=late-agenda`);
    await page.getByLabel('Ngày họp').fill('15/12/2026');
    await page.getByRole('button', { name: 'Lưu và xem trước' }).click();
    await page.getByRole('button', { name: 'Cấp số và phát hành' }).waitFor();
    return new URL(page.url()).pathname;
  };
  const kept = await draft();
  const path = await draft();
  await page.getByRole('button', { name: 'Cấp số và phát hành' }).click();
  await page.getByRole('link', { name: 'Tải PDF' }).waitFor();
  await page.goto(`${address}${path}/minh-chung/moi`);
  const signed = {
    name: 'ban-ky.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  };
  await page.getByLabel('Tệp minh chứng').setInputFiles(signed);
  await page.getByRole('button', { name: 'Gửi tệp' }).click();
  const link = page.getByRole('link', { name: /^Các bản, thay, gỡ/ }).last();
  return { path, draft: kept, evidence: (await link.getAttribute('href')) ?? '' };
}

/** Has every paper of the list put into one file; gives the path of its page once it is ready. */
export async function printPapers({ page, address }: Person): Promise<string> {
  await page.goto(`${address}/van-ban/in-gop?tat-ca=1&tinh-trang=issued`);
  await page.getByRole('button', { name: 'Lập tệp PDF' }).click();
  await page.getByRole('link', { name: 'Tải PDF' }).waitFor({ timeout: 60_000 });
  return new URL(page.url()).pathname;
}

/** Has the evidence of the task list put into a package; gives the path of its page once it is ready. */
export async function packEvidence({ page, address }: Person): Promise<string> {
  await page.goto(`${address}/nhiem-vu/goi-minh-chung?trang-thai=submitted`);
  await page.getByRole('button', { name: 'Tạo gói' }).click();
  await page.getByRole('link', { name: 'Tải gói' }).waitFor();
  return new URL(page.url()).pathname;
}

/** The evaluation of a head, and the figure of a unit whose month has not been opened. Gives the paths of their pages. */
export async function reviewsAt({ page, address }: Person): Promise<{ review: string; figure: string }> {
  await page.goto(`${address}/danh-gia-thang`);
  const link = page.getByRole('link', { name: 'Phòng Văn hóa - Xã hội', exact: true });
  const review = (await link.getAttribute('href')) ?? '';
  await page
    .getByRole('link', { name: /^Tháng/ })
    .last()
    .click();
  await page.waitForURL(/thang=/);
  const figure = await page.locator('main a[href*="/so-lieu?thang="]').first().getAttribute('href');
  return { review, figure: figure ?? '' };
}

/** Freezes the task list as proof of the first task that is found; gives the path of its page once it is frozen. */
export async function freezeTaskList({ page, address }: Person): Promise<string> {
  await page.goto(`${address}/ban-chot/moi?danh-sach=%2Fnhiem-vu&loc=trang-thai%3Dsubmitted&tim=1`);
  await page.locator('main a.hit').first().click();
  await page.getByRole('button', { name: 'Chốt và thêm minh chứng' }).click();
  await page.getByRole('link', { name: 'Tải các dòng đã chốt' }).waitFor();
  return new URL(page.url()).pathname;
}

/** Writes a note on a task; gives the path of its page. */
export async function writeNote({ page, address }: Person): Promise<string> {
  await page.goto(`${address}/nhiem-vu`);
  const task = await page.locator('main a[href^="/nhiem-vu/0"]').first().getAttribute('href');
  await page.goto(`${address}${task?.split('?')[0]}`);
  await page.locator('#note-text').fill('Gửi bản đầu trước thứ Năm');
  await page.getByRole('button', { name: 'Gửi ghi chú' }).click();
  const link = page.locator('#history a[href*="/ghi-chu/"]').first();
  return (await link.getAttribute('href')) ?? '';
}

/** Edits a target, as one of many. */
export function changeManyTargets(person: Person): Promise<{ preview: string; result: string }> {
  return doWithMany(person, '/chi-tieu', { viec: 'sua', 'tinh-tren': 'Cả năm', 'ly-do': 'Thử' }, 'first');
}

/** Locks an account, ends a unit and cancels an absence, each as one of many. */
export async function administerMany(
  person: Person,
): Promise<readonly { list: string; preview: string; result: string }[]> {
  await recordAbsence(person);
  const deeds = [
    ['/quan-tri/can-bo', { viec: 'khoa' }],
    ['/quan-tri/don-vi', { viec: 'ket-thuc', 'ket-thuc-tu': '01/01/2026', 'ly-do': 'Sáp nhập' }],
    ['/quan-tri/vang-mat', { viec: 'huy' }],
  ] as const;
  const scenes = [];
  for (const [list, deed] of deeds) scenes.push({ list, ...(await doWithMany(person, list, deed)) });
  return scenes;
}

async function recordAbsence({ page, address }: Person): Promise<void> {
  await page.goto(`${address}/quan-tri/vang-mat`);
  for (const [at, name] of ['officerId', 'substituteId'].entries()) {
    const select = page.locator(`select[name="${name}"]`);
    await select.evaluate((element: HTMLSelectElement, index) => {
      element.selectedIndex = index;
    }, at + 1);
  }
  await page.locator('input[name="fromOn"]').fill('01/06/2026');
  await page.locator('input[name="toOn"]').fill('05/06/2026');
  await page.locator('input[name="reason"]').fill('Nghỉ phép');
  await page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
  await page.getByText('Đã ghi vắng mặt').waitFor();
}

async function doWithMany(
  { page, address }: Person,
  list: string,
  deed: Readonly<Record<string, string>>,
  which: 'first' | 'last' = 'last',
): Promise<{ preview: string; result: string }> {
  await page.goto(address + list);
  const id = await page.locator('main input[name="chon"]')[which]().inputValue();
  const wanted = { ...deed, chon: id, 'xem-truoc': '1' };
  const preview = `${list.split('?')[0]}/hang-loat?${new URLSearchParams(wanted)}`;
  await page.goto(address + preview);
  await page.getByRole('button', { name: /dòng\)$/ }).click();
  await page.waitForURL(/hang-loat\/[0-9a-f]/);
  return { preview, result: page.url().slice(address.length) };
}

/** The first template from which parts of a task can be made: the path of the preview. */
export async function previewAt({ page, address }: Person, task: string): Promise<string> {
  await page.goto(`${address}${task}/tu-mau`);
  const link = page.locator('main tbody a[href*="/tu-mau/"]').first();
  return (await link.getAttribute('href')) ?? '';
}
