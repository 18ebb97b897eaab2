import type { Act } from '#platform/db/act.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockAttachment } from '../evidence/attachment.server.ts';
import type { EvidenceOwner, ProvenRecord } from '../evidence/owner.server.ts';
import * as evidencePolicy from '../evidence/policy.ts';
import { isListName } from './frozen-record.ts';
import type { FrozenSource } from './frozen-source.ts';

/** Nothing is proven by saying it again. */
export function isItself(
  owner: Pick<EvidenceOwner, 'kind'>,
  recordId: string,
  source: FrozenSource,
  query: string,
): boolean {
  return !source.isList && source.name === owner.kind && source.readQuery(query) === recordId;
}

/**
 * Locks the proof of which a new version comes by freezing anew, for who may replace evidence; `NotFound` where that proof
 * is none of this record.
 */
export async function lockReplaced(
  ctx: Ctx,
  tx: Act,
  owner: EvidenceOwner,
  record: ProvenRecord,
  attachmentId: string,
) {
  const attached = await lockAttachment(ctx, tx, owner, record.id, attachmentId);
  must(evidencePolicy.replace(record));
  if (attached.removedAt || attached.kind !== 'record') throw new NotFound();
  return attached;
}

/** What was frozen, as the audit says it. */
export function whatOf(source: string, query: string) {
  return isListName(source) ? { list: source, query } : { recordKind: source, recordId: query };
}
