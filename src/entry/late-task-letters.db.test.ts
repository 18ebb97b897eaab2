import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReferenceDays } from '#modules/calendar/index.server.ts';
import { confirmContact } from '#modules/casework/delivery/fixtures.ts';
import { digestJobName, issuePaper, remindJobName } from '#modules/casework/index.server.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { draftTestPaper, testSource } from '#modules/planning/chasing-paper/fixtures.ts';
import { plantLateTask } from '#modules/planning/escalation/fixtures.ts';
import { reminderRows } from '#modules/workbench/reminder/listed.server.ts';
import { addDays, type PlainDate, plainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { smtpSender } from '#platform/mail/smtp-sender.ts';
import { startMailServer, type TestMailServer } from '#platform/mail/testing.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { jobs } from './modules.ts';
import { taskList } from './worker.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let mail: TestMailServer;
let sender: ReturnType<typeof smtpSender>;
let now = new Date('2026-04-20T04:00:00+07:00');

const days = { first: plainDate('2026-04-20'), last: plainDate('2026-05-14') };
const told: readonly BuiltInRole[] = ['focal', 'unit-head', 'auditor', 'leader'];

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
  home = await testTenant(services);
});

afterAll(async () => {
  await sender.close();
  mail.stop();
});

const at = (day: PlainDate, time: string) => {
  now = new Date(`${day}T${time}:00+07:00`);
};
const as = <Result>(role: BuiltInRole, deed: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', deed);

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
  readonly raw: string;
}

async function arrived(): Promise<Arrived[]> {
  const letters: Arrived[] = [];
  while (mail.waiting() > 0) {
    const { to, raw } = await mail.next();
    letters.push({
      on: plainDateAt(now),
      to: to.join(),
      subject: decoded(/^Subject: ((?:.|\r?\n )*)/m.exec(raw)?.[1] ?? ''),
      raw,
    });
  }
  return letters;
}

/** Encoded words as a mail program shows them. */
function decoded(words: string): string {
  return words
    .replaceAll(/\r?\n /g, ' ')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString())
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, text: string) =>
      Buffer.from(
        text
          .replaceAll('_', ' ')
          .replaceAll(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString(),
    );
}

describe('a task that runs late', () => {
  const letters: Arrived[] = [];

  it('is told by letters that go out once, in the hours and on the days of the office', async () => {
    at(plainDate('2026-03-02'), '08:00');
    await plantLateTask({
      officer: (role) => home.people.get(home.signIn(role))?.officerId as Id<'officer'>,
      lead: home.people.get(home.signIn('unit-head'))?.unitIds[0] as Id<'unit'>,
      at: (role, day, deed) => {
        at(day, '08:00');
        return as(role, deed);
      },
    });
    for (const role of told) await confirmContact(home, home.signIn(role), `${role}@xa.example.vn`);
    await workOff();
    for (let day = days.first; day <= days.last; day = addDays(day, 1)) {
      at(day, '04:30');
      await work(remindJobName);
      await work(remindJobName);
      await workOff();
      // Nothing leaves the house before the quiet hours end.
      expect(await arrived()).toEqual([]);
      at(day, '06:30');
      await workOff();
      letters.push(...(await arrived()));
      at(day, '07:00');
      for (const _ of [1, 2]) await work(digestJobName);
      await workOff();
      letters.push(...(await arrived()));
    }
    const escalated = letters.filter((one) => one.to !== 'focal@xa.example.vn');
    const atOnce = escalated.filter((one) => one.subject.startsWith('Báo lên'));
    expect(atOnce.map((one) => [one.on, one.to])).toEqual([
      ['2026-05-05', 'unit-head@xa.example.vn'],
      ['2026-05-07', 'auditor@xa.example.vn'],
      ['2026-05-14', 'leader@xa.example.vn'],
    ]);
    const off = [
      '2026-04-25',
      '2026-04-26',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-05-02',
      '2026-05-03',
    ];
    expect(letters.filter((one) => off.includes(one.on))).toEqual([]);
    const ofDoer = letters.filter((one) => one.to === 'focal@xa.example.vn');
    const mornings = ofDoer.filter((one) => !one.subject.startsWith('Báo lên')).map((one) => one.on);
    expect(new Set(mornings).size).toBe(mornings.length);
    expect(mornings).toEqual(
      expect.arrayContaining(['2026-04-22', '2026-04-24', '2026-04-28', '2026-05-04']),
    );
    const numbers = letters.map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1]);
    expect(new Set(numbers).size).toBe(letters.length);
  });

  it('stands in the ledger with when its letters were sent', async () => {
    const { rows } = await as('leader', (ctx) =>
      reminderRows.next(
        ctx,
        { search: '', clauses: [], sort: { by: 'luc', isDown: false } },
        undefined,
        1_000,
      ),
    );
    const escalations = rows.filter((one) => one.step.startsWith('escalated-'));
    expect(
      escalations.map((one) => [one.step, one.letters.map(({ channel, state }) => `${channel} ${state}`)]),
    ).toEqual([
      ['escalated-officer', ['mail sent']],
      ['escalated-unit-head', ['mail sent']],
      ['escalated-vice-chair', ['mail sent']],
      ['escalated-chair', ['mail sent']],
    ]);
    // What went with the letter of the morning was sent too.
    expect(rows.filter((one) => one.letters.length === 0)).toEqual([]);
  });

  it('is chased by a paper with the facts of that day', async () => {
    at(days.last, '10:00');
    const paperId = await as('focal', (ctx) => draftTestPaper(ctx, 'reminder-letter'));
    const issued = await as('leader', (ctx) =>
      issuePaper(ctx, testSource('reminder-letter'), paperId, { note: '', on: days.last, version: 1 }),
    );
    expect(issued.ok).toBe(true);
    const { rows } = await services.migrator.query<{ content: unknown }>(
      'select paper as content from casework.issued_paper where tenant_id = $1',
      [home.tenant.id],
    );
    const text = JSON.stringify(rows[0]?.content);
    expect(text).toContain('Báo cáo cải cách hành chính');
    expect(text).toContain('28/04/2026');
    expect(text).toContain('10 ngày làm việc');
    expect(text).not.toContain('Đã hủy');
  });
});
