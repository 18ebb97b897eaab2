import type { Expression, SqlBool } from 'kysely';
import type { Crumb } from '#platform/http/reply.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Decision } from '#platform/session/decision.ts';

/** A record as those who write notes on it and follow it need to know it. */
export interface OwnedRecord {
  readonly id: string;
  readonly title: string;
  /** The way from the top to the record, the record itself last. */
  readonly crumbs: readonly Crumb[];
  /** Whether the grant of this act reaches the record for the person who asks. */
  may(act: string): Decision;
  /** Whether somebody else sees the record: whom nobody should be told of it. */
  isSeenBy(actor: Actor): boolean;
}

/**
 * A kind of record on which notes are written and which people follow. Its slice describes it once and gives it the
 * routes (`noteRoutes`, `followRoutes`) and the parts of its page; notes need to know nothing else about it.
 */
export interface RecordOwner {
  /** The kind of the record, as in the audit. */
  readonly kind: string;
  /** The address of the list of such records; that of one is `<path>/<id>`. */
  readonly path: string;
  /** The record for this person; `NotFound` when they may not see it. */
  find(ctx: Ctx, recordId: string): Promise<OwnedRecord>;
  /** The SQL twin of that, over rows aliased `a` with `a.tenant_id`: their `a.record_id` may be seen. */
  visibleTo(actor: Actor): Expression<SqlBool>;
}
