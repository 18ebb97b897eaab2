import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import type { ListExport } from './list-export.ts';

/** Rows leave the product only by the act of their list. */
export function make(actor: Actor, listAct: string): Decision {
  return actor.grants.has(listAct) ? allow : deny('no-grant');
}

/** A file is for the person who asked for it. */
export function read(actor: Actor, file: Pick<ListExport, 'accountId'>): Decision {
  return actor.accountId !== null && actor.accountId === file.accountId ? allow : deny('no-grant');
}
