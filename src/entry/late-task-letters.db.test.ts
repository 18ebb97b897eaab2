import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReferenceDays } from '#modules/calendar/index.server.ts';
import { confirmContact } from '#modules/casework/delivery/fixtures.ts';
import {
  digestJobName,
  draftPaper,
  issuePaper,
  remindJobName,
  setChoice,
} from '#modules/casework/index.server.ts';
import { findStanding } from '#modules/directory/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import {
  acceptTask,
  enterTaskFromAbove,
  paperSources,
  startPaper,
  startTask,
} from '#modules/planning/index.server.ts';
import { reminderRows } from '#modules/workbench/reminder/listed.server.ts';
import { addDays, type PlainDate, plainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { smtpSender } from '#platform/mail/smtp-sender.ts';
import { startMailServer, type TestMailServer } from '#platform/mail/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import { loadDemoOnce } from './demo/demo.ts';
import { jobs } from './modules.ts';
import { taskList } from './worker.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: StandingTenant;
let mail: TestMailServer;
let sender: ReturnType<typeof smtpSender>;
let taskId: string;
let now = new Date('2026-04-15T08:00:00+07:00');

/** A Tuesday; the Monday before, a weekend, and the Thursday and Friday after are days off. */
const due = plainDate('2026-04-28');
const days = { first: plainDate('2026-04-20'), last: plainDate('2026-05-14') };
const off = ['04-25', '04-26', '04-27', '04-30', '05-01', '05-02', '05-03', '05-09', '05-10'];
const culture = 'Phòng Văn hóa - Xã hội';
const title = 'Báo cáo việc cắt giảm hồ sơ giấy (demo)';
const people = { doer: 'daumoi', head: 'truongphong', deputy: 'lanhdao', chair: 'chutich' } as const;
type Part = keyof typeof people;

const signIn = (part: Part) => `dongky.${people[part]}`;
const address = (part: Part) => `${people[part]}@dongky.example.vn`;
const officer = (part: Part) => {
  const officerId = home.people.get(signIn(part))?.officerId;
  if (!officerId) throw new Error(`nobody is ${part}`);
  return officerId;
};
const as = <Result>(part: Part, deed: (ctx: Ctx) => Promise<Result>) => home.as(signIn(part), 'write', deed);
const at = (day: PlainDate, time: string) => {
  now = new Date(`${day}T${time}:00+07:00`);
};

beforeAll(async () => {
  mail = await startMailServer();
  sender = smtpSender(mail.url, 'Sáu Rõ <sauro@xa.example.vn>');
  const clock = { now: () => now, today: () => plainDateAt(now) };
  services = {
    ...(await testServices()),
    clock,
    senders: { mail: sender, sms: null, zalo: zaloPlaces },
  };
  await asOwner(services.migrator, loadReferenceDays);
  await loadDemoOnce(services);
  const found = await findStanding(services, 'dong-ky');
  if (!found) throw new Error('the demo has no commune Đồng Kỳ');
  home = found;
}, 300_000);

afterAll(async () => {
  await sender.close();
  mail.stop();
});

/** Does a job of the clock as the worker does it. */
async function work(name: string, payload: object = {}): Promise<void> {
  const task = taskList(services, jobs, new AbortController().signal)[name];
  await task?.({ ...payload, tenantId: home.tenant.id }, { job: { id: '1' } } as never);
}

/** Does what this office has left in the queue and whose time has come, until nothing is left. */
async function workOff(): Promise<void> {
  for (;;) {
    const { rows } = await services.migrator.query<{ name: string; payload: object }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and j.payload->>'tenantId' = $1
         and (j.run_at <= $2 or j.run_at between now() - interval '1 hour' and now() + interval '1 minute')
       returning t.identifier as name, j.payload`,
      [home.tenant.id, now],
    );
    if (rows.length === 0) return;
    for (const { name, payload } of rows) await work(name, payload);
  }
}

interface Arrived {
  readonly on: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

async function arrived(): Promise<Arrived[]> {
  const letters: Arrived[] = [];
  while (mail.waiting() > 0) {
    const { to, raw } = await mail.next();
    const { subject = '', text = '', messageId = '' } = await PostalMime.parse(raw);
    letters.push({ on: plainDateAt(now), to: to.join(), subject, text, messageId });
  }
  return letters;
}

/** The ledger's lines about the task, as the deputy in charge sees them, in the order of the days. */
async function ledger() {
  const filter = { search: '', clauses: [], sort: { by: 'luc', isDown: false } };
  const { rows } = await as('deputy', (ctx) => reminderRows.next(ctx, filter, undefined, 1_000));
  return rows.filter((one) => one.recordId === taskId);
}

describe('a task of the demo commune that runs late', () => {
  const letters: Arrived[] = [];

  it('is given by the focal officer to herself, who is told three days and one day before as she chose', async () => {
    await as('doer', async (ctx) => {
      const layer = { layer: 'person', officerId: officer('doer') } as const;
      const chosen = await setChoice(ctx, layer, { chosen: { daysBefore: [3, 1] }, version: 0 });
      expect(chosen.ok).toBe(true);
      const entered = await enterTaskFromAbove(
        ctx,
        {
          title,
          issuer: 'Ủy ban nhân dân tỉnh (demo)',
          number: '1401/UBND-NC',
          on: plainDate('2026-04-14'),
          product: 'Báo cáo (demo)',
          dueText: null,
          dueOn: due,
          leadUnitId: home.units.get(culture) ?? null,
          coordinatingUnitIds: [],
          assigneeId: officer('doer'),
          approverId: officer('deputy'),
        },
        false,
      );
      if (!entered.ok) throw new Error(entered.code);
      taskId = entered.value;
      await acceptTask(ctx, taskId, { version: 2 });
      await startTask(ctx, taskId, { version: 3 });
    });
    for (const part of Object.keys(people) as Part[]) await confirmContact(home, signIn(part), address(part));
    await workOff();
    await arrived();
  });

  it('is told by letters that go out once, to the right person, in the hours and on the days of the office', async () => {
    for (let day = days.first; day <= days.last; day = addDays(day, 1)) {
      at(day, '04:30');
      await work(remindJobName);
      await work(remindJobName);
      await workOff();
      // Nothing leaves the house before the quiet hours end.
      expect(await arrived()).toEqual([]);
      for (const time of ['06:30', '07:15']) {
        at(day, time);
        for (const _ of [1, 2]) await work(digestJobName);
        await workOff();
        letters.push(...(await arrived()));
      }
    }
    expect(letters.filter((one) => off.includes(one.on.slice(5)))).toEqual([]);
    expect(new Set(letters.map((one) => one.messageId)).size).toBe(letters.length);

    const about = letters.filter((one) => one.subject.includes(title) || one.text.includes(title));
    const atOnce = about.filter((one) => one.subject.startsWith('Báo lên'));
    expect(atOnce.map((one) => [one.on, one.to])).toEqual([
      ['2026-04-29', address('doer')],
      ['2026-05-05', address('head')],
      ['2026-05-07', address('deputy')],
      ['2026-05-14', address('chair')],
    ]);
    const mornings = about.filter((one) => !atOnce.includes(one));
    expect(mornings.filter((one) => one.to === address('doer')).map((one) => one.on)).toEqual(
      expect.arrayContaining([
        '2026-04-22',
        '2026-04-24',
        '2026-04-28',
        '2026-05-04',
        '2026-05-06',
        '2026-05-08',
        '2026-05-12',
        '2026-05-14',
      ]),
    );
    // Nobody gets more than one letter of a morning.
    const each = mornings.map((one) => `${one.to} ${one.on}`);
    expect(new Set(each).size).toBe(each.length);
  }, 300_000);

  it('stands in the ledger, each line once, at the right person, with its letter sent', async () => {
    const names = new Map([...home.people.values()].map((one) => [one.officerId, one.name]));
    const name = (part: Part) => names.get(officer(part));
    const lines = await ledger();
    expect(lines.map((one) => [one.onDate, one.step, one.daysLate, one.officerName])).toEqual(
      expect.arrayContaining([
        ['2026-04-22', 'before-3', -3, name('doer')],
        ['2026-04-24', 'before-1', -1, name('doer')],
        ['2026-04-28', 'on-the-day', 0, name('doer')],
        ['2026-04-29', 'escalated-officer', 1, name('doer')],
        ['2026-05-04', 'late-2', 2, name('doer')],
        ['2026-05-05', 'escalated-unit-head', 3, name('head')],
        ['2026-05-06', 'late-4', 4, name('doer')],
        ['2026-05-07', 'escalated-vice-chair', 5, name('deputy')],
        ['2026-05-08', 'late-6', 6, name('doer')],
        ['2026-05-12', 'late-8', 8, name('doer')],
        ['2026-05-14', 'late-10', 10, name('doer')],
        ['2026-05-14', 'escalated-chair', 10, name('chair')],
      ]),
    );
    expect(lines).toHaveLength(12);
    const letterStates = lines.map((one) => one.letters.map(({ channel, state }) => `${channel} ${state}`));
    expect(letterStates).toEqual(lines.map(() => ['mail sent']));
  });

  it('is chased by a paper to the unit with the facts of that day', async () => {
    at(days.last, '10:00');
    const source = paperSources.find((one) => one.kind === 'reminder-letter');
    if (!source) throw new Error('no letters of reminding');
    const paperId = await as('doer', async (ctx) => {
      const begun = await startPaper(ctx, 'reminder-letter');
      const unit = home.units.get(culture) ?? '';
      const asked = { ...begun.asked, unitIds: [unit], answerBy: plainDate('2026-05-20') };
      const made = await draftPaper(ctx, source, { ...begun, asked });
      if (!made.ok) throw new Error(made.code);
      return made.value;
    });
    const issued = await as('deputy', (ctx) =>
      issuePaper(ctx, source, paperId, { note: '', on: days.last, version: 1 }),
    );
    expect(issued.ok).toBe(true);
    const { rows } = await services.migrator.query<{ content: unknown }>(
      'select paper as content from casework.issued_paper where tenant_id = $1 and id = $2',
      [home.tenant.id, paperId],
    );
    const row = rowOf(rows[0]?.content, title);
    expect(row).toContain('28/04/2026');
    expect(row).toContain('10 ngày làm việc');
    expect(JSON.stringify(rows[0]?.content)).toContain(culture);
  });
});

/** The row of a table that says a text, all its cells together. */
function rowOf(content: unknown, said: string): string {
  if (content === null || typeof content !== 'object') return '';
  const parts = Object.values(content);
  const inside = parts.map((part) => rowOf(part, said)).find((found) => found !== '');
  if (inside) return inside;
  const all = JSON.stringify(content);
  return Array.isArray(content) && all.includes(said) && all.includes('28/04/2026') ? all : '';
}
