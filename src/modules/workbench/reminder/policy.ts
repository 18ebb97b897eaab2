import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Whom a line of the ledger is about; whether its record may be read, the record's own slice says. */
export interface LineRelations {
  readonly officerId: string;
  readonly substituteId: string | null;
  readonly unitId: string | null;
}

/** Whether the person may open the ledger at all. */
export function open(actor: Actor): Decision {
  return decide(actor.grants.has('casework.reminder.read'));
}

/** Everybody reads what they were told themselves; heads what concerns their unit. */
export function read(actor: Actor, line: LineRelations): Decision {
  const scope = actor.grants.get('casework.reminder.read');
  if (scope === undefined) return decide(false);
  if (scope === 'all') return decide(true);
  const isOwn = actor.officerId !== null && [line.officerId, line.substituteId].includes(actor.officerId);
  return decide(isOwn || (scope === 'unit' && actor.unitIds.some((id) => id === line.unitId)));
}

function decide(allowed: boolean): Decision {
  return allowed ? allow : deny('no-grant');
}
