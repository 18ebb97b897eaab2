import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { NoticeSource } from '../notice/notice-source.server.ts';
import type { DigestLine, DigestPart, DigestReader } from './digest.ts';

/** Work of one kind that letters of the morning tell of. Its module hands it on; the letter needs to know nothing else. */
export interface DigestSource {
  /** In the order in which letters have them. */
  readonly parts: readonly DigestPart[];
  /** What each of these people is told of on a day, in few statements however many they are. */
  linesFor(
    ctx: Ctx,
    readers: readonly DigestReader[],
    today: PlainDate,
  ): Promise<ReadonlyMap<Id<'officer'>, readonly DigestLine[]>>;
}

/** What letters are made of: work of every kind, then news that has not been read. */
export interface DigestPlace {
  readonly sources: readonly DigestSource[];
  readonly notices: readonly NoticeSource[];
  /** Where a notice is opened. */
  noticeLink(noticeId: string): string;
}
