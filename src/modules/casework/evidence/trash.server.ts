import { sql, type SqlBool } from 'kysely';
import { NotFound } from '#platform/http/thrown.ts';
import type { Act } from '#platform/db/act.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { forgetChecks } from '../signature-check/commands.server.ts';
import { restoreEvidence } from './commands/remove.server.ts';
import type { EvidenceOwner } from './owner.server.ts';
import { texts } from './texts.ts';

/** Evidence that was taken away from records of these kinds, each shown to whom the record is shown. */
export function evidenceTrash(owners: readonly EvidenceOwner[]): TrashKind {
  return {
    kind: 'evidence',
    acts: ['casework.evidence.remove'],
    restoreAct: 'casework.evidence.restore',
    noun: (lang) => texts(lang).inTrash.noun,
    visibleTo: (actor) =>
      sql<SqlBool>`exists (select from casework.evidence_attachment a
        where a.tenant_id = e.tenant_id and a.id = e.record_id and (${sql.join(
          owners.map((owner) => sql`(a.record_kind = ${owner.kind} and ${owner.visibleTo(actor)})`),
          sql` or `,
        )}))`,
    restore: async (ctx, attachmentId) => {
      const row = await ctx.db
        .selectFrom('casework.evidence_attachment')
        .select(['record_kind', 'record_id'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', attachmentId)
        .executeTakeFirst();
      const owner = owners.find(({ kind }) => kind === row?.record_kind);
      if (!row || !owner) throw new NotFound();
      return restoreEvidence(ctx, owner, row.record_id, attachmentId);
    },
    refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
    purge,
  };
}

/** What is attached nowhere any more goes with its last attachment; its contents follow in their own time. */
async function purge(ctx: Ctx, tx: Act, attachmentIds: readonly string[]): Promise<void> {
  const gone = await tx.db
    .deleteFrom('casework.evidence_attachment')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...attachmentIds])
    .where('removed_at', 'is not', null)
    .returning('evidence_id')
    .execute();
  if (gone.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select e.id from casework.evidence e
    where e.tenant_id = ${ctx.tenant.id} and e.id = any(${gone.map((row) => row.evidence_id)}::uuid[])
      and not exists (select from casework.evidence_attachment a
        where a.tenant_id = ${ctx.tenant.id} and a.evidence_id = e.id)`.execute(tx.db);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  const contents = await tx.db
    .selectFrom('casework.evidence_version as v')
    .innerJoin('platform.file_content as f', (join) =>
      join.onRef('f.tenant_id', '=', 'v.tenant_id').onRef('f.id', '=', 'v.content_id'),
    )
    .select('f.sha256')
    .where('v.tenant_id', '=', ctx.tenant.id)
    .where('v.evidence_id', 'in', ids)
    .execute();
  await tx.db
    .deleteFrom('casework.frozen_record')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('evidence_id', 'in', ids)
    .execute();
  await tx.db
    .deleteFrom('casework.evidence_version')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('evidence_id', 'in', ids)
    .execute();
  await forgetChecks(
    ctx,
    tx,
    contents.map(({ sha256 }) => sha256),
  );
  await tx.db
    .deleteFrom('casework.evidence')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', ids)
    .execute();
}
