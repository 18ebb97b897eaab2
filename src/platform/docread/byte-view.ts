import { Refusal } from './refusal.ts';

/** Bytes in the order of old Office files (least first); refuses (`damaged`) to look beyond their end. */
export class ByteView {
  readonly length: number;
  readonly #bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }

  u8(at: number): number {
    return this.#bytes[this.#within(at, 1)] ?? 0;
  }

  u16(at: number): number {
    return this.#bytes.readUInt16LE(this.#within(at, 2));
  }

  i16(at: number): number {
    return this.#bytes.readInt16LE(this.#within(at, 2));
  }

  u32(at: number): number {
    return this.#bytes.readUInt32LE(this.#within(at, 4));
  }

  i32(at: number): number {
    return this.#bytes.readInt32LE(this.#within(at, 4));
  }

  /** The bytes from one place up to another, without copying them. */
  part(from: number, to: number): ByteView {
    this.#within(from, Math.max(0, to - from));
    return new ByteView(this.#bytes.subarray(from, to));
  }

  /** Characters of two bytes each. */
  utf16(from: number, count: number): string {
    this.#within(from, count * 2);
    return this.#bytes.toString('utf16le', from, from + count * 2);
  }

  bytes(): Uint8Array {
    return this.#bytes;
  }

  #within(at: number, size: number): number {
    if (at < 0 || at + size > this.length) throw new Refusal('damaged');
    return at;
  }
}
