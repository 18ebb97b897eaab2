import ICAL from 'ical.js';
import { beforeAll, expect, it } from 'vitest';
import { issuePaper } from '#modules/casework/index.server.ts';
import { withdrawPaper } from '#modules/casework/issued-paper/issue.server.ts';
import { issuedPaperLink } from '#modules/casework/links.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { testSite } from '../../../entry/testing.ts';
import { draftTestPaper, testSource } from '../chasing-paper/fixtures.ts';
import { meetingFileLink } from '../links.ts';
import { plantTasks } from '../task/fixtures.ts';
import type { FeedKind } from './calendar-feed.ts';
import { createFeed } from './commands.server.ts';

const moment = new Date('2026-05-12T10:30:00+07:00');
const clock = { now: () => moment, today: () => plainDateAt(moment) };
const meeting = { on: plainDate('2026-05-15'), time: '8 giờ 30', place: 'Phòng họp A', chair: 'Bà Tâm' };
const source = testSource('late-agenda');
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let paperId: string;

const as = <Result>(role: BuiltInRole, deed: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', deed);

beforeAll(async () => {
  site = await testSite({ clock });
  home = await testTenant(site.services);
  const leadUnitId = home.people.get(home.signIn('officer'))?.unitIds[0] ?? null;
  await as('focal', (ctx) => plantTasks(ctx, [{ title: 'Việc chậm', leadUnitId, dueOn: '2026-04-15' }]));
  paperId = await as('focal', (ctx) => draftTestPaper(ctx, 'late-agenda', { meeting }));
});

/** The meeting as a parser that is not ours reads it in a feed; undefined where it is not there. */
async function meetingIn(role: BuiltInRole, kind: FeedKind) {
  const feed = { name: `${kind} ${Math.random()}`, kind, planId: null, viewId: null };
  const made = await home.asProven(home.signIn(role), (ctx) => createFeed(ctx, feed));
  if (!made.ok) throw new Error(made.code);
  const said = await site.app.fetch(new Request(`http://localhost/lich/${made.value}.ics`));
  expect(said.status).toBe(200);
  return read(await said.text());
}

function read(file: string) {
  const parsed = ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0];
  const calendar = new ICAL.Component(parsed);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const found = calendar
    .getAllSubcomponents('vevent')
    .map((event) => ({ event: new ICAL.Event(event), status: event.getFirstPropertyValue('status') }))
    .find(({ event }) => event.uid.startsWith(paperId));
  return (
    found && {
      begins: found.event.startDate.toJSDate().toISOString(),
      location: found.event.location,
      status: found.status,
      words: `${found.event.summary} ${found.event.description}`,
    }
  );
}

it('is in no calendar before its agenda is issued', async () => {
  expect(await meetingIn('officer', 'unit')).toBeUndefined();
  const visitor = site.visitor();
  await visitor.signIn(home.signIn('focal'));
  expect((await visitor.get(meetingFileLink(paperId))).status).toBe(404);
});

it('is in the calendars of the unit that was called, with hour and place, and names nobody', async () => {
  const given = { note: '', on: plainDateAt(moment), version: 1 };
  expect((await as('leader', (ctx) => issuePaper(ctx, source, paperId, given))).ok).toBe(true);
  for (const kind of ['own', 'unit'] as const) {
    const found = await meetingIn('officer', kind);
    expect(found).toMatchObject({
      begins: '2026-05-15T01:30:00.000Z',
      location: 'Phòng họp A',
      status: 'CONFIRMED',
    });
    expect(found?.words).not.toContain('Bà Tâm');
  }
  // Who drafted it is called too; another unit, and a calendar of something else, is not.
  expect(await meetingIn('focal', 'own')).toBeDefined();
  expect(await meetingIn('clerk', 'unit')).toBeUndefined();
  expect(await meetingIn('officer', 'reports')).toBeUndefined();
});

it('is brought into a calendar from the page of its paper', async () => {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn('officer'));
  expect((await visitor.get(issuedPaperLink(paperId))).body).toContain(meetingFileLink(paperId));
  const file = await visitor.get(meetingFileLink(paperId));
  expect(file.status).toBe(200);
  expect(read(file.body)?.begins).toBe('2026-05-15T01:30:00.000Z');
  const stranger = site.visitor();
  await stranger.signIn(home.signIn('clerk'));
  expect((await stranger.get(meetingFileLink(paperId))).status).toBe(404);
});

it('is called off where its paper is taken back', async () => {
  const { version } = await as('leader', (ctx) =>
    ctx.db
      .selectFrom('casework.issued_paper')
      .select('version')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', paperId)
      .executeTakeFirstOrThrow(),
  );
  const ended = await as('leader', (ctx) =>
    withdrawPaper(ctx, source, paperId, { reason: 'Hoãn họp', version }),
  );
  expect(ended.ok).toBe(true);
  expect(await meetingIn('officer', 'unit')).toMatchObject({ status: 'CANCELLED' });
});
