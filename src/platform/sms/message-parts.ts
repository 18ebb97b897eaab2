/** One part of a short message as it goes over the line. */
export interface MessagePart {
  readonly dataCoding: 0 | 8;
  readonly message: string | Buffer;
  /** The header that says which part of which message it is; only where there are several. */
  readonly udh: Buffer | undefined;
}

/** Letters and signs that count once in the alphabet of GSM 03.38 and are the same in Latin letters elsewhere. */
const plain = /^[A-Za-z0-9 \r\n!"#%&'()*+,\-./:;<=>?]*$/;

/** What fits into one part alone, and into each of several. */
const sizes = { 0: { alone: 160, each: 153 }, 8: { alone: 70, each: 67 } } as const;

/**
 * Cuts a text into parts: plain Latin as it is, everything else (Vietnamese with its marks) in two bytes a letter. No
 * sign of two halves is cut apart.
 * @param reference tells the parts of one message from those of another; its last byte counts
 */
export function messageParts(text: string, reference: number): readonly MessagePart[] {
  const dataCoding = plain.test(text) ? 0 : 8;
  const { alone, each } = sizes[dataCoding];
  const pieces = text.length <= alone ? [text] : cut(text, each);
  return pieces.map((piece, at) => ({
    dataCoding,
    message: dataCoding === 0 ? piece : Buffer.from(piece, 'utf16le').swap16(),
    udh:
      pieces.length === 1
        ? undefined
        : Buffer.from([0x05, 0x00, 0x03, reference & 0xff, pieces.length, at + 1]),
  }));
}

function cut(text: string, size: number): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const isSplit = /[\uD800-\uDBFF]/.test(text.charAt(from + size - 1)) && from + size < text.length;
    const to = from + size - (isSplit ? 1 : 0);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
