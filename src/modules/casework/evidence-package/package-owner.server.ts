import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceOwner } from '../evidence/owner.server.ts';

/** A record as a package names it. */
export interface PackedRecord {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** The unit that answers for it. */
  readonly unit: string | null;
}

/** A kind of record whose evidence can be taken along, besides what its evidence knows of it. */
export interface PackageOwner {
  readonly owner: EvidenceOwner;
  /** What all of a filter is called, such as "Nhiệm vụ". */
  title(ctx: Ctx): string;
  /** One record; `NotFound` for who may not see it. */
  find(ctx: Ctx, recordId: string): Promise<PackedRecord>;
  /** How many records of the filter this person sees. */
  count(ctx: Ctx, query: string): Promise<number>;
  /** The filter as it stands in addresses, without what the list does not know. */
  readQuery(query: URLSearchParams): string;
  /** The next records of the filter that this person sees; `after` as the last batch gave it. */
  next(
    ctx: Ctx,
    query: string,
    after: string | undefined,
    size: number,
  ): Promise<{ readonly rows: readonly PackedRecord[]; readonly after: string | undefined }>;
}
