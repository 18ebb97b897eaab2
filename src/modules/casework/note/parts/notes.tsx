import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import type { TimelineEntry } from '#ui/timeline/timeline.tsx';
import type { OwnedRecord, RecordOwner } from '../../follow/record-owner.server.ts';
import { noteLink } from '../links.ts';
import type { Note } from '../note.ts';
import * as policy from '../policy.ts';
import { listNotes } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { QuickNote } from './note-form.tsx';
import { NoteText } from './note-text.tsx';

/** The notes on a record, read beforehand. */
export interface ShownNotes {
  readonly ctx: Ctx;
  readonly link: string;
  readonly record: OwnedRecord;
  readonly notes: readonly Note[];
}

/** Reads the notes on a record for its page. */
export async function showNotes(ctx: Ctx, owner: RecordOwner, recordId: string): Promise<ShownNotes> {
  const record = await owner.find(ctx, recordId);
  return { ctx, link: `${owner.path}/${record.id}`, record, notes: await listNotes(ctx, owner, record.id) };
}

/** The box in which a note is written; nothing for who may not. */
export function WriteNote({ shown: { ctx, link, record } }: { shown: ShownNotes }) {
  if (!policy.write(record).allowed) return null;
  return (
    <Panel id="note" title={texts(ctx.lang).write}>
      <QuickNote lang={ctx.lang} link={link} />
    </Panel>
  );
}

/** A thing that happened to a record, with the moment by which it stands among the others. */
export type DatedEntry = TimelineEntry & { readonly at: Date };

/** The notes as entries of the record's history, newest first, each with the way to its page. */
export function noteEntries({ ctx, link, notes }: ShownNotes): DatedEntry[] {
  const t = texts(ctx.lang);
  return notes.map((note) => {
    const isMore =
      note.version > 1 ||
      policy.edit(ctx.actor, note, ctx.clock.now()).allowed ||
      policy.remove(ctx.actor, note).allowed;
    return {
      key: note.id,
      at: note.writtenAt,
      when: formatInstant(ctx.lang, note.writtenAt),
      dateTime: note.writtenAt.toISOString(),
      title: t.by(note.authorName),
      text: (
        <>
          <NoteText note={note} />
          {note.version > 1 && <small> ({t.edited})</small>}
          {isMore && (
            <LinkButton
              kind="quiet"
              size="small"
              href={noteLink(link, note.id)}
              label={t.moreOf(note.authorName)}
            >
              {t.more}
            </LinkButton>
          )}
        </>
      ),
    };
  });
}
