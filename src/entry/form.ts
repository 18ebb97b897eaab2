import type { Context } from 'hono';
import { FormValues } from '#platform/http/req.ts';
import { Unavailable } from '#platform/http/thrown.ts';

/** The body is larger than the page takes. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The body is not a form that can be read. */
export class BadForm extends Error {
  override readonly name = 'BadForm';
}

/** The body comes in more slowly than any line that people use. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** What a form may take to come in, and what each further kilobyte that the page takes adds: 21 MB have six minutes. */
const leastMs = 20_000;
const msPerKilobyte = 16;

/** For how many milliseconds a body of this size may come in. */
export function timeFor(maxBytes: number): number {
  return leastMs + (maxBytes / 1024) * msPerKilobyte;
}

/** Bodies that come in now, of everybody together: who would take more is asked to come back. */
const mostBytesAtOnce = 384 * 1024 * 1024;
let bytesAtOnce = 0;

/** How much of a body that is refused is still read, so that the browser gets to see the answer. */
const drainLimit = 256 * 1024 * 1024;
const mostFields = 500;

/**
 * Reads the form of a POST; empty for other verbs. Throws `TooLarge` over `maxBytes` (counted while reading, whatever
 * the header says), `TooSlow` when it takes longer than its size excuses, and `BadForm` when the body is no form, is
 * broken off, or has too many fields.
 */
export async function readForm(c: Context, maxBytes: number): Promise<FormValues> {
  if (c.req.method !== 'POST' || !c.req.raw.body) return new FormValues();
  const body = await readBounded(c.req.raw.body, maxBytes);
  mustBeForm(c);
  const type = c.req.header('content-type') ?? '';
  let entries: [string, string | File][];
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    entries = [...form.entries()] as [string, string | File][];
  } catch (cause) {
    throw new BadForm('unreadable form', { cause });
  }
  if (entries.length > mostFields) throw new BadForm('too many fields');
  return new FormValues(entries);
}

/** Throws `BadForm` when a request calls its body something else than a form. */
export function mustBeForm(c: Context): void {
  if (!c.req.raw.body) return;
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new BadForm();
}

/** Reads a body to its end. Throws `TooLarge` over `maxBytes`, counted while reading. */
export async function readBounded(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let held = 0;
  const reader = stream.getReader();
  const tooSlow = later(timeFor(maxBytes));
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read().catch(brokenOff), tooSlow.promise]);
      if (done) break;
      size += value.byteLength;
      if (size > drainLimit) break;
      if (size > maxBytes) chunks.length = 0;
      else {
        chunks.push(value);
        held += value.byteLength;
        bytesAtOnce += value.byteLength;
      }
      if (bytesAtOnce > mostBytesAtOnce) throw new Unavailable('too much comes in', { reason: 'busy' });
    }
  } finally {
    tooSlow.clear();
    bytesAtOnce -= held;
    void reader.cancel().catch(() => undefined);
  }
  if (size > maxBytes) throw new TooLarge();
  return new Uint8Array(Buffer.concat(chunks));
}

/** Whoever sent it has gone; nobody reads the answer. */
function brokenOff(cause: unknown): never {
  throw new BadForm('broken off', { cause });
}

function later(ms: number): { promise: Promise<never>; clear: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), ms);
  });
  promise.catch(() => undefined);
  return { promise, clear: () => clearTimeout(timer) };
}
