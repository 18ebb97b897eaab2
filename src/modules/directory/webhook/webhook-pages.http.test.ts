import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';
import { createUnit } from '../unit/commands.server.ts';
import { answering, Receiver } from './fixtures.ts';
import { deliverJob } from './jobs.server.ts';

const page = '/quan-tri/webhook';
let moment = new Date('2026-05-12T10:30:00+07:00');
const clock = { now: () => moment, today: () => plainDateAt(moment) };
const receiver = new Receiver();
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  await receiver.open();
  site = await testSite({ clock });
  home = await testTenant(site.services);
});
afterAll(() => receiver.close());

async function signedIn(role: 'focal' | 'admin', commune = home): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(commune.signIn(role));
  return visitor;
}

let names = 0;

/** An address that an administrator has just named, with its page and what signs. */
async function named(visitor: Visitor) {
  names += 1;
  const typed = {
    name: `Trục ${names}`,
    url: `http://${receiver.host}/nhan`,
    events: 'directory.unit.create',
  };
  const made = await visitor.submit(await visitor.get(page), 'Thêm địa chỉ nhận', typed);
  return { made, secret: secretOf(made), link: made.link('Về địa chỉ nhận') };
}

const secretOf = (screen: Screen) => screen.page.querySelector('code')?.textContent ?? '';

/** Has a unit made, and everything that waits for the address sent. */
async function tell(link: string): Promise<void> {
  names += 1;
  await home.as(home.signIn('admin'), 'write', (ctx) =>
    createUnit(ctx, { name: `Đơn vị ${names}`, isCollective: false }),
  );
  await deliver(link);
}

function deliver(link: string): Promise<void> {
  const actor = systemActor(deliverJob.actorName, deliverJob.grants);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'job' };
  return deliverJob.run(
    (mode, work) => openCtx(site.services, mode, occasion, work),
    { webhookId: link.split('/').at(-1) },
    { mailer: null, baseUrl: '', internalHosts: [receiver.host], files: site.services.files },
  );
}

describe('the page of addresses', () => {
  it('names one and shows its secret this once', async () => {
    const visitor = await signedIn('admin');
    const { made, secret, link } = await named(visitor);
    expect([made.status, made.heading]).toEqual([200, 'Khóa ký']);
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(made.headers.get('cache-control')).toContain('no-store');
    for (const address of [page, link]) expect((await visitor.get(address)).body).not.toContain(secret);
    expect((await visitor.get(page)).text).toContain(`http://${receiver.host}/nhan`);
  });

  it('keeps what was typed where something is wrong', async () => {
    const visitor = await signedIn('admin');
    const cases = [
      [
        { name: 'Trục tỉnh', url: 'không phải địa chỉ', events: 'planning.task.approve' },
        'Ghi địa chỉ đầy đủ',
      ],
      [{ name: 'Trục tỉnh', url: 'https://truc.example.vn/nhan' }, 'Chọn ít nhất một việc'],
      [{ name: '', url: 'https://truc.example.vn/nhan', events: 'planning.task.approve' }, 'Ghi tên'],
      [
        { name: 'Trục tỉnh', url: 'https://truc.example.vn/nhan', events: 'directory.password-link.use' },
        'Chọn ít nhất một việc',
      ],
    ] as const;
    for (const [typed, sentence] of cases) {
      const wrong = await visitor.submit(await visitor.get(page), 'Thêm địa chỉ nhận', typed);
      expect([typed, wrong.status, wrong.text.includes(sentence)]).toEqual([typed, 422, true]);
      expect(wrong.value('Tên')).toBe(typed.name);
      expect(wrong.value('Địa chỉ nhận')).toBe(typed.url);
    }
  });

  it('is for who administers alone, and asks who is there once the proof is old', async () => {
    const focal = await signedIn('focal');
    expect((await focal.get(page)).status).toBe(403);
    expect((await focal.post(page, { name: 'x', url: 'https://x.vn/', events: 'x' })).status).toBe(403);
    const visitor = await signedIn('admin');
    const { link } = await named(visitor);
    const shown = await visitor.get(link);
    moment = new Date(moment.getTime() + 11 * 60_000);
    const asked = await visitor.submit(shown, 'Đổi khóa ký');
    expect(asked.heading).toBe('Xác nhận đúng là anh, chị');
    const back = await visitor.submit(asked, 'Xác nhận', { password: testPassword });
    expect(back.status).toBe(200);
    const rotated = await visitor.submit(await visitor.get(link), 'Đổi khóa ký');
    expect(secretOf(rotated)).toMatch(/^whsec_/);
  });
});

describe('the page of one address', () => {
  it('pauses, goes on, tries, and gives up', async () => {
    const visitor = await signedIn('admin');
    const { link } = await named(visitor);
    const paused = await visitor.submit(await visitor.get(link), 'Tạm ngừng');
    expect(paused.hasButton('Gửi thử')).toBe(false);
    const going = await visitor.submit(paused, 'Gửi tiếp');
    const tried = await visitor.submit(going, 'Gửi thử');
    expect(tried.body).toContain('Đã xếp thư thử vào hàng gửi.');
    receiver.clear();
    await deliver(link);
    expect(receiver.got).toHaveLength(1);
    expect((await visitor.get(link)).text).toContain('Đã nhận');
    const ended = await visitor.submit(await visitor.get(link), 'Bỏ địa chỉ này');
    expect(ended.text).toContain('Đã bỏ');
    expect(ended.hasButton('Đổi khóa ký')).toBe(false);
    expect((await visitor.get(page)).hasLink(/Trục/) && (await visitor.get(page)).body.includes(link)).toBe(
      false,
    );
  });

  it('shows what was given up with why, and sends one again or all under the same ids', async () => {
    const visitor = await signedIn('admin');
    const { link } = await named(visitor);
    receiver.clear();
    receiver.answer = answering(422);
    await tell(link);
    await tell(link);
    for (let round = 0; round < 40; round += 1) {
      moment = new Date(moment.getTime() + 61_000);
      await deliver(link);
    }
    const first = new Set(receiver.got.map((one) => one.headers['webhook-id']));
    const proofAge = site.visitor();
    await proofAge.signIn(home.signIn('admin'));
    const dead = await proofAge.get(link);
    expect(dead.text).toContain('bên nhận trả lời 422; 3 lần thử');
    receiver.clear();
    const one = await proofAge.submit(dead, /^Gửi lại: /);
    expect(one.body).toContain('Gửi lại 1 thư.');
    await deliver(link);
    const all = await proofAge.submit(await proofAge.get(link), 'Gửi lại tất cả');
    expect(all.body).toContain('Gửi lại 1 thư.');
    await deliver(link);
    expect(new Set(receiver.got.map((letter) => letter.headers['webhook-id']))).toEqual(first);
    const healed = await proofAge.get(link);
    expect(healed.hasButton('Gửi lại tất cả')).toBe(false);
  });

  it('says that nothing gets through, and since when', async () => {
    const visitor = await signedIn('admin');
    const { link } = await named(visitor);
    receiver.answer = answering(500);
    await tell(link);
    expect((await visitor.get(link)).text).toMatch(/Bên nhận không nhận gì từ .*; vẫn đang thử lại\./);
    receiver.answer = answering(410);
    moment = new Date(moment.getTime() + 6_000);
    await deliver(link);
    const again = await visitor.get(link);
    expect(again.text).toContain('Đã tự tạm ngừng gửi');
    expect(again.hasButton('Gửi tiếp')).toBe(true);
  });

  it('of another office is not found', async () => {
    const visitor = await signedIn('admin');
    const { link } = await named(visitor);
    const stranger = await signedIn('admin', await testTenant(site.services));
    expect((await stranger.get(link)).status).toBe(404);
    for (const deed of ['doi-khoa', 'tam-ngung', 'gui-tiep', 'bo', 'gui-thu', 'gui-lai']) {
      expect([deed, (await stranger.post(`${link}/${deed}`, {})).status]).toEqual([deed, 404]);
    }
  });
});
