import { Readable } from 'node:stream';
import type { FilePlace } from '#platform/files/file-place.ts';
import { discardStaged, stageContent } from '#platform/files/stage-content.ts';
import { contentOfPart } from './archive-format.ts';
import { type ArchiveEntry, type CheckedArchive, damaged, readEntries } from './read-archive.ts';

/**
 * Gives the store the contents of a backup that it does not hold already. Each is gathered, hashed and compared before
 * the store gets it; nothing that the store holds is changed or removed.
 */
export async function restoreContents(
  archive: CheckedArchive,
  { staging, store }: Pick<FilePlace, 'staging' | 'store'>,
): Promise<void> {
  const wanted = new Map(
    archive.seal.contents
      .filter(({ isWhole }) => isWhole)
      .map((content) => [`${content.tenantId}/${content.sha256}`, content]),
  );
  for await (const { key, parts } of new ContentReader(readEntries(archive.path)).contents()) {
    const content = wanted.get(key);
    if (!content || (await store.size(content)) === content.bytes) continue;
    const staged = await stageContent(staging, Readable.from(parts, { objectMode: false }), content.bytes);
    try {
      if (staged.sha256 !== content.sha256) throw damaged(archive.path);
      // What is held under this name and is of another size was broken before.
      await store.remove(content);
      await store.put(content, staged.path);
    } finally {
      await discardStaged(staged.path);
    }
  }
}

/** Gives the contents of an archive one after the other, each with its parts, which need not be read. */
class ContentReader {
  readonly #entries: AsyncGenerator<ArchiveEntry, void>;
  #next: ArchiveEntry | undefined;

  constructor(entries: AsyncGenerator<ArchiveEntry, void>) {
    this.#entries = entries;
  }

  async *contents(): AsyncGenerator<{ key: string; parts: AsyncGenerator<Buffer, void> }, void> {
    for (let entry = await this.#peek(); entry; entry = await this.#peek()) {
      const key = contentOfPart(entry.name);
      if (key === undefined) this.#next = undefined;
      else {
        yield { key, parts: this.#partsOf(key) };
        await this.#skip(key);
      }
    }
  }

  async *#partsOf(key: string): AsyncGenerator<Buffer, void> {
    for (let entry = await this.#peek(); isPartOf(entry, key); entry = await this.#peek()) {
      this.#next = undefined;
      yield entry.content;
    }
  }

  async #skip(key: string): Promise<void> {
    while (isPartOf(await this.#peek(), key)) this.#next = undefined;
  }

  async #peek(): Promise<ArchiveEntry | undefined> {
    if (!this.#next) {
      const step = await this.#entries.next();
      this.#next = step.done ? undefined : step.value;
    }
    return this.#next;
  }
}

function isPartOf(entry: ArchiveEntry | undefined, key: string): entry is ArchiveEntry {
  return entry !== undefined && contentOfPart(entry.name) === key;
}
