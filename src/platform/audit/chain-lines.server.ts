import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import { ChainCheck, type ChainFault, type ChainLine, type ChainPlace, chainStart } from './chain.ts';

const pageOfLines = 2_000;

/** A line by which a list goes on; two lines that claim one place are told apart by time and id. */
type Behind = Pick<ChainLine, 'position'> & Partial<Pick<ChainLine, 'at' | 'id'>>;

/** Sealed lines of a tenant behind a place, or behind one line of it, in the order of the chain; at most `most`. */
export async function listChainLines(
  db: ReadDb,
  tenantId: string,
  behind: Behind,
  most: number,
): Promise<ChainLine[]> {
  const { rows } = await sql<Omit<ChainLine, 'position'> & { position: string | number }>`
    select position, tenant_id::text as "tenantId", platform.audit_instant(at) as at, id::text as id, act,
      actor_kind as "actorKind", actor_id::text as "actorId", actor_name as "actorName",
      record_kind as "recordKind", record_id::text as "recordId", before::text as before, after::text as after,
      request_id as "requestId", remote_address as "remoteAddress",
      platform.audit_instant(stored_at) as "storedAt", encode(hash, 'hex') as hash
    from platform.audit_line l
    where l.tenant_id = ${tenantId} and l.position >= ${behind.position}
      and (l.position, l.at, l.id) > (${behind.position}, ${behind.at ?? 'infinity'}::timestamptz, ${behind.id ?? newestId}::uuid)
    order by l.position, l.at, l.id limit ${most}`.execute(db);
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

const newestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Where the chain of a tenant ends; the start where nothing has been sealed. */
export async function findChainHead(db: ReadDb, tenantId: string): Promise<ChainPlace> {
  return (await findEnds(db, tenantId)).head;
}

/** The hash that stands at a place of the chain; the start's at place 0, undefined where there is none. */
export async function findHashAt(
  db: ReadDb,
  tenantId: string,
  position: number,
): Promise<string | undefined> {
  if (position === 0) return chainStart.hash;
  const row = await db
    .selectFrom('platform.audit_line')
    .select('hash')
    .where('tenant_id', '=', tenantId)
    .where('position', '=', String(position))
    .executeTakeFirst();
  return row?.hash?.toString('hex');
}

/** What a check of a whole chain found. */
export interface ChainFinding {
  readonly lines: number;
  readonly head: ChainPlace;
  readonly faults: readonly ChainFault[];
}

/** Checks the whole chain of a tenant against its recorded end, reading it in pages. */
export async function checkChain(db: ReadDb, tenantId: string): Promise<ChainFinding> {
  const { head, newest } = await findEnds(db, tenantId);
  const end = Math.max(head.position, newest);
  const check = new ChainCheck();
  let behind: Behind = { position: 0 };
  for (;;) {
    const page = await listChainLines(db, tenantId, behind, pageOfLines);
    // Lines that were sealed after the first look are left to the next check.
    for (const line of page) if (line.position <= end) check.take(line);
    const last = page.at(-1);
    if (!last || last.position > end || page.length < pageOfLines) break;
    behind = last;
  }
  return { lines: check.lines, head, faults: check.end(head) };
}

/** The recorded end of a chain and the farthest place that a line claims, as they were at one moment. */
async function findEnds(db: ReadDb, tenantId: string): Promise<{ head: ChainPlace; newest: number }> {
  const { rows } = await sql<{ length: string | null; hash: string | null; newest: string | null }>`
    select c.length, encode(c.head_hash, 'hex') as hash,
      (select max(l.position) from platform.audit_line l where l.tenant_id = ${tenantId}) as newest
    from (select) as one left join platform.audit_chain c on c.tenant_id = ${tenantId}`.execute(db);
  const [row] = rows;
  const head = row?.hash ? { position: Number(row.length), hash: row.hash } : chainStart;
  return { head, newest: Number(row?.newest ?? 0) };
}
