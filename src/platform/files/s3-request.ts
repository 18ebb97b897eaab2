import { createReadStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';
import { Unavailable } from '#platform/http/thrown.ts';

/** A bucket, and by which key it is reached. */
export interface S3Settings {
  /** The address of the bucket, without a slash at its end: `https://s3.example.vn/minh-chung`. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What is asked of the bucket; a file goes out with its length and its hash, both of which the caller has counted. */
export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Below the bucket; empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: { readonly path: string; readonly byteCount: number; readonly sha256: string };
}

const silenceMs = 60_000;
const nothingHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * Sends one signed request and gives the answer as soon as its head is there. A storage that cannot be reached, keeps
 * silent for a minute or has no room is `Unavailable`. The file is sent as it is read: nobody holds it whole.
 */
export async function sendToS3(settings: S3Settings, asked: S3Request): Promise<IncomingMessage> {
  const url = new URL(`${settings.url}${asked.key ? `/${asked.key}` : ''}`);
  for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.set(name, value);
  const signed = await new AwsV4Signer({
    method: asked.method,
    url: url.href,
    service: 's3',
    region: settings.region,
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    headers: {
      ...asked.headers,
      'x-amz-content-sha256': asked.file?.sha256 ?? nothingHash,
    },
  }).sign();
  const headers = Object.fromEntries(signed.headers);
  if (asked.file) headers['content-length'] = String(asked.file.byteCount);
  try {
    const send = url.protocol === 'https:' ? requestSecure : requestPlain;
    return await exchange(send(signed.url, { method: asked.method, headers }), asked.file?.path);
  } catch (cause) {
    throw new Unavailable('the storage of files does not answer', { cause });
  }
}

async function exchange(sent: ClientRequest, path: string | undefined): Promise<IncomingMessage> {
  sent.setTimeout(silenceMs, () => sent.destroy(new Error('the storage keeps silent')));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  // A storage that refuses may answer before it has read everything; then its answer counts, not the broken pipe.
  const going = path === undefined ? sent.end() : pipeline(createReadStream(path), sent);
  await Promise.race([answered, Promise.resolve(going).then(() => answered)]);
  return answered;
}

/** Reads an answer to its end as text, at most a megabyte of it. */
export async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= 1024 * 1024) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
