import { Readable } from 'node:stream';
import type { FilePlace } from '#platform/files/file-place.ts';
import { type ReceivedFile, receiveFile } from '#platform/files/receive-file.ts';

/** A small paper that every reader opens. */
export function paperOf(words: string): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${words}\ntrailer\n<< >>\n%%EOF\n`);
}

/** Takes a file in as a form does, for tests that are not about how it comes in. */
export async function receivedPaper(
  place: FilePlace,
  tenantId: string,
  words: string,
  fileName = 'bao-cao.pdf',
): Promise<ReceivedFile> {
  const content = Readable.from([paperOf(words)]);
  const { upload } = await receiveFile(place, tenantId, { field: 'file', fileName, content });
  if (!upload.ok) throw new Error(`the file was refused: ${upload.code}`);
  return upload.file;
}
