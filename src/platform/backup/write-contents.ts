import { createHash } from 'node:crypto';
import { ContentMissing, type ContentStore } from '#platform/files/content-store.ts';
import { contentPartName, type SealedContent } from './archive-format.ts';
import type { ToldContent } from './contents.server.ts';
import type { ArchiveWriter } from './write-archive.ts';

const partBytes = 4 * 1024 * 1024;

/**
 * Adds contents of files to an archive, in parts, one in memory at a time, and says of each whether it was whole: a file
 * that was lost or changed before must not keep all others from being saved.
 */
export async function writeContents(
  archive: ArchiveWriter,
  store: ContentStore,
  told: readonly ToldContent[],
): Promise<SealedContent[]> {
  const sealed: SealedContent[] = [];
  for (const content of told)
    sealed.push({ ...content, isWhole: await writeContent(archive, store, content) });
  return sealed;
}

async function writeContent(
  archive: ArchiveWriter,
  store: ContentStore,
  { tenantId, sha256, bytes }: ToldContent,
): Promise<boolean> {
  const hash = createHash('sha256');
  let [held, heldBytes, ordinal, byteCount]: [Buffer[], number, number, number] = [[], 0, 0, 0];
  const flush = async () => {
    if (heldBytes === 0) return;
    ordinal += 1;
    const part = Buffer.concat(held);
    [held, heldBytes] = [[], 0];
    await archive.add(contentPartName(tenantId, sha256, ordinal), part);
  };
  try {
    for await (const chunk of (await store.read({ tenantId, sha256 })) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      held.push(chunk);
      heldBytes += chunk.length;
      byteCount += chunk.length;
      if (heldBytes >= partBytes) await flush();
    }
  } catch (error) {
    if (error instanceof ContentMissing) return false;
    throw error;
  }
  await flush();
  return byteCount === bytes && hash.digest('hex') === sha256;
}
