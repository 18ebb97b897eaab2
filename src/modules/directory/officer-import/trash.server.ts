import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { officerImportLink } from '../links.ts';
import { restoreOfficers } from './take-back.server.ts';
import { texts } from './texts.ts';

/** A list of officers that was taken back. What it entered stays as history; the note of the list goes. */
export const officerImportTrash: TrashKind = {
  kind: 'officer-import',
  acts: ['directory.officer-import.take-back'],
  restoreAct: 'directory.officer-import.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  link: () => officerImportLink,
  visibleTo: (actor) => grantedTo(actor, 'directory.officer-import.restore'),
  restore: restoreOfficers,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
  purge: async (ctx, tx, ids) => {
    await tx.db
      .deleteFrom('directory.officer_import')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('taken_back_at', 'is not', null)
      .execute();
  },
};
