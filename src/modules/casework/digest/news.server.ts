import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type NoticeGroup, noticeGroups } from '../notice-choice/notice-choice.ts';
import type { DigestLine, DigestPart, DigestReader } from './digest.ts';
import type { DigestPlace } from './digest-source.server.ts';
import { texts } from './texts.ts';

/** Before the first letter of a person, news of so many days stands in it. */
const firstLookDays = 3;

/** News of a group is a part of its own; what is due stands in the parts about work itself. */
const newsGroups = noticeGroups.filter((group) => group !== 'reminder');

/** The parts of a letter with news that has not been read, one for each group. */
export const newsParts: readonly DigestPart[] = newsGroups.map((group) => ({
  key: partOf(group),
  group,
  title: (lang) => texts(lang).news[group],
}));

interface NewsRow {
  readonly officer_id: Id<'officer'>;
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly record_kind: string;
  readonly record_id: string;
  readonly actor_name: string;
  readonly instead_of_id: Id<'officer'> | null;
}

/**
 * What these people have not read of what they were told since their last letter: what happened, by whom and when. What
 * the record is called stands behind the link, for whoever may still read it.
 */
export async function newsFor(
  ctx: Ctx,
  place: DigestPlace,
  readers: readonly DigestReader[],
): Promise<ReadonlyMap<Id<'officer'>, readonly DigestLine[]>> {
  const { rows } = await sql<NewsRow>`
    with last as (
      select d.officer_id, max(d.made_at) as at from casework.digest d
      where d.tenant_id = ${ctx.tenant.id} and d.officer_id = any(${readers.map((one) => one.officerId)}::uuid[])
      group by d.officer_id)
    select n.officer_id, n.id, n.at, n.kind, n.record_kind, n.record_id, n.actor_name, n.instead_of_id
    from casework.notice n
    left join last on last.officer_id = n.officer_id
    where n.tenant_id = ${ctx.tenant.id} and n.officer_id = any(${readers.map((one) => one.officerId)}::uuid[])
      and n.read_at is null and n.at <= ${ctx.clock.now()}
      and n.at > coalesce(last.at, ${ctx.clock.now()}::timestamptz - make_interval(days => ${firstLookDays}))
    order by n.at desc, n.id desc`.execute(ctx.db);
  const sources = new Map(place.notices.map((source) => [source.recordKind, source]));
  const news = new Map<Id<'officer'>, DigestLine[]>();
  for (const row of rows) {
    const source = sources.get(row.record_kind);
    if (!source) continue;
    const line: DigestLine = {
      part: partOf(source.group(row.kind)),
      recordId: row.record_id,
      href: place.noticeLink(row.id),
      insteadOf: row.instead_of_id,
      text: (lang) =>
        texts(lang).newsLine(source.words(lang, row.kind).text, row.actor_name, formatInstant(lang, row.at)),
    };
    const mine = news.get(row.officer_id);
    if (mine) mine.push(line);
    else news.set(row.officer_id, [line]);
  }
  return news;
}

function partOf(group: NoticeGroup): string {
  return `news-${group}`;
}
