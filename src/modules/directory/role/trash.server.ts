import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { roleLink } from '../links.ts';
import { restoreRole } from './commands.server.ts';
import { texts } from './texts.ts';

/** A role of the tenant's own that was put aside. */
export const roleTrash: TrashKind = {
  kind: 'role',
  acts: ['directory.role.end'],
  restoreAct: 'directory.role.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  link: (id) => roleLink(id),
  visibleTo: (actor) => grantedTo(actor, 'directory.role.restore'),
  restore: restoreRole,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
  purge: async (ctx, tx, ids) => {
    const ended = await tx.db
      .selectFrom('directory.role')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('ended_at', 'is not', null)
      .execute();
    if (ended.length === 0) return;
    const gone = ended.map(({ id }) => id);
    for (const table of ['directory.account_role', 'directory.role_grant'] as const) {
      await tx.db
        .deleteFrom(table)
        .where('tenant_id', '=', ctx.tenant.id)
        .where('role_id', 'in', gone)
        .execute();
    }
    await tx.db
      .deleteFrom('directory.role')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', gone)
      .execute();
  },
};
