import type { IncomingMessage } from 'node:http';
import { stat } from 'node:fs/promises';
import { Unavailable } from '#platform/http/thrown.ts';
import { type ContentAddress, ContentMissing, type ContentStore, type HeldContent } from './content-store.ts';
import { checkedTenant, isHash } from './disk-store.ts';
import { type S3Request, type S3Settings, sendToS3, textOf } from './s3-request.ts';

/**
 * Contents as objects of a bucket that speaks the protocol of S3: `<tenant>/<sha256>`. The storage itself compares the
 * hash of what arrives with the one that was signed, and shows an object only when all of it is there.
 */
export function s3Store(settings: S3Settings): ContentStore {
  const ask = (asked: S3Request) => sendToS3(settings, asked);
  const size = async (address: ContentAddress): Promise<number | undefined> => {
    const answer = await ask({ method: 'HEAD', key: keyOf(address) });
    answer.resume();
    if (answer.statusCode === 404) return undefined;
    await expectStatus(answer, 200);
    return Number(answer.headers['content-length']);
  };
  return {
    size,
    put: async (address, path) => {
      if ((await size(address)) !== undefined) return;
      const { size: byteCount } = await stat(path);
      const file = { path, byteCount, sha256: address.sha256 };
      const answer = await ask({ method: 'PUT', key: keyOf(address), file });
      await expectStatus(answer, 200);
      answer.resume();
    },
    read: async (address, range) => {
      const headers = range ? { range: `bytes=${range.first}-${range.last}` } : {};
      const answer = await ask({ method: 'GET', key: keyOf(address), headers });
      if (answer.statusCode === 404) {
        answer.resume();
        throw new ContentMissing(address.sha256);
      }
      await expectStatus(answer, range ? 206 : 200);
      return answer;
    },
    remove: async (address) => {
      const answer = await ask({ method: 'DELETE', key: keyOf(address) });
      if (answer.statusCode !== 404) await expectStatus(answer, 204, 200);
      answer.resume();
    },
    list: async function* (tenantId) {
      const prefix = `${checkedTenant(tenantId)}/`;
      for (let after: string | undefined = ''; after !== undefined; ) {
        const query: Record<string, string> = { 'list-type': '2', prefix };
        if (after) query['continuation-token'] = after;
        const answer = await ask({ method: 'GET', key: '', query });
        await expectStatus(answer, 200);
        const text = await textOf(answer);
        yield* listed(text, prefix);
        after = /<NextContinuationToken>([^<]+)</.exec(text)?.[1]?.replaceAll('&amp;', '&');
      }
    },
  };
}

function keyOf({ tenantId, sha256 }: ContentAddress): string {
  if (!isHash(sha256)) throw new TypeError('a content is named by its SHA-256');
  return `${checkedTenant(tenantId)}/${sha256}`;
}

/** Our keys hold digits and dashes alone, so that the list needs no reader of XML. */
function* listed(text: string, prefix: string): Generator<HeldContent, void> {
  for (const [, entry = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const key = /<Key>([^<]+)<\/Key>/.exec(entry)?.[1] ?? '';
    const heldAt = new Date(/<LastModified>([^<]+)</.exec(entry)?.[1] ?? '');
    const sha256 = key.slice(prefix.length);
    if (key.startsWith(prefix) && isHash(sha256) && !Number.isNaN(heldAt.getTime())) yield { sha256, heldAt };
  }
}

/** Anything else is a storage that is set up wrongly or does not serve: its own code goes to the log, to no person. */
async function expectStatus(answer: IncomingMessage, ...statuses: number[]): Promise<void> {
  if (statuses.includes(answer.statusCode ?? 0)) return;
  const code = /<Code>([^<]{1,60})<\/Code>/.exec(await textOf(answer))?.[1] ?? '';
  const reason = answer.statusCode === 507 || code === 'QuotaExceeded' ? 'full' : 'away';
  throw new Unavailable(`the storage of files answered ${answer.statusCode} ${code}`.trim(), { reason });
}
