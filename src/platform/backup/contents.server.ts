import type pg from 'pg';
import { contentsLock } from '#platform/files/contents-lock.ts';

/** A content of a file that a row tells of. */
export interface ToldContent {
  readonly tenantId: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Keeps the contents of files from being removed until the connection ends. */
export async function holdContents(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [contentsLock]);
}

/** Every content that the rows tell of, in one fixed order; none in a schema from before there were any. */
export async function listContents(client: pg.ClientBase): Promise<ToldContent[]> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    "select to_regclass('platform.file_content') is not null as there",
  );
  if (!tables[0]?.there) return [];
  const { rows } = await client.query<{ tenantId: string; sha256: string; bytes: string }>(
    `select tenant_id as "tenantId", encode(sha256, 'hex') as sha256, byte_count::text as bytes
     from platform.file_content order by 1, 2`,
  );
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }));
}
