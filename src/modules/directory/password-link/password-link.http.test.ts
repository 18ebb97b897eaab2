import { runOnce } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpMailer } from '#platform/mail/mailer.ts';
import { startMailServer, type TestMailServer } from '#platform/mail/testing.ts';
import { testSite } from '../../../entry/testing.ts';
import { jobs as allJobs } from '../../../entry/modules.ts';
import { taskList } from '../../../entry/worker.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';

let mail: TestMailServer;
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
type Role = Parameters<typeof home.signIn>[0];

beforeAll(async () => {
  mail = await startMailServer();
  site = await testSite({
    mailer: smtpMailer(mail.url, 'Sáu Rõ <sauro@xa.example.vn>'),
    baseUrl: 'https://caicach.example.vn',
  });
  home = await testTenant(site.services);
  away = await testTenant(site.services);
});

afterAll(() => mail.stop());

const { stringify } = JSON;
const runJobs = () =>
  runOnce({
    pgPool: site.services.migrator,
    taskList: taskList(site.services, allJobs, new AbortController().signal),
  });
const fresh = 'con sáo sang sông xưa';

async function signedIn(role: Role) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

async function withEmail(role: Role, email: string) {
  const visitor = await signedIn(role);
  return visitor.submit(await visitor.get('/tai-khoan/thu-dien-tu'), 'Lưu thư điện tử', { email });
}

async function ask(name: string) {
  const visitor = site.visitor();
  return visitor.submit(await visitor.get('/quen-mat-khau'), 'Gửi liên kết', { name });
}

/** The link in a letter, as the path on this site. */
async function linkInLetter(): Promise<string> {
  const { raw } = await mail.next();
  const [, body = ''] = raw.split('\r\n\r\n', 2);
  const text = /base64/i.test(raw)
    ? Buffer.from(body, 'base64').toString('utf8')
    : body.replaceAll('=\r\n', '');
  const rest = raw.slice(raw.indexOf('\r\n\r\n'));
  const whole = text.includes('https://') ? text : rest.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  return /https:\/\/caicach\.example\.vn(\/mat-khau-moi\/\S+)/.exec(whole)?.[1] ?? stringify(raw);
}

describe('a forgotten password', () => {
  it('is mended by a link in a letter, once', async () => {
    const saved = await withEmail('focal', 'mai@xa.example.vn');
    expect(saved.text).toContain('mai@xa.example.vn');
    const old = await signedIn('focal');
    const said = await ask(home.signIn('focal'));
    expect(said.text).toContain('Nếu tài khoản có và đã khai thư điện tử');
    await runJobs();
    const link = await linkInLetter();
    const visitor = site.visitor();
    const form = await visitor.get(link);
    expect(form.heading).toBe('Đặt mật khẩu mới');
    const weak = await visitor.submit(form, 'Đặt mật khẩu', { fresh: 'matkhau2026', again: 'matkhau2026' });
    expect([weak.status, weak.text.includes('ai cũng thử đầu tiên')]).toEqual([422, true]);
    const done = await visitor.submit(form, 'Đặt mật khẩu', { fresh, again: fresh });
    expect(done.heading).toBe('Đăng nhập');
    expect((await old.get('/tai-khoan')).heading).toBe('Đăng nhập');
    expect((await site.visitor().signIn(home.signIn('focal'))).status).toBe(422);
    expect((await site.visitor().signIn(home.signIn('focal'), fresh)).heading).toBe('Tổng quan');
    expect((await visitor.get(link)).heading).toBe('Liên kết không còn dùng được');
    const again = await visitor.post(link, { fresh: testPassword, again: testPassword });
    expect(again.heading).toBe('Liên kết không còn dùng được');
  });

  it('tells nobody whether the account exists or has an address', async () => {
    const unknown = await ask('khong-co-ai');
    const none = await ask(home.signIn('leader'));
    await withEmail('officer', 'son@xa.example.vn');
    const known = await ask(home.signIn('officer'));
    const malformed = await ask("' or 1=1 --");
    expect(new Set([unknown.text, none.text, known.text, malformed.text]).size).toBe(1);
    await runJobs();
    expect((await mail.next()).to).toEqual(['son@xa.example.vn']);
    expect(mail.waiting()).toBe(0);
  });

  it('is good for half an hour, and only the newest link is', async () => {
    await withEmail('clerk', 'lan@xa.example.vn');
    await ask(home.signIn('clerk'));
    await runJobs();
    const first = await linkInLetter();
    await ask(home.signIn('clerk'));
    await runJobs();
    const second = await linkInLetter();
    const visitor = site.visitor();
    expect((await visitor.get(first)).heading).toBe('Liên kết không còn dùng được');
    expect((await visitor.get(second)).heading).toBe('Đặt mật khẩu mới');
    await site.services.migrator.query(
      'update directory.password_link set expires_at = made_at where used_at is null',
    );
    expect((await visitor.get(second)).heading).toBe('Liên kết không còn dùng được');
  });

  it('keeps its secret out of the queue, the table and the audit', async () => {
    await withEmail('community', 'tam@xa.example.vn');
    await ask(home.signIn('community'));
    const jobs = await site.services.migrator.query<{ payload: object }>(
      'select payload from graphile_worker._private_jobs',
    );
    expect(Object.keys(jobs.rows[0]?.payload ?? {}).sort()).toEqual(['linkId', 'tenantId']);
    await runJobs();
    const secret = (await linkInLetter()).split('.')[1] ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    const { rows } = await site.services.migrator.query<{ all: string }>(
      `select (select string_agg(k::text, ' ') from directory.password_link k) ||
              (select string_agg(l::text, ' ') from platform.audit_line l) as all`,
    );
    expect(rows[0]?.all).not.toContain(secret);
  });

  it('sends at most three letters in a quarter of an hour, and says nothing about it', async () => {
    await withEmail('auditor', 'ngoc@xa.example.vn');
    const said = new Set<string>();
    for (let tries = 0; tries < 5; tries += 1) said.add((await ask(home.signIn('auditor'))).text);
    expect(said.size).toBe(1);
    await runJobs();
    expect((await mail.next()).to).toEqual(['ngoc@xa.example.vn']);
    expect(mail.waiting()).toBe(0);
  });

  it('is answered by whom to ask where no mail server is named', async () => {
    const silent = await testSite();
    const screen = await silent.visitor().get('/quen-mat-khau');
    expect(screen.text).toContain('người quản trị');
    expect(screen.hasButton('Gửi liên kết')).toBe(false);
    expect((await silent.visitor().post('/quen-mat-khau', { name: 'x' })).text).toContain('người quản trị');
  });

  it.each(['x', 'a.b', `${'0'.repeat(36)}.${'a'.repeat(43)}`, '%00', '..%2f..'])(
    'finds nothing behind a link that is none: %s',
    async (token) => {
      expect((await site.visitor().get(`/mat-khau-moi/${token}`)).heading).toBe(
        'Liên kết không còn dùng được',
      );
    },
  );
});

describe('a link made by an administrator', () => {
  it('is shown once and lets in whom it is for', async () => {
    const admin = await signedIn('admin');
    const rules = await admin.get('/quan-tri/dang-nhap');
    const made = await admin.submit(rules, 'Tạo liên kết mật khẩu cho Người unit-head');
    const link = /\/mat-khau-moi\/\S+/.exec(made.page.querySelector('code')?.textContent ?? '')?.[0] ?? '';
    const visitor = site.visitor();
    const form = await visitor.get(link);
    await visitor.submit(form, 'Đặt mật khẩu', { fresh, again: fresh });
    expect((await visitor.signIn(home.signIn('unit-head'), fresh)).heading).toBe('Tổng quan');
  });

  it('is for administrators, for others of the own commune, and after a proof', async () => {
    const idOf = (tenant: typeof home, role: Role) => tenant.people.get(tenant.signIn(role))?.accountId ?? '';
    const admin = await signedIn('admin');
    const leader = await signedIn('leader');
    const path = (id: string) => `/quan-tri/dang-nhap/${id}/lien-ket`;
    expect((await leader.post(path(idOf(home, 'officer')), {})).status).toBe(403);
    expect((await admin.post(path(idOf(home, 'admin')), {})).status).toBe(403);
    expect((await admin.post(path(idOf(away, 'officer')), {})).status).toBe(404);
    await site.services.migrator.query(
      "update directory.session set opened_at = opened_at - interval '11 minutes'",
    );
    expect((await admin.post(path(idOf(home, 'officer')), {})).heading).toBe('Xác nhận đúng là anh, chị');
  });
});

describe('the address for letters', () => {
  it('comes back with what was typed when it is none', async () => {
    const screen = await withEmail('leader', 'khong phai thu');
    expect(screen.status).toBe(422);
    expect(screen.value('Địa chỉ thư điện tử')).toBe('khong phai thu');
  });
});
