import { sql } from 'kysely';
import { listActorsOf } from '#modules/directory/index.server.ts';
import type { Id } from '#platform/db/id.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Outgoing } from '#platform/messaging/sender.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { effectiveChoices } from '../notice-choice/effective.server.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import type { NoticeSource } from '../notice/notice-source.server.ts';
import { codeMinutes } from './delivery.ts';
import { type LetterLine, letterWords } from './letter-words.server.ts';
import type { Outcome } from './note-handing.server.ts';
import type { Taken } from './take.server.ts';

/** What letters about notices are made of: the kinds of records, and where a notice is opened. */
export interface LetterParts {
  readonly sources: readonly NoticeSource[];
  /** The address of one notice within the program. */
  noticeLink(noticeId: string): string;
}

/** A letter as it goes out, or why it does not. */
export type Composed = { readonly letter: Taken; readonly out: Outgoing } | Outcome;

/**
 * Writes letters, in few queries however many they are: to whom, and what their notices say now. What has been read
 * meanwhile is not told any more, and of a record that a person may not read any more nothing is said. Whoever has left,
 * or has no address any more, gets no letter.
 */
export async function composeLetters(
  ctx: Ctx,
  parts: LetterParts,
  channel: Channel,
  baseUrl: string,
  letters: readonly Taken[],
): Promise<readonly Composed[]> {
  const officerIds = [...new Set(letters.map((one) => one.officerId))];
  const addresses = await findAddresses(ctx, channel, officerIds);
  const phones = channel === 'zalo' ? await findAddresses(ctx, 'sms', officerIds) : undefined;
  const choices = await effectiveChoices(ctx.db, ctx.tenant.id, officerIds);
  const lines = await findLines(ctx, parts, baseUrl, letters, (id) => choices.get(id)?.lang ?? 'vi');
  const now = ctx.clock.now();
  return letters.map((letter): Composed => {
    const to = letter.address ?? addresses.get(letter.officerId);
    if (to === undefined) return { letter, handed: { came: 'failed', trouble: 'no-address' } };
    const age = now.getTime() - letter.queuedAt.getTime();
    if (letter.kind === 'code' && age > codeMinutes * 60_000)
      return { letter, handed: { came: 'dropped', trouble: 'too-old' } };
    const out = { id: letter.id, to, phone: phones?.get(letter.officerId), at: now };
    if (letter.body !== null)
      return { letter, out: { ...out, subject: letter.subject ?? '', text: letter.body } };
    const mine = lines.get(letter.id);
    if (!mine) return { letter, handed: { came: 'dropped', trouble: 'read-before' } };
    if (mine.length === 0) return { letter, handed: { came: 'dropped', trouble: 'not-readable' } };
    const lang = choices.get(letter.officerId)?.lang ?? 'vi';
    return { letter, out: { ...out, ...letterWords(lang, channel, ctx.tenant.name, mine) } };
  });
}

async function findAddresses(ctx: Ctx, channel: Channel, officerIds: readonly Id<'officer'>[]) {
  const { rows } = await sql<{ officer_id: string; address: string }>`
    select c.officer_id, c.address from casework.contact c
    join directory.published_officer o on o.tenant_id = c.tenant_id and o.id = c.officer_id and o.ended_on is null
    where c.tenant_id = ${ctx.tenant.id} and c.channel = ${channel} and c.confirmed_at is not null
      and c.officer_id = any(${[...officerIds]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.officer_id, row.address]));
}

interface Carried {
  readonly delivery_id: string;
  readonly officer_id: Id<'officer'>;
  readonly id: string;
  readonly kind: string;
  readonly record_kind: string;
  readonly record_id: string;
  readonly note: string;
}

/** By letter, what those of its notices that are unread say to the one whom it goes to, where that person may read it. */
async function findLines(
  ctx: Ctx,
  parts: LetterParts,
  baseUrl: string,
  letters: readonly Taken[],
  langOf: (officerId: Id<'officer'>) => Lang,
): Promise<ReadonlyMap<string, readonly LetterLine[]>> {
  const ids = letters.flatMap((one) => (one.body === null ? one.id : []));
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Carried>`
    select c.delivery_id, n.officer_id, n.id, n.kind, n.record_kind, n.record_id, n.note
    from casework.delivery_notice c
    join casework.notice n on n.tenant_id = c.tenant_id and n.id = c.notice_id and n.at = c.told_at
    where c.tenant_id = ${ctx.tenant.id} and c.delivery_id = any(${ids}::uuid[]) and n.read_at is null
    order by n.at, n.id`.execute(ctx.db);
  const titles = await findTitles(ctx, parts.sources, rows);
  const lines = new Map<string, LetterLine[]>();
  for (const row of rows) {
    const title = titles.get(`${row.officer_id} ${row.record_kind} ${row.record_id}`);
    const source = parts.sources.find((one) => one.recordKind === row.record_kind);
    const mine = lines.get(row.delivery_id) ?? [];
    lines.set(row.delivery_id, mine);
    if (title === undefined || !source) continue;
    const what = source.words(langOf(row.officer_id), row.kind).text;
    const line = { what, title, note: row.note, link: `${baseUrl}${parts.noticeLink(row.id)}` };
    mine.push(line);
  }
  return lines;
}

/** What records are called, by person and record: each reads as the one whom the letter goes to. */
async function findTitles(
  ctx: Ctx,
  sources: readonly NoticeSource[],
  rows: readonly Carried[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  const actors = await listActorsOf(ctx, [...new Set(rows.map((row) => row.officer_id))]);
  for (const actor of actors) {
    for (const source of sources) {
      const ids = rows.flatMap((row) =>
        row.officer_id === actor.officerId && row.record_kind === source.recordKind ? row.record_id : [],
      );
      if (ids.length === 0) continue;
      const found = await source.find({ ...ctx, actor }, [...new Set(ids)]);
      for (const [id, { title }] of found) titles.set(`${actor.officerId} ${source.recordKind} ${id}`, title);
    }
  }
  return titles;
}
