import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { endingOf } from './file-name.ts';

/** A kind of file that is taken in: by which endings it is named, and by which signs in its content it is known. */
export interface ContentKind {
  readonly endings: readonly string[];
  readonly mediaType: string;
  /** As the library that looks into files calls them; text has no sign. */
  readonly signs: readonly string[];
}

/** Every kind that is taken in. Archives are not: nobody can tell what is in them before they are opened. */
export const contentKinds: readonly ContentKind[] = [
  { endings: ['pdf'], mediaType: 'application/pdf', signs: ['pdf'] },
  {
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    signs: ['docx'],
  },
  {
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    signs: ['xlsx'],
  },
  {
    endings: ['pptx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    signs: ['pptx'],
  },
  { endings: ['doc'], mediaType: 'application/msword', signs: ['cfb'] },
  { endings: ['xls'], mediaType: 'application/vnd.ms-excel', signs: ['cfb'] },
  { endings: ['ppt'], mediaType: 'application/vnd.ms-powerpoint', signs: ['cfb'] },
  { endings: ['odt'], mediaType: 'application/vnd.oasis.opendocument.text', signs: ['odt'] },
  { endings: ['ods'], mediaType: 'application/vnd.oasis.opendocument.spreadsheet', signs: ['ods'] },
  { endings: ['odp'], mediaType: 'application/vnd.oasis.opendocument.presentation', signs: ['odp'] },
  { endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg', signs: ['jpg'] },
  { endings: ['png'], mediaType: 'image/png', signs: ['png', 'apng'] },
  { endings: ['webp'], mediaType: 'image/webp', signs: ['webp'] },
  { endings: ['heic', 'heif'], mediaType: 'image/heic', signs: ['heic', 'heif'] },
  { endings: ['tif', 'tiff'], mediaType: 'image/tiff', signs: ['tif'] },
  { endings: ['mp3'], mediaType: 'audio/mpeg', signs: ['mp3'] },
  { endings: ['m4a'], mediaType: 'audio/mp4', signs: ['m4a', 'mp4'] },
  { endings: ['mp4'], mediaType: 'video/mp4', signs: ['mp4', 'm4v'] },
  { endings: ['mov'], mediaType: 'video/quicktime', signs: ['mov'] },
  { endings: ['xml'], mediaType: 'application/xml', signs: ['xml'] },
  { endings: ['txt'], mediaType: 'text/plain; charset=utf-8', signs: [] },
  { endings: ['csv'], mediaType: 'text/csv; charset=utf-8', signs: [] },
];

/** What a browser offers to choose from. */
export const acceptedEndings = contentKinds
  .flatMap(({ endings }) => endings.map((one) => `.${one}`))
  .join(',');

export type ContentKindRefusal = 'kind-unknown' | 'kind-differs';

/**
 * Tells the kind of a file by its content and its name, which must agree: a program under the name of a paper is none.
 * Only what is needed to tell is read.
 */
export async function readContentKind(
  path: string,
  name: string,
): Promise<{ kind: ContentKind } | { refusal: ContentKindRefusal }> {
  const kind = contentKinds.find(({ endings }) => endings.includes(endingOf(name)));
  if (!kind) return { refusal: 'kind-unknown' };
  const sign = await signOf(path);
  const agrees =
    sign === undefined ? kind.signs.length === 0 && (await isText(path)) : kind.signs.includes(sign);
  if (!agrees || (sign === 'cfb' && (await isInstaller(path)))) return { refusal: 'kind-differs' };
  return { kind };
}

/** A file that makes the library stumble is of no kind that we know. */
async function signOf(path: string): Promise<string | undefined> {
  try {
    return (await fileTypeFromFile(path))?.ext;
  } catch {
    return 'unreadable';
  }
}

const looked = 64 * 1024;

/** Writing in UTF-8, told by the beginning: no null sign and no broken letter but at the cut. */
async function isText(path: string): Promise<boolean> {
  const bytes = await bytesAt(path, 0, looked);
  if (bytes.includes(0) || /^(?:#!|MZ)/.test(bytes.subarray(0, 2).toString('latin1'))) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: bytes.length === looked });
    return true;
  } catch {
    return false;
  }
}

/** Installers of Windows lie in the same container as old papers; the class of the container's root tells them. */
const installerClasses = ['84100c0000000000c000000000000046', '86100c0000000000c000000000000046'];

async function isInstaller(path: string): Promise<boolean> {
  const head = await bytesAt(path, 0, 512);
  if (head.length < 512) return true;
  const sectorBytes = 2 ** Math.min(head.readUInt16LE(30), 16);
  const root = await bytesAt(path, (head.readUInt32LE(48) + 1) * sectorBytes, 128);
  return root.length < 128 || installerClasses.includes(root.subarray(80, 96).toString('hex'));
}

/** Bytes of a file from a place on; fewer where the file ends. */
export async function bytesAt(path: string, from: number, count: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
