import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Handed } from '#platform/messaging/sender.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import { sendAgain, tryChannel } from './commands.server.ts';
import { confirmContact } from './fixtures.ts';
import { deliveryJobs } from './jobs.server.ts';
import { queueLetters, sendJobName } from './queue.server.ts';
import { listChannels } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let officerId: Id<'officer'>;
let moment = new Date('2026-05-12T08:00:00+07:00');
let answer: (subject: string) => Handed;
let sent: string[] = [];
let queued = 0;

const accepted: Handed = { came: 'accepted', providerId: null };
const closed: Handed = { came: 'passing', trouble: 'no-connection', ofAll: true };

beforeAll(async () => {
  services = {
    ...(await testServices()),
    clock: { now: () => moment, today: () => plainDateAt(moment) },
    senders: {
      mail: {
        send: ({ subject }) => {
          sent.push(subject);
          return Promise.resolve(answer(subject));
        },
        close: () => Promise.resolve(),
      },
      sms: null,
      zalo: zaloPlaces,
    },
  };
  home = await testTenant(services);
  away = await testTenant(services);
  officerId = (await confirmContact(home, home.signIn('officer'), 'mai@xa.example.vn')) as Id<'officer'>;
});

beforeEach(async () => {
  answer = () => accepted;
  sent = [];
  await services.migrator.query('delete from casework.delivery; delete from casework.channel_state');
});

const later = (seconds: number) => {
  moment = new Date(moment.getTime() + seconds * 1_000);
};
const asAdmin = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('admin'), 'write', work);
const queue = (...subjects: string[]) =>
  asAdmin((ctx) => {
    if (!ctx.writer) throw new Error('queued in a writing step');
    return queueLetters(
      ctx.writer,
      ctx.tenant.id,
      moment,
      subjects.map((subject) => ({
        officerId,
        channel: 'mail',
        kind: 'digest',
        words: { subject, text: 'x' },
        notBefore: moment,
        dedupeKey: `${(queued += 1)} ${subject}`,
      })),
    );
  });

/** Does what the worker does once. */
async function runWorker(): Promise<void> {
  const job = deliveryJobs({ sources: [], noticeLink: (id) => id }).find(({ name }) => name === sendJobName);
  const occasion = {
    tenant: home.tenant,
    actor: systemActor('delivery', []),
    lang: 'vi' as const,
    requestId: 'thu',
  };
  await job?.run((mode, step) => openCtx(services, mode, occasion, step), { channel: 'mail' }, services);
}

const states = async () => {
  const { rows } = await services.migrator.query<{ id: string; state: string; subject: string | null }>(
    'select id, state, subject from casework.delivery order by queued_at, dedupe_key',
  );
  return rows;
};
const stateNames = async () => (await states()).map((row) => row.state);

describe('letters', () => {
  it('go out once, and what they said is not kept', async () => {
    await queue('a', 'b');
    await runWorker();
    await runWorker();
    expect(sent.sort()).toEqual(['a', 'b']);
    expect(await states()).toMatchObject([
      { state: 'sent', subject: null },
      { state: 'sent', subject: null },
    ]);
  });

  it('rest together while a way is closed, lose no attempt by it, and all go out when it is open again', async () => {
    await queue(...Array.from({ length: 20 }, (_, n) => `thư ${n}`));
    answer = () => closed;
    await runWorker();
    // One round found out; nobody knocks for the others.
    expect(sent).toHaveLength(8);
    await runWorker();
    expect(sent).toHaveLength(8);
    const [mail] = await asAdmin(listChannels);
    expect(mail).toMatchObject({ trouble: 'no-connection', waiting: 20, failed: 0 });
    expect(mail?.failingSince).toEqual(moment);
    later(20);
    answer = () => accepted;
    sent = [];
    await runWorker();
    expect(new Set(sent).size).toBe(20);
    expect(sent).toHaveLength(20);
    expect((await asAdmin(listChannels))[0]).toMatchObject({ failingSince: null, waiting: 0 });
  });

  it('wait for the end of the quiet hours where a way opens again at night', async () => {
    const evening = moment;
    moment = new Date('2026-05-12T19:58:00+07:00');
    answer = () => closed;
    await queue('tối');
    await runWorker();
    expect(await stateNames()).toEqual(['waiting']);
    answer = () => accepted;
    sent = [];
    for (const time of ['2026-05-12T23:00:00+07:00', '2026-05-13T06:29:00+07:00']) {
      moment = new Date(time);
      await runWorker();
    }
    expect(sent).toEqual([]);
    moment = new Date('2026-05-13T06:30:00+07:00');
    await runWorker();
    expect(sent).toEqual(['tối']);
    moment = evening;
  });

  it('that are declined are given up after few tries, while others go out', async () => {
    await queue('xấu', 'tốt');
    answer = (subject) =>
      subject === 'xấu' ? { came: 'declined', trouble: 'no-such-address', detail: '550' } : accepted;
    for (let n = 0; n < 6; n += 1) {
      await runWorker();
      later(3 * 3_600);
    }
    expect(sent.filter((one) => one === 'xấu')).toHaveLength(3);
    expect(sent.filter((one) => one === 'tốt')).toHaveLength(1);
    expect((await stateNames()).sort()).toEqual(['failed', 'sent']);
  });

  it('of which nobody knows are not sent again by themselves, and once by who says so', async () => {
    await queue('a');
    answer = () => ({ came: 'unknown', trouble: 'lost-in-between' });
    await runWorker();
    later(3 * 24 * 3_600);
    await runWorker();
    expect(sent).toEqual(['a']);
    const [letter] = await states();
    expect(letter).toMatchObject({ state: 'uncertain', subject: 'a' });
    answer = () => accepted;
    const id = letter?.id ?? '';
    expect(await asAdmin((ctx) => sendAgain(ctx, id))).toMatchObject({ ok: true });
    expect(await asAdmin((ctx) => sendAgain(ctx, id))).toMatchObject({ code: 'wrong-state' });
    await runWorker();
    expect(sent).toEqual(['a', 'a']);
    const elsewhere = away.as(away.signIn('admin'), 'write', (ctx) => sendAgain(ctx, id));
    await expect(elsewhere).rejects.toBeInstanceOf(NotFound);
  });

  it('are not begun before their time, and to nobody without an address', async () => {
    await asAdmin((ctx) => {
      if (!ctx.writer) throw new Error('queued in a writing step');
      const one = { channel: 'mail', kind: 'digest', words: { subject: 's', text: 'x' } } as const;
      const clerk = home.people.get(home.signIn('clerk'))?.officerId as Id<'officer'>;
      return queueLetters(ctx.writer, ctx.tenant.id, moment, [
        { ...one, officerId, notBefore: new Date(moment.getTime() + 60_000), dedupeKey: 'sau' },
        { ...one, officerId: clerk, notBefore: moment, dedupeKey: 'không nơi nhận' },
      ]);
    });
    await runWorker();
    expect(sent).toEqual([]);
    expect((await stateNames()).sort()).toEqual(['failed', 'waiting']);
    later(61);
    await runWorker();
    expect(sent).toEqual(['s']);
  });
});

it('a trial goes to whoever asks for it, by a way that is set up and to a confirmed address', async () => {
  expect(await asAdmin((ctx) => tryChannel(ctx, 'sms'))).toMatchObject({ code: 'not-set-up' });
  expect(await asAdmin((ctx) => tryChannel(ctx, 'mail'))).toMatchObject({ code: 'no-own-address' });
  await confirmContact(home, home.signIn('admin'), 'quan-tri@xa.example.vn');
  expect(await asAdmin((ctx) => tryChannel(ctx, 'mail'))).toMatchObject({ ok: true });
  await runWorker();
  expect(sent).toEqual(['Thư thử của Sáu Rõ']);
});
