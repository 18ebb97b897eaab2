import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { tell } from '../../notice/tell.server.ts';
import { addFollowers } from '../../follow/commands.server.ts';
import type { RecordOwner } from '../../follow/record-owner.server.ts';
import { mostOfOneRecord } from '../note.ts';
import * as policy from '../policy.ts';
import { countNotes } from '../queries.server.ts';
import { type MentionRefusal, resolveMentions } from '../resolve-mentions.server.ts';
import { setMentions, writeNoteVersion } from '../stored-note.server.ts';

export type WriteRefusal = MentionRefusal | 'too-many';

/** What is said, and the officers who are mentioned besides those whom the text names after an `@`. */
export interface Said {
  readonly text: string;
  readonly mentions: readonly string[];
}

/** Writes a note on a record that the person sees. Whoever is mentioned follows the record from now on. */
export function writeNote(
  ctx: Ctx,
  owner: RecordOwner,
  recordId: string,
  said: Said,
): Promise<Outcome<Id<'note'>, WriteRefusal>> {
  return act<Id<'note'>, WriteRefusal>(ctx, 'casework.note.write', async (tx) => {
    const record = await owner.find(ctx, recordId);
    must(policy.write(record));
    if ((await countNotes(ctx, owner, [record.id])) >= mostOfOneRecord) return refused('too-many');
    const mentioned = await resolveMentions(ctx, record, said.text, said.mentions);
    if (!mentioned.ok) return mentioned;
    const id = newId<'note'>();
    await tx.db
      .insertInto('casework.note')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        record_kind: owner.kind,
        record_id: record.id,
        author_id: ctx.actor.accountId,
        author_name: ctx.actor.name,
        written_at: tx.now,
      })
      .execute();
    await writeNoteVersion(ctx, tx, id, 1, said.text);
    const officerIds = await setMentions(ctx, tx, id, mentioned.value);
    const about = { recordKind: owner.kind, recordId: record.id };
    tell(ctx, tx, { ...about, kind: 'mentioned', officerIds, note: said.text, followed: 'noted' });
    await addFollowers(ctx, tx, owner, record.id, mentioned.value, 'mentioned');
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: null,
      after: { note: id, text: said.text, mentions: mentioned.value },
    });
    return done(id);
  });
}
