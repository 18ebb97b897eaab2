import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { officerLink } from '../links.ts';
import { restoreOfficer } from './administer.server.ts';
import { texts } from './texts.ts';

/** An officer who has left. The officer stays for good, as the name under what they did. */
export const officerTrash: TrashKind = {
  kind: 'officer',
  acts: ['directory.officer.end'],
  restoreAct: 'directory.officer.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  link: (id) => officerLink(id),
  visibleTo: (actor) => grantedTo(actor, 'directory.officer.restore'),
  restore: restoreOfficer,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
};
