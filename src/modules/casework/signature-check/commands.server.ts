import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { SignatureReport } from '#platform/signature/signature-report.ts';
import { loadTrust } from '../trusted-certificate/queries.server.ts';
import * as policy from './policy.ts';
import type { HeldPaper } from './queries.server.ts';
import { type SignatureStanding, standingOf } from './signature-check.ts';

/** What a look at a paper gave: a report, or nothing because it took too long or the file is too large. */
export interface CheckFound {
  readonly report: SignatureReport | undefined;
  /** Over whom the office trusted when the look was taken. */
  readonly trustedBy: Buffer;
  /** Whether no page shows anything. */
  readonly isBlank: boolean;
}

/**
 * Writes down what was found of the signatures of a paper, and that it is empty where it is. Refused where the office trusts others than when the look was
 * taken: it has to be taken again.
 */
export function recordCheck(
  ctx: Ctx,
  paper: HeldPaper,
  { report, trustedBy, isBlank }: CheckFound,
): Promise<Outcome<SignatureStanding, 'trust-changed'>> {
  return act<SignatureStanding, 'trust-changed'>(ctx, 'casework.signature.check', async (tx) => {
    must(policy.record(ctx.actor));
    if (!(await loadTrust(ctx)).sha256.equals(trustedBy)) return refused('trust-changed');
    const standing = report ? standingOf(report) : 'unchecked';
    await tx.db
      .insertInto('casework.signature_check')
      .values({
        tenant_id: ctx.tenant.id,
        sha256: Buffer.from(paper.sha256, 'hex'),
        standing,
        report: JSON.stringify(report ?? { signatures: [], left: 0 }),
        trusted_by: trustedBy,
        checked_at: tx.now,
      })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'sha256']).doUpdateSet((eb) => ({
          standing: eb.ref('excluded.standing'),
          report: eb.ref('excluded.report'),
          trusted_by: eb.ref('excluded.trusted_by'),
          checked_at: eb.ref('excluded.checked_at'),
        })),
      )
      .execute();
    if (isBlank) await markBlank(ctx, tx, paper);
    await tx.audit({
      recordKind: 'file-content',
      recordId: paper.contentId,
      before: null,
      after: { sha256: paper.sha256, signatures: report?.signatures.length ?? 0, standing },
    });
    return done(standing);
  });
}

/** What is cut off or under a password was not looked into, and stays what it is. */
async function markBlank(ctx: Ctx, tx: Pick<Act, 'db'>, paper: HeldPaper): Promise<void> {
  await tx.db
    .updateTable('platform.file_content')
    .set({ readability: 'blank' })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', paper.contentId)
    .where('readability', '=', 'whole')
    .execute();
}

/** Forgets what was found of contents that no proof names any more: it tells who signed them. */
export async function forgetChecks(ctx: Ctx, tx: Pick<Act, 'db'>, hashes: readonly Buffer[]): Promise<void> {
  if (hashes.length === 0) return;
  await tx.db
    .deleteFrom('casework.signature_check')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('sha256', 'in', [...hashes])
    .where(
      sql<boolean>`not exists (select from casework.evidence_version v
        join platform.file_content f on f.tenant_id = v.tenant_id and f.id = v.content_id
        where v.tenant_id = signature_check.tenant_id and f.sha256 = signature_check.sha256)`,
    )
    .execute();
}
