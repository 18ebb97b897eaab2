import { sql } from 'kysely';
import { isWorkingDay, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { listActorsOf } from '#modules/directory/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Act, act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import { findReached } from '../contact/reached.server.ts';
import { queueLetters } from '../delivery/queue.server.ts';
import { openWays } from '../delivery/ways.server.ts';
import { effectiveChoices } from '../notice-choice/effective.server.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import { mayGoOutAt } from '../notice-choice/quiet-hours.ts';
import {
  type DigestLine,
  type DigestReader,
  digestChannels,
  type WrittenPart,
  writeParts,
} from './digest.ts';
import { findCarried, recordsIn } from './carried-notices.server.ts';
import type { DigestPlace } from './digest-source.server.ts';
import { letterOf } from './letter.server.ts';
import { newsFor, newsParts } from './news.server.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';

/** How letters leave: where people reach the product, and what sends. */
export interface DigestPost {
  readonly baseUrl: string;
  readonly senders?: Senders | undefined;
}

/** A letter that has been written, before it is kept. */
interface Written {
  readonly reader: DigestReader;
  readonly channel: Channel;
  readonly parts: readonly WrittenPart[];
  /** The records that stand in it. */
  readonly recordIds: readonly string[];
}

/**
 * Writes the letters of this morning for these officers, keeps them and hands them over to be sent, in one transaction
 * and few statements however many they are. Whoever has one already gets none again, and with nothing to say none goes
 * out. Gives how many go out.
 */
export function makeDigests(
  ctx: Ctx,
  place: DigestPlace,
  officerIds: readonly Id<'officer'>[],
  post: DigestPost,
): Promise<Outcome<number, never>> {
  return act<number, never>(ctx, 'casework.digest.make', async (tx) => {
    must(policy.make(ctx.actor));
    const today = ctx.clock.today();
    const readers = await listReaders(ctx, officerIds);
    const lines = await linesOf(ctx, place, readers, today);
    const nameOf = await namesOf(ctx, lines);
    const parts = [...place.sources.flatMap((source) => source.parts), ...newsParts];
    const written = readers.flatMap((reader) =>
      digestChannels(reader.choice).map((channel): Written => {
        const mine = lines.get(reader.officerId) ?? [];
        const said = writeParts(reader, channel, parts, mine, nameOf);
        return { reader, channel, parts: said, recordIds: recordsIn(said, mine) };
      }),
    );
    const kept = await keep(ctx, tx, today, written);
    const count = await handOver(ctx, tx, today, post, kept);
    await tx.audit({
      recordKind: 'digest',
      recordId: ctx.tenant.id,
      before: null,
      after: { on: today, letters: count },
    });
    return done(count);
  });
}

/** Those of the officers who have an account, with what they may do and how they want to be told. */
async function listReaders(ctx: Ctx, officerIds: readonly Id<'officer'>[]): Promise<DigestReader[]> {
  const choices = await effectiveChoices(ctx.db, ctx.tenant.id, officerIds);
  return (await listActorsOf(ctx, officerIds)).flatMap((actor) => {
    const choice = actor.officerId && choices.get(actor.officerId);
    return actor.officerId && choice ? [{ officerId: actor.officerId, actor, choice }] : [];
  });
}

/** What each person is told: the work, then news of records that stand nowhere above in the letter. */
async function linesOf(
  ctx: Ctx,
  place: DigestPlace,
  readers: readonly DigestReader[],
  today: PlainDate,
): Promise<ReadonlyMap<Id<'officer'>, readonly DigestLine[]>> {
  const work: ReadonlyMap<Id<'officer'>, readonly DigestLine[]>[] = [];
  for (const source of place.sources) work.push(await source.linesFor(ctx, readers, today));
  const news = await newsFor(ctx, place, readers);
  return new Map(
    readers.map(({ officerId }) => {
      const told = work.flatMap((one) => one.get(officerId) ?? []);
      const records = new Set(told.map((line) => line.recordId));
      const others = (news.get(officerId) ?? []).filter((line) => !records.has(line.recordId));
      return [officerId, [...told, ...others]];
    }),
  );
}

async function namesOf(
  ctx: Ctx,
  lines: ReadonlyMap<Id<'officer'>, readonly DigestLine[]>,
): Promise<(officerId: Id<'officer'>) => string> {
  const ids = [
    ...new Set([...lines.values()].flatMap((mine) => mine.flatMap((line) => line.insteadOf ?? []))),
  ];
  if (ids.length === 0) return () => '';
  const { rows } = await sql<{ id: string; full_name: string }>`
    select o.id, o.full_name from directory.published_officer o
    where o.tenant_id = ${ctx.tenant.id} and o.id = any(${ids}::uuid[])`.execute(ctx.db);
  const names = new Map(rows.map((row) => [row.id, row.full_name]));
  return (officerId) => names.get(officerId) ?? '';
}

/** Keeps the letters; gives those that nobody has kept before. */
async function keep(
  ctx: Ctx,
  tx: Act,
  today: PlainDate,
  written: readonly Written[],
): Promise<readonly Written[]> {
  const rows = written.map(({ reader, channel, parts }) => ({
    officer_id: reader.officerId,
    channel,
    lang: reader.choice.lang,
    parts,
  }));
  const { rows: kept } = await sql<{ officer_id: string; channel: string }>`
    insert into casework.digest (tenant_id, officer_id, on_date, channel, made_at, lang, parts)
    select ${ctx.tenant.id}::uuid, g.officer_id, ${today}::date, g.channel, ${tx.now}, g.lang, g.parts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as g(officer_id uuid, channel text, lang text, parts jsonb)
    on conflict (tenant_id, officer_id, on_date, channel) do nothing
    returning officer_id, channel`.execute(tx.db);
  const stored = new Set(kept.map((row) => `${row.officer_id} ${row.channel}`));
  return written.filter(({ reader, channel }) => stored.has(`${reader.officerId} ${channel}`));
}

/** Queues what says something for whoever can be reached so, not before the person's quiet hours are over. */
async function handOver(
  ctx: Ctx,
  tx: Act,
  today: PlainDate,
  { baseUrl, senders }: DigestPost,
  kept: readonly Written[],
): Promise<number> {
  const ways = await openWays(ctx, senders);
  const reached = await findReached(
    ctx,
    kept.map(({ reader }) => reader.officerId),
  );
  const calendar = await loadOfficeCalendar(ctx);
  const carried = await findCarried(
    ctx,
    kept.map(({ reader, recordIds }) => ({ officerId: reader.officerId, recordIds })),
  );
  const letters = kept.flatMap(({ reader, channel, parts, recordIds }) => {
    const { officerId, choice } = reader;
    if (parts.length === 0 || !ways.includes(channel) || !reached.has(`${officerId} ${channel}`)) return [];
    const words = letterOf(texts(choice.lang).letter, choice.lang, channel, {
      office: ctx.tenant.name,
      day: today,
      baseUrl,
      parts,
    });
    return [
      {
        officerId,
        channel,
        kind: 'digest' as const,
        words,
        notices: (carried.get(officerId) ?? []).filter((one) => recordIds.includes(one.recordId)),
        notBefore: mayGoOutAt(choice, tx.now, (day) => isWorkingDay(calendar, day)),
        dedupeKey: `digest ${today} ${officerId} ${channel}`,
      },
    ];
  });
  await queueLetters(tx.db, ctx.tenant.id, tx.now, letters);
  return letters.length;
}
