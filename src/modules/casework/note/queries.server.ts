import { sql } from 'kysely';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActorAndEach } from '#platform/session/kept-for-actor.server.ts';
import type { RecordOwner } from '../follow/record-owner.server.ts';
import { type Mention, mostOfOneRecord, type Note, type NoteVersion } from './note.ts';

const noteRows = keptForActorAndEach(
  (owner: RecordOwner, asker, { recordId }: { readonly recordId: string }) =>
    notesOn(asker, owner)
      .where('a.record_id', '=', recordId)
      .orderBy('a.written_at', 'desc')
      .orderBy('a.id', 'desc')
      .limit(mostOfOneRecord),
);

/** The notes on a record that were not removed, newest first; none for who may not see the record. */
export async function listNotes(ctx: Ctx, owner: RecordOwner, recordId: string): Promise<Note[]> {
  const id = parseId(recordId);
  if (!id) return [];
  const rows = await noteRows(owner, ctx, { recordId: id });
  return rows.map(toNote);
}

/** One note on a record; `NotFound` when the record has no such for this person. */
export async function getNote(ctx: Ctx, owner: RecordOwner, recordId: string, noteId: string): Promise<Note> {
  const [record, id] = [parseId(recordId), parseId(noteId)];
  const row =
    record &&
    id &&
    (await notesOn(ctx, owner).where('a.record_id', '=', record).where('a.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toNote(row);
}

/** What a note that the caller has read already has said, newest first. */
export async function listNoteVersions(ctx: Ctx, noteId: Id<'note'>): Promise<NoteVersion[]> {
  const rows = await ctx.db
    .selectFrom('casework.note_version')
    .select(['version', 'text', 'written_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('note_id', '=', noteId)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({ version: row.version, text: row.text, writtenAt: row.written_at }));
}

/** How many notes stand on records that the caller has read already. */
export async function countNotes(
  ctx: Ctx,
  owner: Pick<RecordOwner, 'kind'>,
  recordIds: readonly string[],
): Promise<number> {
  const row = await ctx.db
    .selectFrom('casework.note')
    .select((where) => where.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('record_kind', '=', owner.kind)
    .where('record_id', 'in', [...recordIds])
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function notesOn(ctx: Pick<Ctx, 'db' | 'tenant' | 'actor'>, owner: RecordOwner) {
  return ctx.db
    .selectFrom('casework.note as a')
    .innerJoin('casework.note_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'a.tenant_id')
        .onRef('v.note_id', '=', 'a.id')
        .onRef('v.version', '=', 'a.version'),
    )
    .select(['a.id', 'a.author_id', 'a.author_name', 'a.written_at', 'a.version', 'v.text'])
    .select(
      sql<Mention[]>`(
        select coalesce(json_agg(json_build_object('officerId', o.id, 'name', o.full_name) order by o.full_name), '[]')
        from casework.note_mention m
        join directory.published_officer o on o.tenant_id = m.tenant_id and o.id = m.officer_id
        where m.tenant_id = a.tenant_id and m.note_id = a.id)`.as('mentions'),
    )
    .where('a.tenant_id', '=', ctx.tenant.id)
    .where('a.record_kind', '=', owner.kind)
    .where('a.removed_at', 'is', null)
    .where(owner.visibleTo(ctx.actor));
}

type NoteRow = Awaited<ReturnType<ReturnType<typeof notesOn>['execute']>>[number];

function toNote(row: NoteRow): Note {
  return {
    id: row.id as Id<'note'>,
    text: row.text,
    authorId: row.author_id as Id<'account'> | null,
    authorName: row.author_name,
    writtenAt: row.written_at,
    version: row.version,
    mentions: row.mentions,
  };
}
