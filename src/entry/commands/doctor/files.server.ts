import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Config } from '#platform/config/config.ts';
import type { Pool } from '#platform/db/db.ts';
import { ContentMissing, type ContentStore } from '#platform/files/content-store.ts';
import { filePlace } from '#platform/files/file-place.ts';
import { Unavailable } from '#platform/http/thrown.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { bad, type Finding, good } from './finding.ts';

interface Told {
  readonly tenantId: string;
  readonly sha256: string;
  readonly bytes: string;
}

const mostNamed = 5;

/**
 * Looks whether every file that the rows tell of is held with the content that was stored: in the data folder each is
 * read to its end, in a bucket its size is asked, for there the storage itself watches over what it holds.
 */
export async function fileFindings(owner: Pool, config: Config): Promise<Finding[]> {
  const { store } = filePlace(config.dataFolder, config.files);
  const { rows } = await owner.query<Told>(
    `select tenant_id as "tenantId", encode(sha256, 'hex') as sha256, byte_count::text as bytes
     from platform.file_content order by 1, 2`,
  );
  const isRead = config.files.s3 === undefined;
  const lost: string[] = [];
  try {
    for (const told of rows) if (!(await isWhole(store, told, isRead))) lost.push(told.sha256);
  } catch (error) {
    if (error instanceof Unavailable) return [bad((t) => t.storeAway)];
    throw error;
  }
  if (lost.length === 0) return [good((t, lang) => t.files(formatNumber(lang, rows.length)))];
  const named = lost.slice(0, mostNamed).map((sha256) => sha256.slice(0, 12));
  if (lost.length > mostNamed) named.push('…');
  return [bad((t, lang) => t.filesLost(formatNumber(lang, lost.length), named.join(', ')))];
}

async function isWhole(store: ContentStore, told: Told, isRead: boolean): Promise<boolean> {
  if ((await store.size(told)) !== Number(told.bytes)) return false;
  if (!isRead) return true;
  const hash = createHash('sha256');
  try {
    await pipeline(await store.read(told), hash);
  } catch (error) {
    // Removed between the two looks, or a disk that no longer gives the bytes back.
    if (error instanceof ContentMissing || (error as { code?: string }).code === 'EIO') return false;
    throw error;
  }
  return hash.digest('hex') === told.sha256;
}
