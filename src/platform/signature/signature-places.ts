/** Where a signature stands in a file, and which bytes it covers: from the start to the gap, and from the gap on. */
export interface SignaturePlace {
  /** As the file names it; empty where it names none. */
  readonly kind: string;
  /** Undefined where the range is none that can be trusted. */
  readonly range: SignedRange | undefined;
  /** The day that the file itself names, such as `D:20260512093000+07'00'`. */
  readonly claimedAt: string | undefined;
}

/** The signed bytes are `[0, gapStart)` and `[gapEnd, end)`; what stands between is the signature in hex. */
export interface SignedRange {
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
}

const mark = '/ByteRange';
/** More marks than this are a file that somebody built to keep us busy. */
const mostMarks = 1_000;
const window = 4_096;
/** A signature with all certificates and revocation lists seldom takes a tenth of it. */
const longestHex = 8 * 1024 * 1024;

/**
 * The signatures of a PDF, told by the ranges of bytes that they cover, in the order of the file. A signature must lie
 * open in the file, so that its range can be counted: nothing needs to be unpacked. What else the file says about itself,
 * such as its table of objects, is not believed.
 */
export function findSignaturePlaces(file: Buffer): SignaturePlace[] {
  const places: SignaturePlace[] = [];
  const seen = new Set<string>();
  let at = file.indexOf(mark);
  for (let count = 0; at !== -1 && count < mostMarks; count += 1) {
    const written = file.toString('latin1', at + mark.length, at + mark.length + 200);
    // A name that only begins so, or the words of a text about signatures.
    if (/^[\s[]/.test(written) && written.trimStart().startsWith('[')) {
      const range = rangeOf(file, at, written);
      const key = range ? `${range.gapStart}-${range.gapEnd}-${range.end}` : `at ${at}`;
      if (!seen.has(key)) places.push({ range, ...saidAround(file, at, range) });
      seen.add(key);
    }
    at = file.indexOf(mark, at + mark.length);
  }
  return places;
}

function rangeOf(file: Buffer, at: number, written: string): SignedRange | undefined {
  const numbers = /^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(written);
  if (!numbers) return undefined;
  const [start, gapStart, gapEnd, rest] = numbers.slice(1).map(Number) as [number, number, number, number];
  const end = gapEnd + rest;
  if (start !== 0 || gapStart < 1 || gapEnd < gapStart + 2 || end > file.length) return undefined;
  if (gapEnd - gapStart > longestHex || (at >= gapStart && at < gapEnd)) return undefined;
  // The gap must hold one text in hex and nothing else, or words could be hidden there from the signature.
  const isHex = /^<[\s0-9A-Fa-f]*>$/.test(file.toString('latin1', gapStart, gapEnd));
  return isHex && at < end ? { gapStart, gapEnd, end } : undefined;
}

/** What the signature's own dictionary says: as far back and ahead as one object reaches. */
function saidAround(file: Buffer, at: number, range: SignedRange | undefined) {
  const [from, to] = range ? [Math.min(at, range.gapStart), Math.max(at, range.gapEnd)] : [at, at];
  const before = file.toString('latin1', Math.max(0, from - window), from);
  const after = file.toString('latin1', to, to + window);
  const between = range
    ? file.toString('latin1', from, Math.min(range.gapStart, from + window)) +
      file.toString('latin1', range.gapEnd, Math.min(to, range.gapEnd + window))
    : '';
  const own = before.slice(before.lastIndexOf(' obj') + 1) + between + after.split('endobj', 1).join('');
  return {
    kind: /\/SubFilter\s*\/([A-Za-z0-9.#_-]{1,80})/.exec(own)?.[1] ?? '',
    claimedAt: /\/M\s*\((D:[0-9+\-Z']{4,24})\)/.exec(own)?.[1],
  };
}

/** The signature that stands in the gap, as bytes. */
export function bytesInGap(file: Buffer, { gapStart, gapEnd }: SignedRange): Buffer {
  return Buffer.from(file.toString('latin1', gapStart + 1, gapEnd - 1).replaceAll(/\s/g, ''), 'hex');
}

/** A day as PDF writes it, such as `D:20260512093000+07'00'`; undefined where it is none. */
export function parsePdfDate(text: string): Date | undefined {
  const parts =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text)?.slice(1) ?? [];
  const [year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, hours, minutes] =
    parts;
  if (year === undefined) return undefined;
  const zone = sign ? `${sign}${hours}:${minutes ?? '00'}` : 'Z';
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
