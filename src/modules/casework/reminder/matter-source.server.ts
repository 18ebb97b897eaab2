import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Escalation, Matter } from './reminder.ts';

/**
 * A kind of record with deadlines of which people are reminded. Its slice describes it once, its module hands it on by
 * its door; the morning round needs to know nothing else about it.
 */
export interface MatterSource {
  /** The kind of the record, as in the audit; a kind has one source. */
  readonly recordKind: string;
  /** What is to be reminded of on a day, in sets. Each person's own times say whether that day is one of theirs. */
  mattersOn(ctx: Ctx, today: PlainDate): Promise<readonly Matter[]>;
  /** Whom the office's ladder tells of what is late on a day, in sets; whoever was told already may be named again. */
  escalationsOn?(ctx: Ctx, today: PlainDate): Promise<readonly Escalation[]>;
}
