import { beforeAll, describe, expect, it } from 'vitest';
import { formKeyField } from '#platform/http/form-key.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { draftDeedLink, draftLink, draftPaperLink, planPaperLink, startLink } from '../links.ts';
import { systemActor } from '#platform/session/actor.ts';
import { readJob, readPlanNow } from './jobs.server.ts';
import { listRows } from './queries.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;

beforeAll(async () => {
  site = await testSite();
});

const paper = `ỦY BAN NHÂN DÂN
XÃ BÌNH AN
Số: 10/KH-UBND\tBình An, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên.
PHỤ LỤC
STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian hoàn thành
1\tKhảo sát mức độ hài lòng của người dân\tBáo cáo\tVăn phòng HĐND và UBND\tQuý II/2026
2\tNâng cấp trang thông tin điện tử của xã\tTrang thông tin\tPhòng Văn hóa - Xã hội\tTrước 30/6/2026
3\tTập huấn nghiệp vụ cho công chức một cửa\tLớp tập huấn\tVăn phòng HĐND và UBND\tHằng quý
`;

async function commune(lines = paper) {
  const home = await testTenant(site.services);
  const focal = home.signIn('focal');
  const id = await readPlanNow((mode, work) => home.as(focal, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from(lines),
  });
  const signedIn = async (role: BuiltInRole): Promise<Visitor> => {
    const visitor = site.visitor();
    await visitor.signIn(home.signIn(role));
    return visitor;
  };
  const tasks = async () => {
    const rows = await home.as(focal, 'read', (ctx) => listRows(ctx, id));
    return rows.flatMap((row) => (row.kind === 'task' ? [row] : []));
  };
  return { home, id, signedIn, tasks };
}

/** The open row's page. */
async function opened(visitor: Visitor, id: string, rowId: string | undefined): Promise<Screen> {
  return visitor.get(draftLink(id, { loai: 'task', dong: rowId }));
}

describe('the review', () => {
  it('joins, cuts and moves, and takes each step back and again', async () => {
    const { id, signedIn, tasks } = await commune();
    const visitor = await signedIn('focal');
    const [first, second] = await tasks();

    let screen = await visitor.submit(await opened(visitor, id, second?.id), 'Gộp vào dòng trên');
    expect(screen.text).toContain('Đã gộp hai dòng.');
    expect((await tasks())[0]?.data.task).toContain('người dân Nâng cấp trang');

    screen = await visitor.submit(screen, 'Tách thành dòng mới', {
      cut_field: 'task',
      cut_tail: 'Nâng cấp trang thông tin điện tử của xã',
    });
    expect(screen.text).toContain('Đã tách thành hai dòng.');
    expect((await tasks()).map((row) => row.data.task)).toEqual([
      'Khảo sát mức độ hài lòng của người dân',
      'Nâng cấp trang thông tin điện tử của xã',
      'Tập huấn nghiệp vụ cho công chức một cửa',
    ]);

    const made = (await tasks())[1]?.id ?? '';
    screen = await visitor.submit(await opened(visitor, id, first?.id), 'Chuyển chữ', {
      move_field: 'task',
      move_words: 'của người dân',
      move_to: made,
      move_to_field: 'task',
    });
    expect((await tasks())[1]?.data.task).toBe('Nâng cấp trang thông tin điện tử của xã của người dân');

    screen = await visitor.submit(screen, /^Hoàn tác: chuyển chữ/);
    expect((await tasks())[0]?.data.task).toBe('Khảo sát mức độ hài lòng của người dân');
    screen = await visitor.submit(screen, /^Hoàn tác: tách dòng/);
    screen = await visitor.submit(screen, /^Hoàn tác: gộp dòng/);
    expect((await tasks()).map((row) => row.data.seq)).toEqual(['1', '2', '3']);
    expect(screen.hasButton(/^Hoàn tác/)).toBe(false);
    await visitor.submit(screen, /^Làm lại: gộp dòng/);
    expect(await tasks()).toHaveLength(2);
  });

  it('keeps what was typed before a row is cut, and says what is wrong with the cut', async () => {
    const { id, signedIn, tasks } = await commune();
    const visitor = await signedIn('focal');
    const [first] = await tasks();
    const screen = await visitor.submit(await opened(visitor, id, first?.id), 'Tách thành dòng mới', {
      task: 'Khảo sát hài lòng',
      cut_field: 'task',
      cut_tail: 'không có trong ô',
    });
    expect(screen.status).toBe(422);
    expect(screen.text).toContain('Phần tách ra phải là phần cuối');
    expect(screen.value('Phần cuối của ô, chuyển sang dòng mới')).toBe('không có trong ô');
    const cut = await visitor.submit(await opened(visitor, id, first?.id), 'Tách thành dòng mới', {
      task: 'Khảo sát hài lòng của dân',
      cut_field: 'task',
      cut_tail: 'của dân',
    });
    expect(cut.status).toBe(200);
    expect((await tasks()).slice(0, 2).map((row) => row.data.task)).toEqual(['Khảo sát hài lòng', 'của dân']);
  });

  it('shows the second editor what the first one saved, beside what was typed', async () => {
    const { id, signedIn, tasks } = await commune();
    const [first] = await tasks();
    const [one, two] = [await signedIn('focal'), await signedIn('focal')];
    const [page1, page2] = [await opened(one, id, first?.id), await opened(two, id, first?.id)];
    await one.submit(page1, 'Lưu dòng này', { product: 'Báo cáo của người thứ nhất' });
    const second = await two.submit(page2, 'Lưu dòng này', { product: 'Báo cáo của người thứ hai' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('Có người vừa lưu trước anh, chị');
    expect(second.text).toContain('Báo cáo của người thứ nhất');
    expect(second.text).toContain('Báo cáo của người thứ hai');
    await two.submit(second, 'Lưu lựa chọn');
    expect((await tasks())[0]?.data.product).toBe('Báo cáo của người thứ hai');
  });

  it('accepts the clear rows at once, adds a row, moves a row, and finds words in the source', async () => {
    const { id, signedIn, tasks } = await commune();
    const visitor = await signedIn('focal');
    let screen = await visitor.submit(await visitor.get(draftLink(id)), /^Nhận \d+ dòng đọc rõ/);
    expect((await tasks()).every((row) => row.state === 'accepted')).toBe(true);

    screen = await visitor.submit(await opened(visitor, id, (await tasks())[0]?.id), 'Thêm dòng');
    expect(screen.text).toContain('Đã thêm một dòng trống.');
    expect((await tasks())[1]?.data.task).toBeNull();
    screen = await visitor.submit(screen, 'Đưa lên');
    expect((await tasks())[0]?.data.task).toBeNull();

    screen = await visitor.get(draftLink(id, { tim: 'TAP huan nghiep vu' }));
    expect(screen.text).toContain('1 dòng có chữ cần tìm');
    expect(screen.hasLink(/^Dòng 11$/)).toBe(true);
    expect((await visitor.get(draftLink(id, { tim: '<b>x' }))).text).toContain('Không có dòng nào chứa');
  });

  it('tells who else has the draft open, and that it was changed', async () => {
    const { id, signedIn, home, tasks } = await commune();
    const visitor = await signedIn('focal');
    const visit = (at: Visitor) => at.post(draftDeedLink(id, 'dang-mo'), { opened: '1' });
    expect(JSON.parse((await visit(visitor)).body)).toMatchObject({ others: null, step: 0 });
    await visitor.submit(await opened(visitor, id, (await tasks())[0]?.id), 'Bỏ qua dòng');
    expect(JSON.parse((await visit(visitor)).body)).toMatchObject({ step: 1, changed: null });
    const clerk = await signedIn('clerk');
    expect((await visit(clerk)).status).toBe(403);
    const stranger = site.visitor();
    await stranger.signIn((await testTenant(site.services)).signIn('focal'));
    expect((await visit(stranger)).status).toBe(404);
    expect(home.tenant.isDemo).toBe(true);
  });

  it('mends as the check proposes, once', async () => {
    const { id, signedIn, tasks } = await commune(paper.replace('Trước 30/6/2026', 'Trước ngày 28/6/2026'));
    const visitor = await signedIn('focal');
    const screen = await visitor.get(draftLink(id));
    expect(screen.text).toContain('Hạn rơi vào ngày nghỉ');
    const form = screen.form(/26\/0?6\/2026/);
    const mended = await visitor.post(form.action, form.values);
    expect(mended.text).toContain('Đã lưu dòng.');
    expect((await tasks())[1]?.data.due).toMatchObject({ to: '2026-06-26' });
    const { [formKeyField]: _drawn, ...anew } = form.values;
    const again = await visitor.post(form.action, anew);
    expect(again.text).toContain('Có người vừa sửa dòng này');
  });

  it('shows a reader who may not edit no form at all', async () => {
    const { id, signedIn } = await commune();
    const auditor = await (await signedIn('auditor')).get(draftLink(id));
    expect(auditor.status).toBe(200);
    expect(auditor.hasButton(/Nhận|Thêm dòng|Lưu/)).toBe(false);
  });
});

describe('a plan written by hand', () => {
  it('is checked, issued with number, day and signer, and asks for what is missing', async () => {
    const { signedIn, home } = await commune();
    const focal = await signedIn('focal');
    let screen = await focal.submit(await focal.get(startLink({ cach: 'trong' })), 'Mở bản trống', {
      year: 'hai nghìn',
    });
    expect(screen.status).toBe(422);
    expect(screen.value('Năm của kế hoạch mới')).toBe('hai nghìn');
    screen = await focal.submit(screen, 'Mở bản trống', { year: '2027' });
    expect(screen.text).toContain('Đã mở bản dự thảo.');
    const address = screen.address.split('?')[0] ?? '';
    const id = address.split('/').at(-1) ?? '';

    screen = await focal.submit(await focal.get(draftLink(id, { loai: 'task' })), 'Thêm dòng');
    screen = await focal.submit(screen, 'Soát xong');
    expect(screen.text).toMatch(/Còn \d+ điểm bắt buộc phải sửa/);

    const row = (await home.as(home.signIn('focal'), 'read', (ctx) => listRows(ctx, id as never))).find(
      (one) => one.kind === 'task',
    );
    screen = await focal.submit(await opened(focal, id, row?.id), 'Lưu dòng này', {
      task: 'Rà soát thủ tục hành chính',
      product: 'Báo cáo',
      lead: 'Văn phòng HĐND và UBND',
      due_text: 'Quý III/2027',
    });
    screen = await focal.submit(await focal.get(draftLink(id, { loai: 'report' })), 'Thêm dòng');
    screen = await focal.submit(screen, 'Lưu dòng này', {
      text: 'Báo cáo tháng gửi Chủ tịch UBND xã',
      period: 'month',
      submit_words: 'chưa biết',
    });
    expect(screen.status).toBe(422);
    expect(screen.text).toContain('Ghi nhịp gửi');
    screen = await focal.submit(screen, 'Lưu dòng này', { submit_words: 'ngày 15 hằng tháng' });
    screen = await focal.submit(await focal.get(draftLink(id)), 'Lưu thông tin chung', {
      recipients: 'Như trên\nLưu: VT',
    });
    expect(screen.text).toContain('Đã lưu thông tin chung.');

    screen = await focal.submit(await focal.get(draftLink(id)), 'Soát xong');
    expect(screen.text).toContain('Đã soát xong');
    expect(screen.text).toContain('15/01/2027, 15/02/2027');

    const leader = await signedIn('leader');
    screen = await leader.get(draftDeedLink(id, 'xac-nhan'));
    screen = await leader.submit(screen, 'Ban hành kế hoạch', { number: '', date: '31/02/2027' });
    expect(screen.status).toBe(422);
    expect(screen.text).toContain('Ghi số, ký hiệu của văn bản');
    expect(screen.value(/^Ngày ban hành/)).toBe('31/02/2027');
    screen = await leader.submit(screen, 'Ban hành kế hoạch', {
      number: '05/KH-UBND',
      date: '11/01/2027',
      signerName: 'Nguyễn Văn Thử',
      signerTitle: 'Chủ tịch',
      file: new File(['%PDF-1.7 bản ký'], 'ban-ky.pdf'),
    });
    expect(screen.text).toContain('Đã ban hành kế hoạch.');
    expect(screen.text).toContain('05/KH-UBND');
    const file = await leader.get(draftDeedLink(id, 'tep'));
    expect(file.body).toContain('bản ký');
  });

  it('opens again for mending while it is only checked', async () => {
    const { id, signedIn } = await commune();
    const focal = await signedIn('focal');
    await focal.post(draftDeedLink(id, 'soat-xong'), {});
    const screen = await focal.get(draftLink(id));
    expect(screen.text).toContain('Bản dự thảo đã soát xong');
    const back = await focal.submit(screen, 'Mở lại để sửa');
    expect(back.heading).toBe('Soát kế hoạch trước khi lưu');
  });
});

describe('a plan that amends another', () => {
  it('shows what changes, lets rows be paired otherwise, and leads from one version to the other', async () => {
    const { id, signedIn, home } = await commune();
    const focal = await signedIn('focal');
    const first = await focal.submit(await focal.get(draftDeedLink(id, 'xac-nhan')), 'Xác nhận và lưu');
    const planId = first.address.split('/').at(-1) ?? '';
    const later = await readPlanNow((mode, work) => home.as(home.signIn('focal'), mode, work), {
      fileName: 'sua-doi.txt',
      bytes: Buffer.from(
        paper
          .replace('30/6/2026', '30/9/2026')
          .replace(/3\tTập huấn.*/, '3\tSố hóa sổ hộ tịch\tDữ liệu\tPhòng Kinh tế\tQuý IV/2026'),
      ),
    });
    let screen = await focal.submit(await focal.get(draftLink(later)), 'Lưu lựa chọn', { plan: planId });
    expect(screen.heading).toBe('Thay đổi so với bản trước');
    expect(screen.text).toContain('Thêm 1, sửa 1, bỏ 1');
    expect(screen.text).toContain('30/9/2026');
    screen = await focal.submit(screen, 'Không phải cùng một nội dung');
    expect(screen.text).toContain('Thêm 2, sửa 0, bỏ 2');
    screen = await focal.submit(await focal.get(draftDeedLink(later, 'xac-nhan')), 'Xác nhận và lưu');
    expect(screen.hasLink('Bản được thay thế')).toBe(true);
    expect((await focal.get(screen.link('Xem thay đổi'))).text).toContain('Thêm 2, sửa 0, bỏ 2');
    const old = await focal.get(`/ke-hoach/${planId}`);
    expect(old.text).toContain('Đã được thay thế');
    expect(old.text).toContain('Tập huấn nghiệp vụ');
    expect(old.hasLink(/^Mở bản thay thế/)).toBe(true);
    const laterPlan = screen.address.split('/').at(-1) ?? '';
    const compared = await focal.get(planPaperLink(laterPlan, 'thay-doi'));
    expect(compared.text).toContain('Số hóa sổ hộ tịch');
    const clerk = await (await signedIn('clerk')).get(`/ke-hoach/${planId}`);
    expect(clerk.text).toContain('Tập huấn nghiệp vụ');
  });
});

describe('pasted text', () => {
  it('is read like a file, a table of a spreadsheet and one of a web page too', async () => {
    const { signedIn, home } = await commune();
    const focal = await signedIn('focal');
    const page = await focal.get(startLink({ cach: 'dan' }));
    expect((await focal.submit(page, 'Đọc văn bản đã dán', { text: '' })).text).toContain(
      'Dán văn bản hoặc bảng',
    );
    const cells = [
      ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
      ['1', 'Rà soát thủ tục', 'Báo cáo', 'Phòng Kinh tế', 'Quý II/2026'],
    ];
    const text = cells.map((row) => row.join('\t')).join('\n');
    const html = `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    for (const pasted of [{ text }, { text, html }]) {
      const screen = await focal.submit(page, 'Đọc văn bản đã dán', pasted);
      const id = screen.address.split('/').at(-1) ?? '';
      const reader = systemActor('reader', ['planning.plan-draft.record']);
      await readJob.run(
        (mode, work) => home.as(home.signIn('focal'), mode, (ctx) => work({ ...ctx, actor: reader })),
        { draftId: id },
        site.services,
      );
      expect((await focal.get(draftLink(id))).text).toContain('Rà soát thủ tục');
    }
  });
});

describe('the papers of a plan', () => {
  it('are a page to print, a Word file and a PDF, for whoever may see the plan', async () => {
    const { id, signedIn } = await commune();
    const focal = await signedIn('focal');
    const shown = await focal.get(draftPaperLink(id, 'ke-hoach'));
    expect(shown.text).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(shown.text).toContain('Tập huấn nghiệp vụ cho công chức một cửa');
    const units = await focal.get(draftPaperLink(id, 'theo-don-vi'));
    expect(units.text).toContain('Phòng Văn hóa - Xã hội');
    const word = await focal.get(draftPaperLink(id, 'ke-hoach', 'docx'));
    expect([word.status, word.headers.get('content-type'), word.body.slice(0, 2)]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'PK',
    ]);
    const pdf = await focal.get(draftPaperLink(id, 'theo-don-vi', 'pdf'));
    expect(pdf.body.slice(0, 5)).toBe('%PDF-');
    expect((await focal.get(draftPaperLink(id, 'thay-doi'))).status).toBe(404);
    expect((await focal.get(`${draftLink(id)}/van-ban/ke-hoach.exe`)).status).toBe(404);
    expect((await focal.get(`${draftLink(id)}/van-ban/..%2f..%2fetc`)).status).toBe(404);
    const stranger = site.visitor();
    await stranger.signIn((await testTenant(site.services)).signIn('focal'));
    expect((await stranger.get(draftPaperLink(id, 'ke-hoach', 'pdf'))).status).toBe(404);
  });
});
