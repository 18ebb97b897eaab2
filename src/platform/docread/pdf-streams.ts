import { constants, inflateSync } from 'node:zlib';
import { MAX_PDF_BYTES, MAX_PDF_DRAWING_BYTES } from './limits.ts';
import { Refusal } from './refusal.ts';

const LONGEST_DICTIONARY = 4096;
const MOST_LAYERS = 4;

/**
 * Refuses (`zip-bomb`) a PDF file whose packed streams unpack to far more than a document holds, before the library
 * unpacks them for good. Pictures do not count, since their size is limited where they are read.
 */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_PDF_BYTES;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 1)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const near = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
    const dictionary = near.slice(near.lastIndexOf(' obj') + 1);
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (layers === 0 || isPicture(dictionary)) continue;
    const start = at + 'stream'.length + (file[at + 'stream'.length] === 0x0d ? 2 : 1);
    const end = file.indexOf('endstream', start);
    const most = isFont(dictionary) ? left : Math.min(left, MAX_PDF_DRAWING_BYTES);
    left -= unpackedBytes(
      file.subarray(start, end < 0 ? file.length : end),
      Math.min(layers, MOST_LAYERS),
      most,
    );
  }
}

/** True when the file holds pictures; their dictionaries are always readable in it. */
export function hasPictures(bytes: Uint8Array): boolean {
  return isPicture(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

/** Font programs tell the length of their clear part, or which kind of program they are. */
function isFont(dictionary: string): boolean {
  return /\/Length1\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b/.test(dictionary);
}

function isPicture(dictionary: string): boolean {
  return /\/Subtype\s*\/Image\b/.test(dictionary);
}

/** Bytes that a stream takes unpacked, the largest layer where it is packed in several. */
function unpackedBytes(packed: Uint8Array, layers: number, limit: number): number {
  let data = packed;
  let largest = 0;
  for (let layer = 0; layer < layers; layer++) {
    try {
      data = inflateSync(data, {
        maxOutputLength: Math.max(1, limit),
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new Refusal('zip-bomb', problem);
      // A torn stream is for the library to mend.
      break;
    }
    largest = Math.max(largest, data.length);
  }
  return largest;
}
