import { runOnce } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { issueDraft } from '#modules/planning/plan-draft/commands/issue.server.ts';
import { smtpMailer } from '#platform/mail/mailer.ts';
import { startMailServer, type TestMailServer } from '#platform/mail/testing.ts';
import { jobs } from '../modules.ts';
import { type Screen, testSite } from '../testing.ts';
import { taskList } from '../worker.ts';
import { type Site, turnOnSecondFactor } from './testing.ts';

let mail: TestMailServer;
let site: Site;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  mail = await startMailServer();
  site = await testSite({ mailer: smtpMailer(mail.url, 'Sáu Rõ <sauro@xa.example.vn>') });
  home = await testTenant(site.services);
});

afterAll(() => mail.stop());

const signIn = (name: string, password: string) => site.visitor().signIn(name, password);

/** What a screen tells: its state, and its words without the name that was typed. */
const told = (screen: Screen, name: string) => [
  screen.status,
  screen.text.replaceAll(name, 'TÊN'),
  screen.address,
];

describe('guessing', () => {
  it('a password ends after ten tries, also with the right one, and for a name that is nobody’s', async () => {
    for (const name of [home.signIn('clerk'), 'khong-co-ai']) {
      for (let tries = 0; tries < 10; tries += 1) await signIn(name, `sai-${tries}`);
      const stopped = await signIn(name, testPassword);
      expect([stopped.status, /thử lại sau|phút/i.test(stopped.text)]).toEqual([422, true]);
    }
    expect((await signIn(home.signIn('focal'), testPassword)).heading).toBe('Tổng quan');
  });

  it('a password by many names ends after a hundred tries from one address', async () => {
    const elsewhere = await testSite();
    const statuses: boolean[] = [];
    for (let tries = 0; tries < 101; tries += 1) {
      const screen = await elsewhere.visitor().post('/dang-nhap', { name: 'Không phải tên', password: 'x' });
      statuses.push(screen.status === 422);
    }
    expect(statuses.every(Boolean)).toBe(true);
  });

  it('does not tell who exists, at signing in and for a forgotten password', async () => {
    const [known, unknown] = [home.signIn('leader'), 'nguoi.khong-co'];
    const [one, other] = [await signIn(known, 'sai'), await signIn(unknown, 'sai')];
    expect(told(one, known)).toEqual(told(other, unknown));
    const forget = async (name: string) => site.visitor().post('/quen-mat-khau', { name });
    expect(told(await forget(known), known)).toEqual(told(await forget(unknown), unknown));
  });

  it('a code of the second factor or of recovery ends after ten tries, also with a new sign-in', async () => {
    const owner = site.visitor();
    await owner.signIn(home.signIn('auditor'));
    const { codeAt } = await turnOnSecondFactor(owner, site.services.clock.now());
    let last: Screen | undefined;
    for (let tries = 0; tries < 12; tries += 1) {
      const visitor = site.visitor();
      const step = await visitor.signIn(home.signIn('auditor'));
      const code = tries === 11 ? codeAt(0) : tries % 2 === 0 ? '000000' : 'AAAA-AAAA-AAAA-AAAA';
      last = await visitor.submit(step, 'Đăng nhập', { code });
    }
    expect(last?.status).toBe(422);
    expect(last?.text).toMatch(/phút/);
  });

  it('a link for a new password finds nothing', async () => {
    const link = (secret: string) => `/mat-khau-moi/${home.tenant.id}.${secret}`;
    for (const secret of ['A'.repeat(43), 'A'.repeat(42), '', '%00', '..', 'a'.repeat(5_000)]) {
      const screen = await site.visitor().post(link(secret), { fresh: 'mot-cau-dai', again: 'mot-cau-dai' });
      expect([screen.status, screen.heading]).toEqual(
        screen.status === 404 ? [404, screen.heading] : [422, 'Liên kết không còn dùng được'],
      );
    }
  });
});

describe('two at once', () => {
  it('take a code of the app once', async () => {
    const commune = await testTenant(site.services);
    const owner = site.visitor();
    await owner.signIn(commune.signIn('focal'));
    const { codeAt, recoveryCodes } = await turnOnSecondFactor(owner, site.services.clock.now());
    const arrive = async (codes: readonly string[]) => {
      const visitors = codes.map(() => site.visitor());
      const steps = await Promise.all(visitors.map((visitor) => visitor.signIn(commune.signIn('focal'))));
      const screens = await Promise.all(
        visitors.map((visitor, index) => {
          const step = steps[index];
          if (!step) throw new Error('no step');
          return visitor.submit(step, 'Đăng nhập', { code: codes[index] ?? '' });
        }),
      );
      return screens.filter((screen) => screen.heading === 'Tổng quan').length;
    };
    const code = codeAt(0);
    expect(await arrive([code, code, code, code])).toBe(1);
    const recovery = recoveryCodes[0] ?? '';
    expect(await arrive([recovery, recovery, recovery])).toBe(1);
  });

  it('open one session from one step', async () => {
    const commune = await testTenant(site.services);
    const owner = site.visitor();
    await owner.signIn(commune.signIn('focal'));
    const { recoveryCodes } = await turnOnSecondFactor(owner, site.services.clock.now());
    const visitor = site.visitor();
    const step = await visitor.signIn(commune.signIn('focal'));
    const copies = recoveryCodes.slice(0, 4).map((code) => {
      const copy = site.visitor();
      copy.plant('sauro_step', /sauro_step=([^;]+)/.exec(visitor.cookies)?.[1] ?? '');
      return copy.submit(step, 'Đăng nhập', { code });
    });
    const screens = await Promise.all(copies);
    expect(screens.filter((screen) => screen.heading === 'Tổng quan')).toHaveLength(1);
  });

  it('use a link for a new password once', async () => {
    const commune = await testTenant(site.services);
    const owner = site.visitor();
    await owner.signIn(commune.signIn('focal'));
    const emailPage = await owner.get('/tai-khoan/thu-dien-tu');
    await owner.submit(emailPage, 'Lưu thư điện tử', { email: 'mai@xa.example.vn' });
    await site.visitor().post('/quen-mat-khau', { name: commune.signIn('focal') });
    await runOnce({
      pgPool: site.services.migrator,
      taskList: taskList(site.services, jobs, new AbortController().signal),
    });
    const { raw } = await mail.next();
    const letter = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    const inBase64 = Buffer.from(raw.slice(raw.indexOf('\r\n\r\n')), 'base64').toString('utf8');
    const link = /\/mat-khau-moi\/[\w.-]+/.exec(`${letter}${inBase64}`)?.[0] ?? '';
    expect(link).not.toBe('');
    const words = ['con sáo sang sông', 'con cò bay lả bay la', 'chim khôn kêu tiếng rảnh rang'];
    const screens = await Promise.all(
      words.map((fresh) => site.visitor().post(link, { fresh, again: fresh })),
    );
    expect(screens.filter((screen) => screen.heading === 'Đăng nhập')).toHaveLength(1);
  });

  it('issue one plan from one draft', async () => {
    const commune = await furnishedCommune(site.services);
    const issue = () =>
      commune.as(commune.signIn('focal'), 'write', (ctx) => issueDraft(ctx, commune.draftId));
    const outcomes = await Promise.all([issue(), issue(), issue()]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });
});
