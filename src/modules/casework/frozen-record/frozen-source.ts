import type { ListCount } from '#platform/list/count.server.ts';
import type { FileCell } from '#platform/list/row-file.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceOwner } from '../evidence/owner.server.ts';

/** A row as it is frozen: what stands under each head. */
export type FrozenRow = readonly FileCell[];

/**
 * Something of the product that can be frozen as proof: a list with its filter, or a single record. A module that has
 * such a thing describes it once; freezing knows nothing else about it.
 */
export interface FrozenSource {
  /** How it is kept for good: the address of a list, the kind of a single record. */
  readonly name: string;
  /** False for a single record, which is chosen on its own page and not among the lists. */
  readonly isList: boolean;
  /** Whether this person may take the rows out of it at all; which rows they see is decided row by row. */
  mayFreeze(actor: Actor): boolean;
  title(ctx: Ctx): string;
  /** What one freezing of it is called, where nobody calls it otherwise. */
  titleOf(ctx: Ctx, query: string): Promise<string>;
  /** The filter as it is kept, without what the source does not know. */
  readQuery(query: string): string;
  /** Parts of the filter that the source does not know, as they were written; none where it knows all. */
  unknownIn(query: string): string;
  /** Where the thing itself is seen as it is now. */
  href(query: string): string;
  /** The filter in words, one sentence without an end for each condition. */
  conditions(ctx: Ctx, query: string): Promise<readonly string[]>;
  /** How many rows this person sees now. */
  count(ctx: Ctx, query: string): Promise<ListCount>;
  heads(ctx: Ctx): readonly string[];
  /** The next rows that this person sees, in the order of the filter. */
  next(
    ctx: Ctx,
    query: string,
    after: string | undefined,
    size: number,
  ): Promise<{ readonly rows: readonly FrozenRow[]; readonly after: string | undefined }>;
}

/** What can be frozen, and for which kinds of record: put together where all of them are known. */
export interface FreezingPlace {
  readonly owners: readonly EvidenceOwner[];
  readonly sources: readonly FrozenSource[];
}
