import { bytesAt } from './content-kind.ts';

/**
 * Whether a file can be read: whole, cut off or broken, under a password, or without anything on its pages. The last is
 * found by a look inside, once the file is held.
 */
export const readabilities = ['whole', 'damaged', 'locked', 'blank'] as const;
export type Readability = (typeof readabilities)[number];

const edge = 64 * 1024;

/**
 * Looks at both ends of a file for what makes it useless as proof: a PDF or a picture that is cut off, a paper under a
 * password. What is inside is not judged: that takes a reader, and somebody's eyes.
 */
export async function readReadability(
  path: string,
  byteCount: number,
  mediaType: string,
): Promise<Readability> {
  const head = await bytesAt(path, 0, edge);
  const tail = await bytesAt(path, Math.max(0, byteCount - edge), edge);
  return judgeEnds(head, tail, mediaType);
}

/** The same from the first and the last bytes, which may overlap. */
export function judgeEnds(head: Buffer, tail: Buffer, mediaType: string): Readability {
  if (mediaType === 'application/pdf') {
    if (!tail.includes('%%EOF')) return 'damaged';
    return /\/Encrypt\s+\d+\s+\d+\s+R/.test(`${head.toString('latin1')}\n${tail.toString('latin1')}`)
      ? 'locked'
      : 'whole';
  }
  if (mediaType === 'image/jpeg') return tail.includes(Buffer.from([0xff, 0xd9])) ? 'whole' : 'damaged';
  if (mediaType === 'image/png') return tail.includes('IEND') ? 'whole' : 'damaged';
  // A zip tells at its end where its parts lie: Word and Excel of today, and the open formats.
  if (isZipped(mediaType)) return tail.includes(Buffer.from('PK\u0005\u0006')) ? 'whole' : 'damaged';
  return 'whole';
}

function isZipped(mediaType: string): boolean {
  return /openxmlformats|oasis\.opendocument/.test(mediaType);
}
