import type { ReadDb } from '#platform/db/db.ts';
import type { TenantRef } from '#platform/session/ctx.ts';
import { findChainHead, findHashAt, listChainLines } from './chain-lines.server.ts';
import { mostExported, toJsonLines } from './export-file.ts';

/** A part of a chain as a file, and which places of the chain it holds. */
export interface ExportedChain {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Writes the lines behind a place of a tenant's chain as a file that proves itself, at most `mostExported` of them.
 * Undefined where the chain has no such place.
 */
export async function exportChain(
  db: ReadDb,
  tenant: Pick<TenantRef, 'id' | 'name'>,
  after: number,
  now: Date,
): Promise<ExportedChain | undefined> {
  const [hash, chain] = [await findHashAt(db, tenant.id, after), await findChainHead(db, tenant.id)];
  if (hash === undefined || after > chain.position) return undefined;
  const to = Math.min(after + mostExported, chain.position);
  const found = await listChainLines(db, tenant.id, { position: after }, mostExported);
  const end = to === chain.position ? chain.hash : ((await findHashAt(db, tenant.id, to)) ?? chain.hash);
  const header = {
    kind: 'sauro-audit' as const,
    version: 1 as const,
    tenantId: tenant.id,
    tenantName: tenant.name,
    exportedAt: now.toISOString(),
    after: { position: after, hash },
    to: { position: to, hash: end },
    chain,
  };
  const lines = found.filter((line) => line.position <= to);
  return { from: after + 1, to, text: toJsonLines(header, lines) };
}
