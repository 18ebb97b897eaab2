import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { routes } from './modules.ts';
import { testSite } from './testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let taskId: string;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  const planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Rà soát thủ tục' }]),
  );
  taskId = planted.ids[0] as string;
});

async function signedIn(role: Parameters<typeof home.signIn>[0]) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

describe('the door', () => {
  it('leads back to the page that was asked for', async () => {
    const visitor = site.visitor();
    const asked = await visitor.get('/nhiem-vu?han=late');
    expect(asked.heading).toBe('Đăng nhập');
    const arrived = await visitor.submit(asked, 'Đăng nhập', {
      name: home.signIn('focal'),
      password: 'mat-khau-thu',
    });
    expect(arrived.address).toBe('/nhiem-vu?han=late');
  });

  it('keeps the name after a wrong password, and says what to do', async () => {
    const screen = await site.visitor().signIn(home.signIn('focal'), 'sai');
    expect(screen.status).toBe(422);
    expect(screen.value('Tên đăng nhập')).toBe(home.signIn('focal'));
    expect(screen.text).toContain('chưa đúng');
  });

  it('leads nowhere else', async () => {
    const visitor = site.visitor();
    const screen = await visitor.get('/dang-nhap?ve=//evil.example');
    const arrived = await visitor.submit(screen, 'Đăng nhập', {
      name: home.signIn('leader'),
      password: 'mat-khau-thu',
    });
    expect(arrived.address).toBe('/tong-quan');
  });

  it('opens no staff page without a session', async () => {
    for (const route of routes.filter((one) => one.verb === 'get')) {
      const screen = await site.visitor().get(route.path.replace(/:\w+/g, taskId));
      expect([route.path, screen.heading]).toEqual([route.path, 'Đăng nhập']);
    }
  });
});

describe('every answer', () => {
  it('forbids scripts and styles that are not ours, frames, and guessing of types', async () => {
    const { headers } = await site.visitor().get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-request-id')).toBeTruthy();
  });

  it('says in a sentence what was not found, in both languages', async () => {
    const visitor = site.visitor();
    const screen = await visitor.get('/khong-co');
    expect([screen.status, screen.heading]).toEqual([404, 'Không tìm thấy trang']);
    await visitor.get('/ngon-ngu?ma=en&ve=/');
    expect((await visitor.get('/khong-co')).heading).toBe('Page not found');
  });
});

describe('a form', () => {
  it('from another site does nothing', async () => {
    const visitor = await signedIn('focal');
    const screen = await visitor.post(
      `/nhiem-vu/${taskId}/huy`,
      { text: 'x', version: '1' },
      { origin: 'https://evil.example' },
    );
    expect([screen.status, screen.heading]).toEqual([403, 'Biểu mẫu đến từ trang khác']);
  });

  it('of a tab from before an upgrade is answered with a sentence and what was typed', async () => {
    const screen = await site.visitor().post('/trang-cua-ban-cu', {
      text: 'Đã nộp báo cáo <b>quý</b>\nngày 3/7',
      version: '3',
      password: 'một mật khẩu',
    });
    expect([screen.status, screen.heading]).toEqual([404, 'Trang này đã được thay bằng bản mới']);
    expect(screen.body).toContain('Đã nộp báo cáo &lt;b>quý&lt;/b>');
    expect(screen.body).not.toContain('mật khẩu');
  });

  it('that is too large is refused with a sentence', async () => {
    const visitor = await signedIn('focal');
    const screen = await visitor.post(`/nhiem-vu/${taskId}/huy`, {
      text: 'x'.repeat(200_000),
      version: '1',
    });
    expect([screen.status, screen.heading]).toEqual([413, 'Nội dung gửi lên quá lớn']);
  });

  it('that lacks its text comes back with what was typed', async () => {
    const visitor = await signedIn('focal');
    const form = await visitor.get(`/nhiem-vu/${taskId}/huy`);
    const screen = await visitor.submit(form, 'Hủy nhiệm vụ', { text: ' ' });
    expect(screen.status).toBe(422);
    expect(screen.text).toContain('Ghi nội dung');
  });
});

describe('a task', () => {
  it('goes through its whole life on its pages: assigned, accepted, handed in, sent back, approved, reopened', async () => {
    const [focal, officer, leader] = [
      await signedIn('focal'),
      await signedIn('officer'),
      await signedIn('leader'),
    ];
    const who = (role: 'officer' | 'leader') => home.people.get(home.signIn(role))?.officerId ?? '';
    const address = `/nhiem-vu/${taskId}`;
    let screen = await focal.get(address);
    expect(screen.text).toContain('Sáu rõ: 1/6');
    expect(screen.text).toContain('Chưa tính là đã giao vì còn thiếu: rõ người, rõ trách nhiệm');
    screen = await focal.get(screen.link('Giao việc'));
    const wrong = await focal.submit(screen, 'Giao việc', { due: '31/02/2026' });
    expect([wrong.status, wrong.value('Ngày hạn')]).toEqual([422, '31/02/2026']);
    screen = await focal.submit(wrong, 'Giao việc', { due: '30/06/2026', assignee: who('officer') });
    expect(screen.text).toContain(
      'Chưa tính là đã giao vì còn thiếu: rõ trách nhiệm, rõ kết quả, rõ thẩm quyền',
    );
    screen = await focal.get(screen.link('Giao việc'));
    const unit = home.units.get('Phòng Kinh tế') ?? '';
    screen = await focal.submit(screen, 'Giao việc', { approver: who('leader'), unit, product: 'Báo cáo' });
    expect(screen.text).toContain('Đã giao việc.');

    screen = await officer.submit(await officer.get(address), 'Nhận việc');
    expect(screen.text).toContain('Đã nhận việc.');
    screen = await officer.submit(screen, 'Bắt đầu làm');
    screen = await officer.get(screen.link('Nộp để duyệt'));
    expect(screen.hasButton('Nộp và duyệt luôn')).toBe(false);
    const text = '<script>alert(1)</script> Báo cáo 5';
    screen = await officer.submit(screen, 'Nộp để duyệt', { text, exception: 'Gộp hai quý' });
    expect(screen.text).toContain('Chờ Người leader duyệt');
    expect(screen.page.querySelector('main script')).toBeNull();

    screen = await leader.get(address);
    expect(screen.text).toContain('duyệt là chấp nhận giải trình này');
    const mute = await leader.submit(screen, 'Trả lại');
    expect([mute.status, mute.text.includes('Ghi lý do trả lại')]).toEqual([422, true]);
    screen = await leader.submit(mute, 'Trả lại', { text: 'Thiếu số liệu' });
    expect(screen.text).toContain('Đã trả lại để làm tiếp.');
    screen = await officer.get(address);
    expect(screen.text).toContain('Người duyệt yêu cầu: Thiếu số liệu');
    screen = await officer.get(screen.link('Nộp để duyệt'));
    expect(screen.value('Sản phẩm đã làm')).toBe(text);
    const oldTab = screen;
    await officer.submit(screen, 'Nộp để duyệt', { text: 'Báo cáo 6', exception: 'Bản giấy' });
    screen = await leader.submit(await leader.get(address), 'Duyệt');
    expect(screen.text).toContain('Đã duyệt, nhiệm vụ hoàn thành.');
    const late = await officer.submit(oldTab, 'Nộp để duyệt', { text: 'Báo cáo 7' });
    expect(late.text).toContain('Nhiệm vụ đã đổi trạng thái');
    expect(late.text).toContain('Báo cáo 6');

    screen = await focal.submit(await focal.get(address), 'Mở lại');
    expect(screen.text).toContain('Đã mở lại nhiệm vụ.');
    screen = await focal.get(screen.link('Nộp để duyệt'));
    screen = await focal.submit(screen, 'Nộp và duyệt luôn', { text: 'Báo cáo 8' });
    expect(screen.text).toContain('Nhiệm vụ đã hoàn thành');
  });

  it('of another commune is not found, and its deeds neither', async () => {
    const stranger = await testTenant(site.services);
    const visitor = site.visitor();
    await visitor.signIn(stranger.signIn('focal'));
    expect((await visitor.get(`/nhiem-vu/${taskId}`)).status).toBe(404);
    expect((await visitor.post(`/nhiem-vu/${taskId}/huy`, { text: 'x', version: '1' })).status).toBe(404);
  });

  it('shows an officer no deed that is not theirs', async () => {
    const visitor = await signedIn('auditor');
    const screen = await visitor.get(`/nhiem-vu/${taskId}`);
    expect(screen.status).toBe(200);
    expect(screen.hasLink('Giao việc')).toBe(false);
    expect((await visitor.get(`/nhiem-vu/${taskId}/giao`)).status).toBe(403);
  });

  it('stands in the file of the list, and no formula runs there', async () => {
    const visitor = await signedIn('focal');
    await home.as(home.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{ title: '=HYPERLINK("x")' }]));
    const form = await visitor.get('/nhiem-vu/xuat');
    const file = await visitor.post('/nhiem-vu/xuat', {
      ...form.form('Xuất tệp').values,
      columns: 'ten',
      format: 'csv',
    });
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.body).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('list takes any address without a fault', async () => {
    const visitor = await signedIn('focal');
    for (const query of [
      "tim='%27--",
      'tim=%25%5F',
      'don-vi=x',
      'trang=-1',
      'trang=99999',
      'xep=drop',
      'han=late&truc=steering',
      'ke-hoach=00000000-0000-0000-0000-000000000000',
    ]) {
      expect((await visitor.get(`/nhiem-vu?${query}`)).status).toBe(200);
    }
  });
});

describe('an upload', () => {
  it('of something that is no plan is refused beside the field', async () => {
    const visitor = await signedIn('focal');
    const form = await visitor.get('/du-thao');
    const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], 'ke-hoach.docx');
    const screen = await visitor.submit(form, 'Đọc kế hoạch', { file: png });
    expect(screen.status).toBe(422);
    const none = await visitor.submit(form, 'Đọc kế hoạch');
    expect([none.status, none.text.includes('Chọn tệp kế hoạch trước khi')]).toEqual([422, true]);
  });

  it('waits for its reading and shows how far it is', async () => {
    const visitor = await signedIn('focal');
    const form = await visitor.get('/du-thao');
    const screen = await visitor.submit(form, 'Đọc kế hoạch', {
      file: new File(['KẾ HOẠCH\nnăm 2026'], 'ke-hoach.txt'),
    });
    expect(screen.text).toContain('Đang đọc kế hoạch');
    expect(screen.headers.get('refresh')).toBe('1');
  });
});
