import { beforeAll, describe, expect, it } from 'vitest';
import { row, workbook } from '#platform/docread/workbook.fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { officerImportLink, officersLink } from '../links.ts';
import { testTenant } from '../tenant/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let visitor: Visitor;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
});

const list = 'Họ và tên\tChức vụ\tĐơn vị\nTrần Văn Tài\tChuyên viên\tPhòng Kinh tế\nVũ Thị Sáu\t\tThôn Ngọ\n';

describe('a list of officers', () => {
  it('is previewed, entered as a whole, and taken back as a whole', async () => {
    const seen = await visitor.submit(await visitor.get(officerImportLink), 'Xem trước', { list });
    expect(seen.text).toContain('2 dòng, 0 dòng chưa nhập được');
    expect(seen.text).toContain('cùng đơn vị mới');
    const entered = await visitor.submit(seen, 'Nhập cả danh sách');
    expect(entered.page.textContent).toContain('Đã nhập 2 cán bộ');
    expect(entered.text).toContain('Vũ Thị Sáu');
    const again = await visitor.submit(await visitor.get(officerImportLink), 'Xem trước', { list });
    expect(again.text).toContain('Đã có trong cơ quan');
    expect(again.hasButton('Nhập cả danh sách')).toBe(false);
    const back = await visitor.submit(await visitor.get(officerImportLink), /^Lấy lại/);
    expect(back.text).toContain('Đã lấy lại');
    expect(
      (
        await visitor.post(`${officersLink}/xuat`, {
          format: 'csv',
          query: 'trang-thai=con',
          columns: 'tat-ca',
        })
      ).body,
    ).not.toContain('Vũ Thị Sáu');
    expect((await visitor.get('/quan-tri/don-vi?trang-thai=dang-dung')).heading).toBe('Đơn vị 4');
  });

  it('is entered whole or not at all', async () => {
    const broken = `${list}=cmd|calc\t\tPhòng Kinh tế\n`;
    const answer = await visitor.post(officerImportLink, { list: broken, deed: 'enter' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('chưa có gì được lưu');
    expect(
      (
        await visitor.post(`${officersLink}/xuat`, {
          format: 'csv',
          query: 'trang-thai=con',
          columns: 'tat-ca',
        })
      ).body,
    ).not.toContain('Trần Văn Tài');
  });

  it('comes from a workbook or a file of our own', async () => {
    const bytes = workbook(row(1, ['STT', 'Họ tên', 'Phòng']) + row(2, ['1', 'Hồ Thị Bảy', 'Phòng Kinh tế']));
    const file = new File([new Uint8Array(bytes)], 'ds.xlsx');
    expect((await visitor.post(officerImportLink, { file })).text).toContain('Hồ Thị Bảy');
    const csv = (
      await visitor.post(`${officersLink}/xuat`, {
        format: 'csv',
        query: 'trang-thai=con',
        columns: 'tat-ca',
      })
    ).body;
    const same = await visitor.post(officerImportLink, { file: new File([csv], 'can-bo.csv') });
    expect(same.text).toContain('Đã có trong cơ quan');
  });

  it.each([
    ['', 'Chọn một tệp hoặc dán bảng'],
    ['không phải bảng', 'Không thấy dòng tiêu đề'],
    ['Họ tên\tPhòng\n', 'không có ai'],
    [`Họ tên\tPhòng\n${'A\tB\n'.repeat(501)}`, 'tối đa 500 dòng'],
  ])('that is none is refused in words: %#', async (text, words) => {
    const answer = await visitor.post(officerImportLink, { list: text });
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
  });

  it('survives bytes that are no file', async () => {
    for (const bytes of [
      [0x50, 0x4b, 3, 4, 1],
      [0xff, 0xfe, 0, 1],
      [0xd0, 0xcf, 0x11, 0xe0],
    ]) {
      const file = new File([new Uint8Array(bytes)], 'a.xlsx');
      expect((await visitor.post(officerImportLink, { file })).text).toContain('Không đọc được');
    }
  });

  it('is for administrators', async () => {
    const other = site.visitor();
    await other.signIn(home.signIn('focal'));
    expect((await other.post(officerImportLink, { list })).status).toBe(403);
  });
});
