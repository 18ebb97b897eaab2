import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { setUpLink } from '../links.ts';
import { newSetUpCode } from './set-up-code.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let visitor: Visitor;
const code = newSetUpCode();

beforeAll(async () => {
  site = await testSite({}, code);
  visitor = site.visitor();
});

const administrator = {
  fullName: 'Nguyễn Văn Quản',
  positionTitle: 'Công chức',
  signInName: 'quantri',
  password: 'mat-khau-dau-tien',
  again: 'mat-khau-dau-tien',
};

describe('an empty installation', () => {
  it('leads everybody to its set-up, which finds the office without marks', async () => {
    expect((await visitor.get('/')).heading).toBe('Thiết lập lần đầu');
    const found = await visitor.get('/thiet-lap?tim=dong+ky');
    expect(found.hasLink('xã Đồng Kỳ')).toBe(true);
    expect((await visitor.get('/thiet-lap?tim=zzzz')).text).toContain('Không có nơi nào khớp');
    expect((await visitor.get('/thiet-lap?ma=%00&tim=%25')).status).toBe(200);
  });

  it('opens to nobody without the code of the terminal, and keeps what was typed', async () => {
    const form = await visitor.get((await visitor.get('/thiet-lap?tim=dong+ky')).link('xã Đồng Kỳ'));
    const refused = await visitor.submit(form, 'Thiết lập', { ...administrator, code: 'AAAA-BBBB-CCCC' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Mã thiết lập chưa đúng');
    expect(refused.value('Họ và tên')).toBe('Nguyễn Văn Quản');
    expect(refused.body).not.toContain('mat-khau-dau-tien');
    const differing = await visitor.submit(form, 'Thiết lập', { ...administrator, code, again: 'khac' });
    expect(differing.text).toContain('chưa giống nhau');
    expect((await visitor.post(setUpLink(), { ma: '07282' })).status).toBe(422);
  });

  it('is set up once, by one of two who try, with an administrator who can go on', async () => {
    const form = await visitor.get(setUpLink('07282'));
    expect(form.value('Các đơn vị').split('\n')).toHaveLength(4);
    const tries = await Promise.all(
      ['quantri', 'keden'].map((signInName) =>
        site
          .visitor()
          .post(setUpLink(), { ...form.form('Thiết lập').values, ...administrator, signInName, code }),
      ),
    );
    expect(tries.filter((one) => one.address.startsWith('/dang-nhap')).length).toBeGreaterThan(0);
    const { rows } = await site.services.migrator.query(
      'select name, official_code, is_demo from directory.tenant',
    );
    expect(rows).toEqual([{ name: 'xã Đồng Kỳ', official_code: '07282', is_demo: false }]);
    const { rows: names } = await site.services.migrator.query<{ name: string }>(
      'select name from directory.sign_in_name',
    );
    expect(names).toHaveLength(1);
    const admin = site.visitor();
    const home = await admin.signIn(names[0]?.name ?? '', administrator.password);
    expect(home.hasLink('Quản trị')).toBe(true);
    expect((await admin.get('/quan-tri/don-vi')).heading).toBe('Đơn vị 4');
  });

  it('is closed afterwards, whoever has the code', async () => {
    expect((await visitor.get(setUpLink())).heading).toBe('Đăng nhập');
    const again = await visitor.post(setUpLink(), { ma: '00004', ...administrator, code, units: 'Một' });
    expect(again.heading).toBe('Đăng nhập');
  });
});

it('a site without a code has no set-up page', async () => {
  const closed = await testSite();
  expect((await closed.visitor().get(setUpLink())).status).toBe(404);
});
