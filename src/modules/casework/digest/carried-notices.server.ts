import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type DigestLine, mostLines, type WrittenPart } from './digest.ts';

/** The records that stand in a letter: the first of each of its parts. */
export function recordsIn(parts: readonly WrittenPart[], lines: readonly DigestLine[]): readonly string[] {
  return parts.flatMap(({ key }) =>
    lines
      .filter(({ part }) => part === key)
      .slice(0, mostLines)
      .map(({ recordId }) => recordId),
  );
}

/** Somebody's letter with the records that stand in it. */
export interface LetterRecords {
  readonly officerId: Id<'officer'>;
  readonly recordIds: readonly string[];
}

interface CarriedNotice {
  readonly id: string;
  readonly at: Date;
  readonly recordId: string;
}

/**
 * The notices that these letters tell of: unread ones of the same person and record. The ledger of reminders knows by
 * them that a letter of the morning went out for each. By officer, in one statement.
 */
export async function findCarried(
  ctx: Ctx,
  letters: readonly LetterRecords[],
): Promise<ReadonlyMap<Id<'officer'>, readonly CarriedNotice[]>> {
  const pairs = letters.flatMap(({ officerId, recordIds }) =>
    recordIds.map((recordId) => ({ officer_id: officerId, record_id: recordId })),
  );
  const { rows } = await sql<{ id: string; at: Date; officer_id: Id<'officer'>; record_id: string }>`
    select distinct n.id, n.at, n.officer_id, n.record_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as g(officer_id uuid, record_id uuid)
    join casework.notice n on n.tenant_id = ${ctx.tenant.id} and n.officer_id = g.officer_id
      and n.record_id = g.record_id and n.read_at is null
    order by n.at, n.id`.execute(ctx.db);
  const carried = new Map<Id<'officer'>, CarriedNotice[]>();
  for (const { id, at, officer_id: officerId, record_id: recordId } of rows)
    carried.set(officerId, [...(carried.get(officerId) ?? []), { id, at, recordId }]);
  return carried;
}
