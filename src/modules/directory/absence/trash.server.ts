import { expressionBuilder, type SqlBool, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { absencesLink } from '../links.ts';
import { restoreAbsence } from './commands.server.ts';
import { visibleTo } from './visible-to.server.ts';
import { texts } from './texts.ts';

/** An absence that was taken back. */
export const absenceTrash: TrashKind = {
  kind: 'absence',
  acts: ['directory.absence.cancel'],
  restoreAct: 'directory.absence.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  link: () => absencesLink,
  visibleTo: (actor) => {
    const reach = visibleTo(actor)(expressionBuilder<DB & { p: DB['directory.position'] }, 'p'>());
    return sql<SqlBool>`exists (
      select 1 from directory.absence x
      join directory.officer o on o.tenant_id = x.tenant_id and o.id = x.officer_id
      join directory.position p on p.tenant_id = o.tenant_id and p.id = o.position_id
      where x.tenant_id = e.tenant_id and x.id = e.record_id and ${reach})`;
  },
  restore: restoreAbsence,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
  purge: async (ctx, tx, ids) => {
    await tx.db
      .deleteFrom('directory.absence')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('cancelled_at', 'is not', null)
      .execute();
  },
};
