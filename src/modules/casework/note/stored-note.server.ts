import type { Act } from '#platform/db/act.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { RecordOwner } from '../follow/record-owner.server.ts';

/** A note that nobody else can change until the act ends. */
export interface LockedNote {
  readonly id: Id<'note'>;
  readonly authorId: Id<'account'> | null;
  readonly writtenAt: Date;
  readonly version: number;
  readonly text: string;
  readonly removedAt: Date | null;
}

/** Locks a note of a record, removed ones too; `NotFound` when the record has no such. */
export async function lockNote(
  ctx: Ctx,
  tx: Act,
  owner: Pick<RecordOwner, 'kind'>,
  recordId: string,
  noteId: string,
): Promise<LockedNote> {
  const [record, id] = [parseId(recordId), parseId<'note'>(noteId)];
  const row =
    record &&
    id &&
    (await tx.db
      .selectFrom('casework.note as a')
      .innerJoin('casework.note_version as v', (join) =>
        join
          .onRef('v.tenant_id', '=', 'a.tenant_id')
          .onRef('v.note_id', '=', 'a.id')
          .onRef('v.version', '=', 'a.version'),
      )
      .select(['a.id', 'a.author_id', 'a.written_at', 'a.version', 'v.text', 'a.removed_at'])
      .where('a.tenant_id', '=', ctx.tenant.id)
      .where('a.record_kind', '=', owner.kind)
      .where('a.record_id', '=', record)
      .where('a.id', '=', id)
      .forUpdate(['a'])
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return {
    id: row.id as Id<'note'>,
    authorId: row.author_id as Id<'account'> | null,
    writtenAt: row.written_at,
    version: row.version,
    text: row.text,
    removedAt: row.removed_at,
  };
}

/** Writes what a note says from now on. */
export async function writeNoteVersion(
  ctx: Ctx,
  tx: Act,
  noteId: Id<'note'>,
  version: number,
  text: string,
): Promise<void> {
  await tx.db
    .insertInto('casework.note_version')
    .values({ tenant_id: ctx.tenant.id, note_id: noteId, version, text, written_at: tx.now })
    .execute();
}

/** Has just these officers be the ones whom a note names; gives those who were not named before. */
export async function setMentions(
  ctx: Ctx,
  tx: Act,
  noteId: Id<'note'>,
  officerIds: readonly string[],
): Promise<Id<'officer'>[]> {
  const named = tx.db
    .deleteFrom('casework.note_mention')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('note_id', '=', noteId);
  if (officerIds.length === 0) {
    await named.execute();
    return [];
  }
  await named.where('officer_id', 'not in', [...officerIds]).execute();
  const added = await tx.db
    .insertInto('casework.note_mention')
    .values(
      officerIds.map((officerId) => ({
        tenant_id: ctx.tenant.id,
        note_id: noteId,
        officer_id: officerId,
        mentioned_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('officer_id')
    .execute();
  return added.map((row) => row.officer_id as Id<'officer'>);
}
