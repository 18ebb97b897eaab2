import { grantedTo } from '#platform/trash/granted-to.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { trustedCertificatesLink } from '../links.ts';
import { restoreTrusted } from './commands.server.ts';
import { texts } from './texts.ts';

/** A certificate that is trusted no longer. */
export const trustedCertificateTrash: TrashKind = {
  kind: 'trusted-certificate',
  acts: ['casework.trusted-certificate.remove'],
  restoreAct: 'casework.trusted-certificate.restore',
  noun: (lang) => texts(lang).inTrash.noun,
  link: () => trustedCertificatesLink(),
  visibleTo: (actor) => grantedTo(actor, 'casework.trusted-certificate.restore'),
  restore: restoreTrusted,
  refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
  purge: async (ctx, tx, ids) => {
    await tx.db
      .deleteFrom('casework.trusted_certificate')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', 'in', [...ids])
      .where('removed_at', 'is not', null)
      .execute();
  },
};
