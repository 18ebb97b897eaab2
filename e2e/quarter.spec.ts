import { beforeAll, describe, expect, it } from 'vitest';
import { makeHolder } from '#platform/signature/authorities.fixtures.ts';
import { plainPdf, signPdf } from '#platform/signature/signed-pdf.fixtures.ts';
import { patienceMs, type Person } from './page.ts';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

/** A task of the demo's plan, due at the end of the year: the office leads, the service centre contributes. */
const code = 'III.4';
/** How many rows a page of a list has. */
const rowsOnPage = 50;
const title = '100% nội dung TTHC được đăng tải trên Cổng thông tin điện tử của xã';

describe('a quarter of a commune', () => {
  let authority: string;
  let signedPaper: Buffer;
  let task: string;
  let head: Person;
  let doer: Person;
  let leaderOnPhone: Person;

  beforeAll(async () => {
    const root = await makeHolder({ name: 'Cơ quan chứng thực (demo)', isAuthority: true });
    const signer = await makeHolder({ name: 'UBND xã Đồng Kỳ (demo)', issuer: root });
    authority = root.pem;
    const paper = await signPdf(plainPdf('Danh muc thu tuc hanh chinh'), {
      by: signer,
      chain: [root],
      at: new Date().toISOString(),
    });
    signedPaper = Buffer.from(paper.bytes);
    head = await come(people.leader);
    doer = await come(people.focal);
    leaderOnPhone = await come(people.leader, true);
  });

  it('trusts the authority that vouches for its signatures', async () => {
    const admin = await come(people.admin);
    await admin.goTo('/quan-tri/chu-ky-so/them');
    await admin.page.getByLabel('Hoặc dán chứng thư dạng chữ (PEM)').fill(authority);
    await admin.click('button', 'Tin cậy tổ chức này');
    expect(await admin.text()).toContain('Cơ quan chứng thực (demo)');
    expect(admin.troubles).toEqual([]);
  });

  it('has its task given out by the head, and accepted', async () => {
    await head.goTo(`/nhiem-vu?tim=${code}`);
    await head.click('link', title);
    task = new URL(head.page.url()).pathname;
    await head.click('link', 'Giao việc');
    await pick(head, 'Người thực hiện', 'Nguyễn Thị Mai');
    await pick(head, 'Người phê duyệt', 'Trần Văn Bình');
    await head.click('button', 'Giao việc');
    expect(await head.text()).toContain('Đã giao việc.');

    await doer.goTo('/viec-cua-toi');
    expect(await doer.text()).toContain('Chờ tôi nhận');
    await doer.goTo(task);
    await doer.click('button', 'Nhận việc');
    await doer.click('button', 'Bắt đầu làm');
    expect(await doer.text()).toContain('Đang làm');
  });

  it('has a coordinating unit contribute', async () => {
    const centre = await come(people.clerk);
    await centre.goTo('/nhiem-vu');
    await centre.click('link', 'Tôi phối hợp');
    await centre.click('link', title);
    const share = () => centre.click('link', 'Trung tâm Phục vụ hành chính công');
    await share();
    await centre.page.getByLabel('Người phụ trách').selectOption({ index: 1 });
    await centre.click('button', 'Nhận phần việc');
    await share();
    await centre.page.getByLabel('Kết quả phối hợp').fill('Đã đối chiếu 412 thủ tục với Cổng.');
    await centre.click('button', 'Nộp phần việc');
    expect(await centre.text()).toContain('Đã nộp phần việc.');
    expect(centre.troubles).toEqual([]);
  });

  it('hands in a signed PDF as the product', async () => {
    await doer.goTo(task);
    expect(await doer.text()).toContain('Đã đối chiếu 412 thủ tục với Cổng.');
    await doer.click('link', 'Thêm minh chứng');
    await doer.page.locator('input[type="file"]').first().setInputFiles({
      name: 'danh-muc-tthc.pdf',
      mimeType: 'application/pdf',
      buffer: signedPaper,
    });
    await doer.click('button', 'Gửi tệp');
    await expect
      .poll(
        async () => {
          await doer.goTo(task);
          return doer.text();
        },
        { timeout: patienceMs, interval: 500 },
      )
      .toContain('Chữ ký hợp lệ');
    await handIn('Danh mục đã đăng trên Cổng, Thông báo 15/TB-UBND');
  });

  it('is sent back once by the leader, and handed in again', async () => {
    await leaderOnPhone.goTo('/viec-cua-toi');
    await open(leaderOnPhone);
    await leaderOnPhone.page
      .getByLabel('Ý kiến, hoặc lý do trả lại')
      .locator('visible=true')
      .fill('Thiếu thủ tục liên thông.');
    await leaderOnPhone.page.getByRole('button', { name: 'Trả lại' }).locator('visible=true').click();
    await leaderOnPhone.settle();
    expect(await leaderOnPhone.text()).toContain('Đã trả lại');

    await doer.goTo('/viec-cua-toi');
    expect(await doer.text()).toContain('Trả lại cho tôi');
    await doer.goTo(task);
    expect(await doer.text()).toContain('Thiếu thủ tục liên thông.');
    await handIn('Danh mục đã bổ sung thủ tục liên thông, Thông báo 17/TB-UBND');
  });

  it('is approved by the leader on a phone in two taps', async () => {
    await leaderOnPhone.goTo('/viec-cua-toi');
    await open(leaderOnPhone);
    await leaderOnPhone.page
      .getByRole('button', { name: 'Duyệt', exact: true })
      .locator('visible=true')
      .click();
    await leaderOnPhone.settle();
    expect(await leaderOnPhone.text()).toContain('Đã duyệt');
    await doer.goTo(task);
    expect(await doer.text()).toContain('Hoàn thành');
    for (const person of [head, doer, leaderOnPhone]) expect(person.troubles).toEqual([]);
  });

  it('stands in the figures of its leader, each of which opens exactly its tasks', async () => {
    const { page } = leaderOnPhone;
    for (const grouping of ['', '?theo=linh-vuc', '?theo=lanh-dao']) {
      await leaderOnPhone.goTo(`/tien-do${grouping}`);
      const figures = await page.locator('main table a').all();
      const counted = await Promise.all(
        figures.map(async (one) => {
          // A share says in its name how many tasks it is taken of.
          const name = (await one.getAttribute('aria-label')) ?? '';
          const number = /([\d.]+)(?: nhiệm vụ)?$/.exec(name)?.[1] ?? name;
          return { number, href: (await one.getAttribute('href')) ?? '' };
        }),
      );
      expect(counted.length).toBeGreaterThan(10);
      for (const { number, href } of counted) {
        const opened = await (await page.request.get(stage.address + href)).text();
        const tasks = new Set(opened.match(/\/nhiem-vu\/[0-9a-f-]{36}/g));
        expect({ href, told: /page-head-count"> ?([\d.]+)</.exec(opened)?.[1], tasks: tasks.size }).toEqual({
          href,
          told: number,
          tasks: Math.min(Number(number), rowsOnPage),
        });
      }
    }
    await leaderOnPhone.goTo('/tien-do');
    await leaderOnPhone.page.locator('main table a').first().click();
    await leaderOnPhone.settle();
    expect(await leaderOnPhone.text()).toContain(title);
    expect(leaderOnPhone.troubles).toEqual([]);
  });

  async function handIn(text: string): Promise<void> {
    await doer.goTo(`${task}/nop`);
    await doer.page.getByLabel('Sản phẩm đã làm').fill(text);
    await doer.click('button', 'Nộp để duyệt');
    expect(await doer.text()).toContain('Đã nộp, chờ duyệt.');
  }
});

/** Opens the row of the task where a leader's work waits. */
async function open(person: Person): Promise<void> {
  await person.page.getByText(title).first().click();
}

async function come(name: string, isNarrow = false): Promise<Person> {
  const person = await stage.person({ isNarrow });
  await person.signIn(name);
  return person;
}

/** Chooses from a list by typing, as its people do. */
async function pick(person: Person, label: string, name: string): Promise<void> {
  await person.page.getByRole('combobox', { name: label }).fill(name);
  await person.page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
}
