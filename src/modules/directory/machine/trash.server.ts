import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { machineLink } from '../links.ts';
import { restoreMachine } from './commands.server.ts';
import { texts } from './texts.ts';

/** A program that was taken out of use. It stays for good, as the name under what it did. */
export const machineTrash: TrashKind = {
  kind: 'machine',
  acts: ['directory.machine.end'],
  restoreAct: 'directory.machine.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  link: (id) => machineLink(id),
  visibleTo: (actor) => grantedTo(actor, 'directory.machine.restore'),
  restore: restoreMachine,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
};
