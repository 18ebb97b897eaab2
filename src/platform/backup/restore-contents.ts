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
  for await (const { key, parts } of contentsOf(readEntries(archive.path))) {
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

/** The contents of an archive one after the other, each with its parts, which whoever is not interested leaves unread. */
async function* contentsOf(
  entries: AsyncGenerator<ArchiveEntry, void>,
): AsyncGenerator<{ key: string; parts: AsyncGenerator<Buffer, void> }, void> {
  let next: ArchiveEntry | undefined;
  const step = async () => {
    const { done, value } = await entries.next();
    next = done ? undefined : value;
  };
  async function* partsOf(key: string): AsyncGenerator<Buffer, void> {
    while (next && contentOfPart(next.name) === key) {
      yield next.content;
      await step();
    }
  }
  await step();
  while (next) {
    const key = contentOfPart(next.name);
    if (key === undefined) {
      await step();
      continue;
    }
    yield { key, parts: partsOf(key) };
    while (next && contentOfPart(next.name) === key) await step();
  }
}
