import type { Expression, SqlBool } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/**
 * One kind of record that can be deleted and brought back. A slice that owns such records describes them once, its
 * module hands the description on by its door, and the trash needs to know nothing else.
 */
export interface TrashKind {
  /** The kind of the record, as in the audit. */
  readonly kind: string;
  /** The acts that put such a record into the trash, and the one that brings it back. */
  readonly acts: readonly string[];
  readonly restoreAct: string;
  /** What such a record is called. */
  noun(lang: Lang): string;
  /** The page of the record while it is in the trash; left out where it has none. */
  link?(recordId: string): string;
  /** Which entries this person may see, over `e.record_id` of the trash: the SQL twin of the slice's reading right. */
  visibleTo(actor: Actor): Expression<SqlBool>;
  restore(ctx: Ctx, recordId: string): Promise<Outcome<unknown, string>>;
  /** Why the record cannot come back now. */
  refusal(lang: Lang, code: string): string;
  /**
   * Removes records for good, with all that hangs on them, in sets. Left out where the record stays as history of the
   * office and only the way back by the trash ends.
   */
  purge?(ctx: Ctx, tx: Act, recordIds: readonly string[]): Promise<void>;
}
