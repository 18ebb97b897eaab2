import type { ListCount } from '#platform/list/count.server.ts';
import type { FileCell } from '#platform/list/row-file.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceOwner } from '../evidence/owner.server.ts';

/** A row as it is frozen: what stands under each head. */
export type FrozenRow = readonly FileCell[];

/** What lists and single records have in common as things that can be frozen. */
interface Freezable {
  /** How it is kept for good: the address of a list, the kind of a single record. */
  readonly name: string;
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

/** A list with its filter. */
export interface FrozenList extends Freezable {
  readonly isList: true;
}

/**
 * A kind of single record, whose rows are what it says: a label and its content each. The query is its id; whatever reads
 * a record that this person may not see, or that is no proof yet, throws `NotFound`.
 */
export interface FrozenSingle extends Freezable {
  readonly isList: false;
  /** Records of the kind that this person sees, by number or title; without a search what comes first in their list. */
  candidates(ctx: Ctx, search: string): Promise<readonly Candidate[]>;
}

/** A record that can be chosen. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/**
 * Something of the product that can be frozen as proof: a list with its filter, or a single record. A module that has
 * such a thing describes it once; freezing knows nothing else about it.
 */
export type FrozenSource = FrozenList | FrozenSingle;

/** What can be frozen, and for which kinds of record: put together where all of them are known. */
export interface FreezingPlace {
  readonly owners: readonly EvidenceOwner[];
  readonly sources: readonly FrozenSource[];
}
