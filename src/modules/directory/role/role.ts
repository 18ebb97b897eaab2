import type { Scope } from '#platform/session/actor.ts';
import type { Id } from '#platform/db/id.ts';

/** A bundle of grants, as the administrator of the tenant sees it. */
export interface Role {
  readonly id: Id<'role'>;
  readonly code: string;
  /** What the tenant calls a role of its own; null for the built-in ones. */
  readonly name: string | null;
  readonly isEnded: boolean;
  readonly grants: ReadonlyMap<string, Scope>;
  /** How many accounts hold it. */
  readonly holderCount: number;
}

export const longestRoleName = 80;

/** Work on tasks, their parts and their proof. */
const workOnTasks = [
  'planning.task.',
  'planning.contribution.',
  'planning.sub-task.',
  'planning.dependency.',
  'planning.task-target.',
];

/** The scopes that mean something for an act: work on tasks and its proof can reach a unit or a person, setting up cannot. */
export function scopesOf(act: string): readonly Scope[] {
  if ([...workOnTasks, 'casework.evidence.'].some((slice) => act.startsWith(slice))) {
    return ['own', 'unit', 'all'];
  }
  if (/^planning\.report-hand-in\.(?:read|hand-in|withdraw)$/.test(act)) return ['unit', 'all'];
  if (act === 'casework.issued-paper.export') return ['all'];
  if (act.startsWith('casework.issued-paper.')) return ['own', 'unit', 'all'];
  if (act === 'planning.unit-head-review.read') return ['own', 'all'];
  if (act === 'planning.unit-head-review.score') return ['own'];
  if (act === 'casework.reminder.read') return ['own', 'unit', 'all'];
  if (act.startsWith('casework.notice-choice.')) return ['own', 'unit', 'all'];
  if (act === 'casework.note.write') return ['own', 'unit', 'all'];
  if (act === 'casework.note.edit' || act.startsWith('workbench.notice.')) return ['own'];
  if (act.startsWith('planning.calendar-feed.')) return ['own'];
  if (act === 'planning.conclusion.add-lines' || act === 'planning.conclusion.edit-line')
    return ['unit', 'all'];
  if (act.startsWith('casework.note.')) return ['own', 'all'];
  if (act.startsWith('directory.absence.')) return ['unit', 'all'];
  return ['all'];
}

/** The field of a form that says the scope of an act. */
export function grantField(act: string): string {
  return `quyen:${act}`;
}

/**
 * Reads the grants of a role from what a form sent. An act that the form does not name is not granted; undefined when
 * a scope means nothing for its act.
 */
export function readGrants(
  sent: Readonly<Record<string, string>>,
  acts: readonly string[],
): ReadonlyMap<string, Scope> | undefined {
  const grants = new Map<string, Scope>();
  for (const act of acts) {
    const given = sent[grantField(act)] ?? '';
    const scope = scopesOf(act).find((one) => one === given);
    if (scope) grants.set(act, scope);
    else if (given !== '') return undefined;
  }
  return grants;
}
