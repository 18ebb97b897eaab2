import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { ownDaysLink } from '../links.ts';
import { restoreOwnDay } from './commands.server.ts';
import { texts } from './texts.ts';

/** A day of the office that was taken back. */
export const ownDayTrash: TrashKind = {
  kind: 'own-day',
  acts: ['calendar.own-day.remove'],
  restoreAct: 'calendar.own-day.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  link: () => ownDaysLink,
  visibleTo: (actor) => grantedTo(actor, 'calendar.own-day.restore'),
  restore: restoreOwnDay,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
  purge: async (ctx, tx, ids) => {
    await tx.db
      .deleteFrom('calendar.own_day')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('removed_at', 'is not', null)
      .execute();
  },
};
