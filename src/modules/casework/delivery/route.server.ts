import { sql } from 'kysely';
import { isWorkingDay, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { findReached } from '../contact/reached.server.ts';
import { effectiveChoices } from '../notice-choice/effective.server.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import { mayGoOutAt } from '../notice-choice/quiet-hours.ts';
import type { NoticeSource } from '../notice/notice-source.server.ts';
import type { NewLetter } from './delivery.ts';
import { queueLetters } from './queue.server.ts';

/** A notice as it was told: told anew, it is another matter. */
export interface ToldNotice {
  readonly id: string;
  readonly at: string;
}

interface Told {
  readonly id: string;
  readonly at: Date;
  readonly officer_id: Id<'officer'>;
  readonly kind: string;
  readonly record_kind: string;
}

/**
 * Makes letters of notices that are still unread: for each officer and way one, with all that this person wants to be
 * told of by it at once. Who has confirmed no address for a way gets nothing by it. Running it again makes nothing more.
 */
export async function routeNotices(
  ctx: Ctx,
  sources: readonly NoticeSource[],
  ways: readonly Channel[],
  given: readonly ToldNotice[],
): Promise<number> {
  const { writer } = ctx;
  if (!writer) throw new Error('letters are made in a writing step');
  const told = await findUnread(ctx, given);
  const officerIds = [...new Set(told.map((one) => one.officer_id))];
  if (officerIds.length === 0 || ways.length === 0) return 0;
  const choices = await effectiveChoices(ctx.db, ctx.tenant.id, officerIds);
  const reached = await findReached(ctx, officerIds);
  const calendar = await loadOfficeCalendar(ctx);
  const groupOf = new Map(sources.map((source) => [source.recordKind, source]));
  const now = ctx.clock.now();
  const letters = officerIds.flatMap((officerId) => {
    const choice = choices.get(officerId);
    if (!choice) return [];
    const mine = told.filter((one) => one.officer_id === officerId);
    return ways
      .filter((channel) => reached.has(`${officerId} ${channel}`))
      .flatMap((channel): NewLetter[] => {
        const notices = mine.filter((one) => {
          const group = groupOf.get(one.record_kind)?.group(one.kind);
          return group !== undefined && choice.when[group][channel] === 'now';
        });
        const [first] = notices;
        if (!first) return [];
        return [
          {
            officerId,
            channel,
            kind: 'notices',
            notices: notices.map(({ id, at }) => ({ id, at })),
            notBefore: mayGoOutAt(choice, now, (day) => isWorkingDay(calendar, day)),
            dedupeKey: `notices ${first.id} ${first.at.getTime()} ${channel}`,
          },
        ];
      });
  });
  return queueLetters(writer, ctx.tenant.id, now, letters);
}

/** Those of the notices that are unread, without those that a letter carries already. */
async function findUnread(ctx: Ctx, given: readonly ToldNotice[]): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select n.id, n.at, n.officer_id, n.kind, n.record_kind
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(id uuid, at timestamptz)
    join casework.notice n on n.tenant_id = ${ctx.tenant.id} and n.id = g.id and n.at = g.at
    where n.read_at is null
      and not exists (select from casework.delivery_notice c
        where c.tenant_id = n.tenant_id and c.notice_id = n.id and c.told_at = n.at)
    order by n.at, n.id`.execute(ctx.db);
  return rows;
}
