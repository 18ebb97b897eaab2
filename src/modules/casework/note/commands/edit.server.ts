import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { addFollowers } from '../../follow/commands.server.ts';
import type { RecordOwner } from '../../follow/record-owner.server.ts';
import * as policy from '../policy.ts';
import { type MentionRefusal, resolveMentions } from '../resolve-mentions.server.ts';
import { tell } from '../../notice/tell.server.ts';
import { lockNote, setMentions, writeNoteVersion } from '../stored-note.server.ts';
import type { Said } from './write.server.ts';

export type EditRefusal = MentionRefusal | 'removed' | 'too-late' | 'changed-meanwhile';

/** Where a note stands, and the version of it that the person saw. */
export interface NotePlace {
  readonly recordId: string;
  readonly noteId: string;
  readonly version: number;
}

/** Edits a note of one's own within a day; what it said before stays to be read. */
export function editNote(
  ctx: Ctx,
  owner: RecordOwner,
  place: NotePlace,
  said: Said,
): Promise<Outcome<undefined, EditRefusal>> {
  return act<undefined, EditRefusal>(ctx, 'casework.note.edit', async (tx) => {
    const record = await owner.find(ctx, place.recordId);
    const note = await lockNote(ctx, tx, owner, record.id, place.noteId);
    const decision = policy.edit(ctx.actor, note, tx.now);
    if (!decision.allowed && decision.reason === 'too-late') return refused('too-late');
    must(decision);
    if (note.removedAt) return refused('removed');
    if (note.version !== place.version) return refused('changed-meanwhile');
    const mentioned = await resolveMentions(ctx, record, said.text, said.mentions);
    if (!mentioned.ok) return mentioned;
    const version = note.version + 1;
    await writeNoteVersion(ctx, tx, note.id, version, said.text);
    await tx.db
      .updateTable('casework.note')
      .set({ version })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', note.id)
      .execute();
    const officerIds = await setMentions(ctx, tx, note.id, mentioned.value);
    const about = { recordKind: owner.kind, recordId: record.id };
    tell(ctx, tx, { ...about, kind: 'mentioned', officerIds, note: said.text });
    await addFollowers(ctx, tx, owner, record.id, mentioned.value, 'mentioned');
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: { note: note.id, text: note.text, version: note.version },
      after: { note: note.id, text: said.text, version, mentions: mentioned.value },
    });
    return done();
  });
}
