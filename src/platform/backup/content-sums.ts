import { createHash, type Hash } from 'node:crypto';
import { contentOfPart, type SealedContent } from './archive-format.ts';

/** Sums up the contents of files in an archive while it is read, each by its own hash. */
export class ContentSums {
  readonly #done = new Map<string, { bytes: number; sha256: string }>();
  #current: { key: string; bytes: number; hash: Hash } | undefined;

  /** Adds an entry; false when it is no part of a content, or one that comes after another content has begun. */
  add(name: string, content: Buffer): boolean {
    const key = contentOfPart(name);
    if (key === undefined) return false;
    if (this.#current?.key !== key) {
      this.#end();
      if (this.#done.has(key)) return false;
      this.#current = { key, bytes: 0, hash: createHash('sha256') };
    }
    this.#current.bytes += content.length;
    this.#current.hash.update(content);
    return true;
  }

  /** Whether everything that the seal calls whole is there and is what its name says, and nothing else is. */
  agreesWith(sealed: readonly SealedContent[]): boolean {
    this.#end();
    const keys = new Set(sealed.map(({ tenantId, sha256 }) => `${tenantId}/${sha256}`));
    return (
      [...this.#done.keys()].every((key) => keys.has(key)) &&
      sealed.every(({ tenantId, sha256, bytes, isWhole }) => {
        const sum = this.#done.get(`${tenantId}/${sha256}`);
        return !isWhole || (sum?.bytes === bytes && sum.sha256 === sha256);
      })
    );
  }

  #end(): void {
    if (!this.#current) return;
    const { key, bytes, hash } = this.#current;
    this.#done.set(key, { bytes, sha256: hash.digest('hex') });
    this.#current = undefined;
  }
}
