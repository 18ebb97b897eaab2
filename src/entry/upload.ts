import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { Context } from 'hono';
import type { FilePlace } from '#platform/files/file-place.ts';
import { receiveFile, type ReceivedUploads, type Upload } from '#platform/files/receive-file.ts';
import { discardStaged } from '#platform/files/stage-content.ts';
import { FormValues } from '#platform/http/req.ts';
import { Unavailable } from '#platform/http/thrown.ts';
import { unavailabilityOf } from '#platform/db/unavailability.ts';
import { smallForm } from './respond.ts';
import { BadForm, readForm, TooLarge, TooSlow, timeFor } from './form.ts';

/** What a form with files may bring beside them. */
const mostFields = 60;
const mostFiles = 20;
const mostFieldBytes = 64 * 1024;
/** Boundaries, heads of parts and text fields. */
const wrapping = 1024 * 1024;

/** However large a sending may be, its connection ends then (`connection-limits.ts`). */
const mostMs = 45 * 60_000;

/** Sendings that come in now, of everybody together: each holds a connection and some of the disk. */
const mostAtOnce = 32;
let atOnce = 0;

/** A form with files as it has come in. */
export interface UploadedForm extends ReceivedUploads {
  readonly form: FormValues;
}

/**
 * Reads a form whose files go to the store as they come: nothing of them is held in memory. Each file meets its own
 * end. Throws `TooLarge` by the length that the head tells, and by count; `TooSlow`, `BadForm` when the form is broken
 * off or is none, `Unavailable` when the disk is full or too many send at once: then nothing is left behind.
 */
export async function readUploads(c: Context, place: FilePlace, tenantId: string): Promise<UploadedForm> {
  const { body } = c.req.raw;
  const type = c.req.header('content-type') ?? '';
  const mostBytes = place.limits.mostSendingBytes + wrapping;
  mustFit(c, mostBytes);
  // A form without any file may come as any other form does.
  if (!/^multipart\/form-data\b/i.test(type))
    return { form: await readForm(c, smallForm), uploads: [], release: () => Promise.resolve() };
  if (!body) throw new BadForm();
  const staged: string[] = [];
  const release = async () => {
    await Promise.all(staged.splice(0).map(discardStaged));
  };
  return oneOfFew(async () => {
    try {
      const { texts, uploads } = await take(body, type, mostBytes, async (field, fileName, content) => {
        const received = await receiveFile(place, tenantId, { field, fileName, content });
        if (received.staged) staged.push(received.staged);
        return received.upload;
      });
      // The key by which a form is done once covers the files by their hashes.
      const names = uploads.map((upload): [string, string] => [upload.field, signOf(upload)]);
      return { form: new FormValues([...texts, ...names]), uploads, release };
    } catch (error) {
      await release();
      throw error;
    }
  });
}

/** One file as it has come in, and the copy of this machine to be removed when the act has ended. */
export interface SentFile {
  readonly upload: Upload;
  release(): Promise<void>;
}

/**
 * Takes in a file that is the whole body of a request, on the same way as those of forms: nothing of it is held in
 * memory. Throws as `readUploads` does.
 */
export async function readSentFile(
  c: Context,
  place: FilePlace,
  tenantId: string,
  sent: { readonly fileName: string; readonly expectedSha256: string | undefined },
): Promise<SentFile> {
  const mostBytes = place.limits.mostFileBytes;
  mustFit(c, mostBytes);
  const { body } = c.req.raw;
  return oneOfFew(async () => {
    const content = body ? streamOf(body) : Readable.from([]);
    // Told to whoever reads the file; after that, what ends the connection must not end the program.
    content.on('error', () => undefined);
    const clock = endInTime(content, mostBytes);
    try {
      const { upload, staged } = await receiveFile(place, tenantId, { field: 'file', content, ...sent });
      return { upload, release: () => (staged ? discardStaged(staged) : Promise.resolve()) };
    } catch (error) {
      throw explained(error);
    } finally {
      clearTimeout(clock);
      content.destroy();
    }
  });
}

/** Throws where the head tells of more than may come. */
function mustFit(c: Context, mostBytes: number): void {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw new TooLarge();
}

/** Takes something in as one of the few sendings at once; throws where there are too many already. */
async function oneOfFew<Taken>(takeIn: () => Promise<Taken>): Promise<Taken> {
  if (atOnce >= mostAtOnce) throw new Unavailable('too many send files', { reason: 'busy' });
  atOnce += 1;
  try {
    return await takeIn();
  } finally {
    atOnce -= 1;
  }
}

function streamOf(body: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
}

/** Ends a sending that takes longer than so many bytes may; the clock is to be cleared when it has come in. */
function endInTime(content: Readable, mostBytes: number): NodeJS.Timeout {
  return setTimeout(() => content.destroy(new TooSlow()), Math.min(timeFor(mostBytes), mostMs));
}

/** What tells one sending of a file from another: its hash and name, or why it was refused. */
export function signOf(upload: Upload): string {
  return upload.ok ? `${upload.file.sha256} ${upload.file.fileName}` : `${upload.code} ${upload.shownName}`;
}

type Receive = (field: string, fileName: string, content: Readable) => Promise<Upload>;

async function take(body: ReadableStream<Uint8Array>, type: string, mostBytes: number, receive: Receive) {
  const texts: [string, string][] = [];
  const arriving: Promise<Upload>[] = [];
  const streams: Readable[] = [];
  const parser = parserFor(type);
  parser.on('field', (name, value) => texts.push([name, value]));
  parser.on('file', (field, stream: BusboyFileStream, fileName: string) => {
    // Told to whoever still reads the file; after that, what ends the form must not end the program.
    stream.on('error', () => undefined);
    // A file field in which nothing was chosen.
    if (!fileName) return void stream.resume();
    const one = receive(field, fileName, stream);
    // What is left of a part that was refused still has to pass by.
    one.then(
      () => stream.resume(),
      () => stream.resume(),
    );
    arriving.push(one);
    streams.push(stream);
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    parser.on(limit, () => parser.destroy(new BadForm('too many fields')));
  const source = streamOf(body);
  const clock = endInTime(source, mostBytes);
  try {
    await pipeline(source, counted(mostBytes), parser);
    return { texts, uploads: await Promise.all(arriving) };
  } catch (error) {
    // The parser does not tell those that wait for the rest of a file.
    for (const stream of streams) stream.destroy(error as Error);
    await Promise.allSettled(arriving);
    throw explained(error);
  } finally {
    clearTimeout(clock);
  }
}

function parserFor(type: string) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      preservePath: true,
      limits: {
        fieldNameSize: 100,
        fieldSize: mostFieldBytes,
        fields: mostFields,
        files: mostFiles,
        parts: mostFields + mostFiles,
        headerPairs: 20,
        headerSize: 16 * 1024,
      },
    });
  } catch (cause) {
    throw new BadForm('unreadable form', { cause });
  }
}

function counted(mostBytes: number) {
  return async function* count(chunks: AsyncIterable<Uint8Array>) {
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > mostBytes) throw new TooLarge();
      yield chunk;
    }
  };
}

/** What has no name of ours is a form that was broken off, or a disk without room. */
function explained(error: unknown): unknown {
  if (error instanceof TooLarge || error instanceof TooSlow || error instanceof BadForm) return error;
  const reason = unavailabilityOf(error);
  if (error instanceof Unavailable) return error;
  if (reason) return new Unavailable('files cannot be taken in', { reason, cause: error });
  return new BadForm('broken off', { cause: error });
}
