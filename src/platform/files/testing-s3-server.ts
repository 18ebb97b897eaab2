import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from './s3-request.ts';

/** A storage that speaks as much of the protocol of S3 as the product uses, and believes no request that is not signed. */
export interface TestS3Server {
  readonly settings: S3Settings;
  readonly objects: Map<string, Buffer>;
  /** What it was asked, as `METHOD key`. */
  readonly asked: string[];
  /** Answers everything so from now on; undefined serves again. */
  answerWith(status: number | undefined): void;
  stop(): Promise<void>;
}

const bucket = 'minh-chung';
const region = 'vn-north-1';
const accessKeyId = 'AKIATEST';
const secretAccessKey = 'secret/of+the=tests';
const pageSize = 2;

/** Starts one on a free port of this machine. */
export async function startS3Server(): Promise<TestS3Server> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  let forced: number | undefined;
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = new URL(request.url ?? '', 'http://storage');
      const key = decodeURIComponent(url.pathname).replace(new RegExp(`^/${bucket}/?`), '');
      asked.push(`${request.method} ${key}`);
      if (forced !== undefined) return say(response, forced, 'SlowDown');
      const wrong = faultOf(request, url, body);
      if (wrong) return say(response, wrong === 'BadDigest' ? 400 : 403, wrong);
      serve(objects, request, response, { key, url, body });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    settings: { url: `http://127.0.0.1:${port}/${bucket}`, region, accessKeyId, secretAccessKey },
    objects,
    asked,
    answerWith: (status) => {
      forced = status;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function serve(
  objects: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
  { key, url, body }: { key: string; url: URL; body: Buffer },
): void {
  if (request.method === 'GET' && key === '') return list(objects, url, response);
  if (request.method === 'PUT') {
    objects.set(key, body);
    return void response.writeHead(200).end();
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  const content = objects.get(key);
  if (!content) return say(response, 404, 'NoSuchKey');
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const part = range ? content.subarray(Number(range[1]), Number(range[2]) + 1) : content;
  response.writeHead(range ? 206 : 200, { 'content-length': part.length });
  response.end(request.method === 'HEAD' ? undefined : part);
}

function list(objects: Map<string, Buffer>, url: URL, response: ServerResponse): void {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
  const page = keys.slice(0, pageSize);
  const next = keys.length > pageSize ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const entries = page.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>2026-05-01T00:00:00.000Z</LastModified></Contents>`,
  );
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name>${entries.join('')}${next}</ListBucketResult>`,
  );
}

/** The check of AWS Signature Version 4, written from its specification and not from the code that signs. */
function faultOf(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const said = String(request.headers['x-amz-content-sha256']);
  if (said !== createHash('sha256').update(body).digest('hex')) return 'BadDigest';
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, key, day = '', place, names = '', signature = ''] =
    form.exec(request.headers.authorization ?? '') ?? [];
  const at = String(request.headers['x-amz-date']);
  if (key !== accessKeyId || place !== region || !at.startsWith(day)) return 'AccessDenied';
  for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date'])
    if (!names.split(';').includes(needed)) return 'AccessDenied';
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(''), names, said].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  );
  const signing = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  const ours = createHmac('sha256', signing).update(text).digest();
  return timingSafeEqual(ours, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch';
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function say(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}
