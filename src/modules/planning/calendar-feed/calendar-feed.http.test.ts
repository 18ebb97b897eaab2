import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockAccount, unlockAccount } from '#modules/directory/account/administer.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { saveView } from '#modules/lists/saved-view/commands.server.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import { testSite } from '../../../entry/testing.ts';
import { cancelTask } from '../task/commands/close.server.ts';
import { plantTasks } from '../task/fixtures.ts';
import { createFeed, renewFeed, revokeFeed, type NewFeed } from './commands.server.ts';
import { listFeeds } from './queries.server.ts';

let moment = new Date('2026-05-12T10:30:00+07:00');
const clock = { now: () => moment, today: () => plainDateAt(moment) };
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let planted: Awaited<ReturnType<typeof plantTasks>>;

beforeAll(async () => {
  site = await testSite({ clock });
  home = await testTenant(site.services);
  const officer = home.people.get(home.signIn('officer'));
  planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      { title: 'Việc của tôi, có phẩy', assigneeId: officer?.officerId ?? null, dueOn: '2026-05-29' },
      { title: 'Việc của đơn vị', leadUnitId: officer?.unitIds[0] ?? null, dueOn: '2026-06-15' },
      { title: 'Việc của người khác', dueOn: '2026-06-30' },
      {
        title: 'Việc không có ngày',
        assigneeId: officer?.officerId ?? null,
        dueOn: null,
        dueKind: 'ongoing',
      },
    ]),
  );
});

type Role = Parameters<typeof home.signIn>[0];
let made = 0;
async function link(given: Partial<NewFeed> = {}, role: Role = 'officer'): Promise<string> {
  made += 1;
  const feed = { name: `Lịch ${made}`, kind: 'own' as const, planId: null, viewId: null, ...given };
  const outcome = await home.asProven(home.signIn(role), (ctx) => createFeed(ctx, feed));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const ask = (secret: string, headers: Record<string, string> = {}, method = 'GET') =>
  site.app.fetch(new Request(`http://localhost/lich/${secret}.ics`, { headers, method }));

async function entries(secret: string) {
  const said = await ask(secret);
  expect(said.status).toBe(200);
  const parsed = ICAL.parse(await said.text()) as ConstructorParameters<typeof ICAL.Component>[0];
  const events = new ICAL.Component(parsed).getAllSubcomponents('vevent');
  return events.map((event) => ({
    title: String(event.getFirstPropertyValue('summary')),
    uid: String(event.getFirstPropertyValue('uid')),
    day: String(event.getFirstPropertyValue('dtstart')),
    status: String(event.getFirstPropertyValue('status')),
    url: String(event.getFirstPropertyValue('url')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
  }));
}
const titles = async (secret: string) =>
  (await entries(secret)).map(({ title }) => title.split(' ').slice(-3).join(' '));

describe('a calendar', () => {
  it('shows one’s own, the unit’s, or a plan’s tasks that have a day', async () => {
    expect(await titles(await link())).toEqual(['tôi, có phẩy']);
    expect(await titles(await link({ kind: 'unit' }))).toEqual(['của đơn vị']);
    expect(await titles(await link({ kind: 'plan', planId: planted.planId }))).toEqual([
      'tôi, có phẩy',
      'của đơn vị',
      'của người khác',
    ]);
    expect(await titles(await link({ kind: 'reports' }))).toEqual([]);
  });

  it('names a task the same in every feed, with its day and the way to it', async () => {
    const [mine] = await entries(await link());
    const [again] = await entries(await link({ kind: 'plan', planId: planted.planId }));
    expect(mine).toEqual(again);
    expect(mine).toMatchObject({
      day: '2026-05-29',
      uid: `${planted.ids[0]}@${home.tenant.id}`,
      sequence: 1,
    });
    expect(mine?.url).toContain(`/nhiem-vu/${planted.ids[0]}`);
  });

  it('takes the filter of a view along', async () => {
    const view = {
      list: '/nhiem-vu',
      query: 'ngay-han.truoc=2026-06-20',
      name: 'Sớm',
      shared: false,
      pinned: false,
      usual: false,
    };
    const saved = await home.as(home.signIn('officer'), 'write', (ctx) => saveView(ctx, view));
    const viewId = saved.ok ? saved.value : '';
    expect(await titles(await link({ kind: 'plan', planId: planted.planId, viewId }))).toHaveLength(2);
  });

  it('goes by what its holder may see at that moment', async () => {
    const secret = await link({ kind: 'plan', planId: planted.planId }, 'auditor');
    expect(await titles(secret)).toHaveLength(3);
    const scope = (to: string) =>
      site.services.migrator.query(
        `update directory.role_grant set scope = $2 where tenant_id = $1 and act = 'planning.task.read'
         and role_id = (select id from directory.role where tenant_id = $1 and code = 'auditor')`,
        [home.tenant.id, to],
      );
    await scope('own');
    expect(await titles(secret)).toEqual([]);
    await scope('all');
    expect(await titles(secret)).toHaveLength(3);
  });

  it('shows for a while that a task was cancelled, as a new version of it', async () => {
    const secret = await link({ kind: 'plan', planId: planted.planId });
    const id = planted.ids[2] ?? '';
    const before = (await entries(secret)).find(({ uid }) => uid.startsWith(id));
    await home.as(home.signIn('focal'), 'write', (ctx) =>
      cancelTask(ctx, id, { text: 'thừa', version: before?.sequence ?? 0 }),
    );
    const after = (await entries(secret)).find(({ uid }) => uid.startsWith(id));
    expect(after).toMatchObject({ status: 'CANCELLED', sequence: (before?.sequence ?? 0) + 1 });
    const then = moment;
    moment = new Date('2026-06-20T08:00:00+07:00');
    expect((await entries(secret)).some(({ uid }) => uid.startsWith(id))).toBe(false);
    moment = then;
  });
});

describe('a program that asks again', () => {
  it('is told that nothing changed, by the tag or by the time, and gets what did', async () => {
    const secret = await link({ kind: 'unit' });
    const first = await ask(secret);
    const tag = first.headers.get('etag') ?? '';
    const since = first.headers.get('last-modified') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('set-cookie')).toBeNull();
    expect((await ask(secret, { 'if-none-match': tag })).status).toBe(304);
    expect((await ask(secret, { 'if-none-match': `"x", ${tag.slice(2)}` })).status).toBe(304);
    expect((await ask(secret, { 'if-modified-since': since })).status).toBe(304);
    expect((await ask(secret, { 'if-none-match': '"other"', 'if-modified-since': since })).status).toBe(200);
    moment = new Date(moment.getTime() + 60_000);
    await site.services.migrator.query("update planning.task set title = 'Tên mới' where id = $1", [
      planted.ids[1],
    ]);
    const changed = await ask(secret, { 'if-none-match': tag, 'if-modified-since': since });
    expect([changed.status, (await changed.text()).includes('Tên mới')]).toEqual([200, true]);
    expect((await ask(secret, { 'if-modified-since': since })).status).toBe(200);
  });

  it('gets whatever an entry is made of, and each time a later date on it', async () => {
    const secret = await link({ kind: 'plan', planId: planted.planId });
    const { migrator } = site.services;
    const tenant = home.tenant.id;
    const unit = home.people.get(home.signIn('officer'))?.unitIds[0];
    const [mine, units] = planted.ids;
    const changes: readonly (() => unknown)[] = [
      () => migrator.query(`update directory.unit set name = name || ' mới' where id = $1`, [unit]),
      () => migrator.query(`update planning.plan set title = 'Kế hoạch mới' where id = $1`, [planted.planId]),
      () => migrator.query(`update directory.tenant set name = name || ' mới' where id = $1`, [tenant]),
      // What changes places adds up to the same unless each row is told apart.
      () =>
        migrator.query(
          `update planning.task t set title = o.title from planning.task o
           where t.tenant_id = $1 and o.tenant_id = $1 and t.id = any($2::uuid[]) and o.id = any($2::uuid[]) and o.id <> t.id`,
          [tenant, [mine, units]],
        ),
      () => (moment = new Date(moment.getTime() + 86_400_000)),
    ];
    const stamps: string[] = [];
    let tag = '';
    for (const change of [() => undefined, ...changes]) {
      await change();
      moment = new Date(moment.getTime() + 60_000);
      const said = await ask(secret, { 'if-none-match': tag || '"none"' });
      expect(said.status).toBe(200);
      stamps.push(/LAST-MODIFIED:(\w+)/.exec(await said.text())?.[1] ?? '');
      tag = said.headers.get('etag') ?? '';
      expect((await ask(secret, { 'if-none-match': tag })).status).toBe(304);
    }
    expect(stamps).toEqual([...new Set(stamps)].toSorted());
  });

  it('may ask for the head alone, and for gzip', async () => {
    const secret = await link();
    const head = await ask(secret, {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    const zipped = await ask(secret, { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
  });

  it('leaves behind when it did', async () => {
    const secret = await link({ name: 'Dùng gần nhất' });
    const feeds = () => home.as(home.signIn('officer'), 'read', listFeeds);
    const used = async () => (await feeds()).find(({ name }) => name === 'Dùng gần nhất')?.usedAt;
    expect(await used()).toBeNull();
    await ask(secret);
    expect(await used()).toEqual(moment);
  });
});

describe('nothing opens, and no word says why,', () => {
  const gone = async (secret: string) => {
    const said = await ask(secret);
    return [said.status, (await said.text()).includes('BEGIN:VCALENDAR')];
  };

  it('where the link is none, was revoked or was renewed', async () => {
    const secret = await link({ name: 'Sẽ đổi' });
    const turned = secret.slice(0, -1) + (secret.endsWith('A') ? 'Q' : 'A');
    for (const wrong of [turned, 'A'.repeat(64), '-'.repeat(64)])
      expect(await gone(wrong)).toEqual([404, false]);
    const feed = (await home.as(home.signIn('officer'), 'read', listFeeds)).find(
      ({ name }) => name === 'Sẽ đổi',
    );
    const renewed = await home.asProven(home.signIn('officer'), (ctx) => renewFeed(ctx, feed?.id ?? ''));
    expect(await gone(secret)).toEqual([404, false]);
    if (!renewed.ok) throw new Error(renewed.code);
    expect((await ask(renewed.value)).status).toBe(200);
    await home.as(home.signIn('officer'), 'write', (ctx) => revokeFeed(ctx, feed?.id ?? ''));
    expect(await gone(renewed.value)).toEqual([404, false]);
  });

  it('where the account is locked, also once it is unlocked, and where the officer has left', async () => {
    const secret = await link({}, 'clerk');
    const officerId = home.people.get(home.signIn('clerk'))?.officerId ?? '';
    const asAdmin = home.asProven.bind(home, home.signIn('admin'));
    await asAdmin((ctx) => lockAccount(ctx, officerId));
    expect(await gone(secret)).toEqual([404, false]);
    await asAdmin((ctx) => unlockAccount(ctx, officerId));
    expect(await gone(secret)).toEqual([404, false]);
    const other = await link({}, 'community');
    const ended = home.people.get(home.signIn('community'))?.officerId ?? '';
    await site.services.migrator.query('update directory.officer set ended_on = $2 where id = $1', [
      ended,
      '2026-05-01',
    ]);
    expect(await gone(other)).toEqual([404, false]);
  });

  it('where the role may have no links any more', async () => {
    const secret = await link({}, 'unit-head');
    await site.services.migrator.query(
      `delete from directory.role_grant where tenant_id = $1 and act = 'planning.calendar-feed.create'
       and role_id = (select id from directory.role where tenant_id = $1 and code = 'unit-head')`,
      [home.tenant.id],
    );
    expect(await gone(secret)).toEqual([404, false]);
  });
});

describe('the page', () => {
  it('makes a link, shows it once, changes and revokes it', async () => {
    const visitor = site.visitor();
    await visitor.signIn(home.signIn('leader'));
    const shown = await visitor.get('/lich/lien-ket');
    expect(shown.text).toContain('Ai có liên kết đều xem được');
    const wrong = await visitor.submit(shown, 'Tạo liên kết', { name: '', kind: 'unit' });
    expect([wrong.status, wrong.value('Lịch hiện gì')]).toEqual([422, 'unit']);
    const done = await visitor.submit(wrong, 'Tạo liên kết', { name: 'Đơn vị tôi' });
    expect(done.heading).toBe('Liên kết lịch đã tạo');
    const address = done.page.querySelector('code')?.textContent ?? '';
    expect(address).toMatch(/^http:\/\/localhost\/lich\/[\w-]{64}\.ics$/);
    expect((await site.app.fetch(new Request(address))).status).toBe(200);
    const list = await visitor.get('/lich/lien-ket');
    expect(list.body).not.toContain(address.slice(-40));
    const renewed = await visitor.submit(list, 'Đổi liên kết: Đơn vị tôi', {});
    expect(renewed.heading).toBe('Liên kết mới của lịch');
    expect((await site.app.fetch(new Request(address))).status).toBe(404);
    const revoked = await visitor.submit(await visitor.get('/lich/lien-ket'), 'Thu hồi: lịch Đơn vị tôi', {});
    expect(revoked.body).toContain('Đã thu hồi liên kết.');
    const other = site.visitor();
    await other.signIn(home.signIn('officer'));
    const { action } = list.form('Thu hồi: lịch Đơn vị tôi');
    expect((await other.post(action, {})).status).toBe(404);
  });

  it('of a task gives its file', async () => {
    const visitor = site.visitor();
    await visitor.signIn(home.signIn('officer'));
    const task = await visitor.get(`/nhiem-vu/${planted.ids[0]}`);
    expect(task.body).toContain(`/nhiem-vu/${planted.ids[0]}/lich.ics`);
    const file = await visitor.get(`/nhiem-vu/${planted.ids[0]}/lich.ics`);
    expect([file.status, file.body.includes('BEGIN:VEVENT')]).toEqual([200, true]);
    expect((await visitor.get(`/nhiem-vu/${planted.ids[3]}/lich.ics`)).status).toBe(404);
  });
});
