import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** So that the same value is the same text on every server, and a table is read from its beginning. */
const textForm = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, DMY'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'; set xmloption = 'content';
  set synchronize_seqscans = off; set row_security = off;
  set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** Opens a connection on which rows are copied for as long as it takes; its rows are always the same text. */
export async function connectForCopy(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  // Whoever waits for an answer is told; without a listener the program would end.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(textForm);
  return client;
}

/** What a table's rows come to as text. */
export interface CopiedTable {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads the rows of a table as COPY text, handing it on as it comes. */
export async function copyOut(
  client: pg.Client,
  table: { name: string; columns: readonly string[] },
  onChunk: (chunk: Buffer) => Promise<void> | void,
): Promise<CopiedTable> {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = client.query(copyTo(`copy ${qualified(table.name)} ${columnList(table.columns)} to stdout`));
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    await onChunk(chunk);
  }
  return { rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
}

/** `schema.table` as SQL takes it. */
export function qualified(name: string): string {
  return name.split('.').map(pg.escapeIdentifier).join('.');
}

/** The columns of a copy; a table without any is copied as it is. */
export function columnList(columns: readonly string[]): string {
  return columns.length === 0 ? '' : `(${columns.map(pg.escapeIdentifier).join(', ')})`;
}
