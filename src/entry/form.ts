import type { Context } from 'hono';
import { FormValues } from '#platform/http/req.ts';

/** The body is larger than the page takes. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The body is not a form that can be read. */
export class BadForm extends Error {
  override readonly name = 'BadForm';
}

/** How much of a body that is refused is still read, so that the browser gets to see the answer. */
const drainLimit = 256 * 1024 * 1024;
const mostFields = 500;

/**
 * Reads the form of a POST; empty for other verbs. Throws `TooLarge` over `maxBytes` (counted while reading, whatever
 * the header says) and `BadForm` when the body is no form or has too many fields.
 */
export async function readForm(c: Context, maxBytes: number): Promise<FormValues> {
  if (c.req.method !== 'POST' || !c.req.raw.body) return new FormValues();
  const body = await readBounded(c.req.raw.body, maxBytes);
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new BadForm();
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

/** Reads a body to its end. Throws `TooLarge` over `maxBytes`, counted while reading. */
export async function readBounded(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > drainLimit) break;
  }
  if (size > maxBytes) throw new TooLarge();
  return new Uint8Array(Buffer.concat(chunks));
}
