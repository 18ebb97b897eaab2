import type { ComponentChildren } from 'preact';
import { mentionSpans } from '../mention-spans.ts';
import type { Note } from '../note.ts';

/** What a note says: its lines as they were typed, and the names of those whom it mentions set off. */
export function NoteText({ note }: { note: Pick<Note, 'text' | 'mentions'> }) {
  const people = note.mentions.map(({ officerId, name }) => ({ id: officerId, fullName: name }));
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { from, to, ids } of mentionSpans(note.text, people)) {
    if (ids.length === 0) continue;
    parts.push(note.text.slice(at, from), <b key={from}>{note.text.slice(from, to)}</b>);
    at = to;
  }
  return (
    <span class="timeline-said">
      {parts}
      {note.text.slice(at)}
    </span>
  );
}
