import type { Readable } from 'node:stream';

/** By what a content is known: whose it is, and the SHA-256 of its bytes as 64 small hex digits. */
export interface ContentAddress {
  readonly tenantId: string;
  readonly sha256: string;
}

/** Some of the bytes of a content, the first and the last one counted in. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** A content that is held, and since when at least. */
export interface HeldContent {
  readonly sha256: string;
  readonly heldAt: Date;
}

/**
 * Where contents of files are held, each once for a tenant and under its own hash: what is held never changes. A tenant
 * never shares a content with another, so that nobody can tell what others have.
 */
export interface ContentStore {
  /** Bytes of a content; undefined when it is not held. */
  size(address: ContentAddress): Promise<number | undefined>;
  /** Takes a whole file of this machine in under its hash, which the caller has counted; one that is held is left as it is. */
  put(address: ContentAddress, path: string): Promise<void>;
  /** The bytes of a content. Rejects with `ContentMissing` when it is not held. */
  read(address: ContentAddress, range?: ByteRange): Promise<Readable>;
  /** Removes a content; one that is not held is no fault. */
  remove(address: ContentAddress): Promise<void>;
  /** Every content of a tenant, in no order. */
  list(tenantId: string): AsyncIterable<HeldContent>;
}

/** A content that ought to be held is not there. */
export class ContentMissing extends Error {
  override readonly name = 'ContentMissing';
}
