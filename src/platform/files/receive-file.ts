import type { Readable } from 'node:stream';
import { readContentKind, type ContentKindRefusal } from './content-kind.ts';
import type { ContentAddress } from './content-store.ts';
import { type FileNameRefusal, readFileName, shownName } from './file-name.ts';
import type { FilePlace } from './file-place.ts';
import { type Readability, readReadability } from './readability.ts';
import type { ScanVerdict } from './scanner.ts';
import { ContentTooLarge, discardStaged, type StagedContent, stageContent } from './stage-content.ts';

/** Why a file is not taken in. */
export type UploadRefusal =
  | FileNameRefusal
  | ContentKindRefusal
  | 'empty'
  | 'too-large'
  | 'infected'
  | 'digest-differs';

/** How far a content has been looked into: not asked for, found clean, waiting for the scanner, found to do harm. */
export type ScanState = 'none' | 'clean' | 'waiting' | 'infected';

/** A file that has come in, is held by the store and belongs to nobody yet. */
export interface ReceivedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly sha256: string;
  readonly scan: ScanState;
  readonly readability: Readability;
  /** Has the store hold the content again, should it have been removed since. */
  ensureHeld(): Promise<void>;
}

/** One file of a sending, and what became of it: one that is refused stops no other. */
export type Upload =
  | { readonly ok: true; readonly field: string; readonly file: ReceivedFile }
  | { readonly ok: false; readonly field: string; readonly shownName: string; readonly code: UploadRefusal };

/** What a sending brought; `release` removes the copies of this machine and must be called when the act has ended. */
export interface ReceivedUploads {
  readonly uploads: readonly Upload[];
  release(): Promise<void>;
}

/**
 * Takes one file of a sending in: gathers it, tells its kind, has it scanned, and hands it to the store. What is refused
 * leaves nothing. A scanner that is away holds nothing up: the content waits for it, and cannot be opened until then.
 */
export async function receiveFile(
  place: FilePlace,
  tenantId: string,
  part: {
    readonly field: string;
    readonly fileName: string;
    readonly content: Readable;
    /** What the sender says its SHA-256 is, as 64 small hex digits. */
    readonly expectedSha256?: string | undefined;
  },
): Promise<{ upload: Upload; staged: string | undefined }> {
  const refusal = (code: UploadRefusal) => ({
    upload: { ok: false as const, field: part.field, shownName: shownName(part.fileName), code },
    staged: undefined,
  });
  const named = readFileName(part.fileName);
  if ('refusal' in named) {
    part.content.resume();
    return refusal(named.refusal);
  }
  let staged: StagedContent;
  try {
    staged = await stageContent(place.staging, part.content, place.limits.mostFileBytes);
  } catch (error) {
    if (error instanceof ContentTooLarge) return refusal('too-large');
    throw error;
  }
  try {
    const isOther = part.expectedSha256 !== undefined && part.expectedSha256 !== staged.sha256;
    const judged = isOther ? 'digest-differs' : await judge(place, staged, named.name);
    if (typeof judged === 'string') {
      await discardStaged(staged.path);
      return refusal(judged);
    }
    const address: ContentAddress = { tenantId, sha256: staged.sha256 };
    await place.store.put(address, staged.path);
    const file: ReceivedFile = {
      fileName: named.name,
      byteCount: staged.byteCount,
      sha256: staged.sha256,
      ...judged,
      ensureHeld: async () => {
        if ((await place.store.size(address)) === undefined) await place.store.put(address, staged.path);
      },
    };
    return { upload: { ok: true, field: part.field, file }, staged: staged.path };
  } catch (error) {
    await discardStaged(staged.path);
    throw error;
  }
}

async function judge(
  place: FilePlace,
  staged: StagedContent,
  name: string,
): Promise<UploadRefusal | Pick<ReceivedFile, 'mediaType' | 'scan' | 'readability'>> {
  if (staged.byteCount === 0) return 'empty';
  const read = await readContentKind(staged.path, name);
  if ('refusal' in read) return read.refusal;
  const { mediaType } = read.kind;
  const scan = await scanStateOf(place, staged.path);
  if (scan === 'infected') return scan;
  return { mediaType, scan, readability: await readReadability(staged.path, staged.byteCount, mediaType) };
}

async function scanStateOf({ scanner }: FilePlace, path: string): Promise<ScanState> {
  if (!scanner) return 'none';
  const found = await scanner.scanFile(path).catch((): ScanVerdict | undefined => undefined);
  return found?.verdict ?? 'waiting';
}
