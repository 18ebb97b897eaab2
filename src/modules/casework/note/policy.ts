import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { OwnedRecord } from '../follow/record-owner.server.ts';
import { isEditable, type Note } from './note.ts';

type Authored = Pick<Note, 'authorId'>;

/** Writes a note: whoever sees the record, where the grant reaches it. Reading needs nothing but sight of the record. */
export function write(record: Pick<OwnedRecord, 'may'>): Decision {
  return record.may('casework.note.write');
}

/** Edits a note: who wrote it, for a day. */
export function edit(actor: Actor, note: Authored & Pick<Note, 'writtenAt'>, now: Date): Decision {
  if (!actor.grants.has('casework.note.edit') || !isBy(actor, note)) return deny('no-grant');
  return isEditable(note, now) ? allow : deny('too-late');
}

/** Removes a note: who wrote it, and who may remove any. */
export function remove(actor: Actor, note: Authored): Decision {
  return reaches(actor, 'casework.note.remove', note);
}

/** Brings a removed note back. */
export function restore(actor: Actor, note: Authored): Decision {
  return reaches(actor, 'casework.note.restore', note);
}

function reaches(actor: Actor, act: string, note: Authored): Decision {
  const scope = actor.grants.get(act);
  return scope === 'all' || (scope !== undefined && isBy(actor, note)) ? allow : deny('no-grant');
}

function isBy(actor: Actor, note: Authored): boolean {
  return actor.accountId !== null && note.authorId === actor.accountId;
}
