import { sql, type SqlBool } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import type { RecordOwner } from '../follow/record-owner.server.ts';
import { restoreNote } from './commands/remove.server.ts';
import { texts } from './texts.ts';

/** Notes that were removed from records of these kinds, each shown to whom the record is shown. */
export function noteTrash(owners: readonly RecordOwner[]): TrashKind {
  return {
    kind: 'note',
    acts: ['casework.note.remove'],
    restoreAct: 'casework.note.restore',
    noun: (lang) => texts(lang).inTrash.noun,
    visibleTo: (actor) =>
      sql<SqlBool>`exists (select from casework.note a
        where a.tenant_id = e.tenant_id and a.id = e.record_id
          and (${actor.grants.get('casework.note.restore') === 'all'}::boolean or a.author_id = ${actor.accountId}::uuid)
          and (${sql.join(
            owners.map((owner) => sql`(a.record_kind = ${owner.kind} and ${owner.visibleTo(actor)})`),
            sql` or `,
          )}))`,
    restore: async (ctx, noteId) => {
      const row = await ctx.db
        .selectFrom('casework.note')
        .select(['record_kind', 'record_id'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', noteId)
        .executeTakeFirst();
      const owner = owners.find(({ kind }) => kind === row?.record_kind);
      if (!row || !owner) throw new NotFound();
      return restoreNote(ctx, owner, row.record_id, noteId);
    },
    refusal: (lang, code) => texts(lang).inTrash.refusal[code] ?? code,
    purge,
  };
}

async function purge(ctx: Ctx, tx: Act, noteIds: readonly string[]): Promise<void> {
  const rows = await tx.db
    .selectFrom('casework.note')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...noteIds])
    .where('removed_at', 'is not', null)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const table of ['casework.note_mention', 'casework.note_version'] as const)
    await tx.db
      .deleteFrom(table)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('note_id', 'in', ids)
      .execute();
  await tx.db
    .deleteFrom('casework.note')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', ids)
    .execute();
}
