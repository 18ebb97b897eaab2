import type { Actor, Scope } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { Id } from '#platform/db/id.ts';
import type { PaperState } from './issued-paper.ts';

/** What decides who may see and do what with a paper. */
export interface PaperRelations {
  readonly state: PaperState;
  readonly unitIds: readonly Id<'unit'>[];
  readonly draftedById: Id<'officer'> | null;
  readonly draftedUnitId: Id<'unit'> | null;
}

type Deed = 'edit' | 'discard' | 'restore' | 'issue' | 'recall';

/** Papers are read by the whole office, by the units to which they were issued, and by the unit that drafted them. */
export function read(actor: Actor, paper: PaperRelations): Decision {
  const scope = actor.grants.get('casework.issued-paper.read');
  if (scope === undefined) return deny('no-grant');
  if (reaches(scope, actor, paper)) return allow;
  const isAddressed = paper.state !== 'draft' && paper.unitIds.some((unit) => actor.unitIds.includes(unit));
  return scope === 'unit' && isAddressed ? allow : deny('no-grant');
}

/** Whether the person may read papers at all. */
export function readSome(actor: Actor): Decision {
  return actor.grants.has('casework.issued-paper.read') ? allow : deny('no-grant');
}

/** Drafts a paper. */
export function draft(actor: Actor): Decision {
  return actor.grants.has('casework.issued-paper.draft') && readSome(actor).allowed
    ? allow
    : deny('no-grant');
}

/** Changes, issues or withdraws a paper that the person sees; `unit` reaches drafts of one's own unit. */
export function may(actor: Actor, deed: Deed, paper: PaperRelations): Decision {
  const scope = actor.grants.get(`casework.issued-paper.${deed}`);
  return scope !== undefined && read(actor, paper).allowed && reaches(scope, actor, paper)
    ? allow
    : deny('no-grant');
}

/** Brings something that was signed to an issued paper: whoever may issue it. */
export function prove(actor: Actor, paper: PaperRelations): Decision {
  if (paper.state === 'draft') return deny('wrong-state');
  return may(actor, 'issue', paper);
}

/** Only the program itself writes down the files of a paper. */
export function record(actor: Actor): Decision {
  return actor.grants.has('casework.issued-paper.record') ? allow : deny('no-grant');
}

function reaches(scope: Scope, actor: Actor, paper: PaperRelations): boolean {
  if (scope === 'all') return true;
  if (actor.officerId !== null && paper.draftedById === actor.officerId) return true;
  return scope === 'unit' && paper.draftedUnitId !== null && actor.unitIds.includes(paper.draftedUnitId);
}
