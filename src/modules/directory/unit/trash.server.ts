import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { unitLink } from '../links.ts';
import { restoreUnit } from './commands.server.ts';
import { texts } from './texts.ts';

/** A unit that has ended. It stays for good, as the name of what was given to it. */
export const unitTrash: TrashKind = {
  kind: 'unit',
  acts: ['directory.unit.end'],
  restoreAct: 'directory.unit.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  link: (id) => unitLink(id),
  visibleTo: (actor) => grantedTo(actor, 'directory.unit.restore'),
  restore: restoreUnit,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
};
