import { sql } from 'kysely';
import { parseId } from '#platform/db/id.ts';
import type { FormValues } from '#platform/http/req.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type Facts, seenBy, seenField, seenText } from './seen.ts';
import { texts } from './texts.ts';

/**
 * Holds a record until the request ends, so that what is compared with what the person saw is what is then changed.
 * The table has `tenant_id` and `id`; an id that is none holds nothing.
 */
export async function holdRecord(ctx: Ctx, table: string, recordId: string): Promise<void> {
  const id = parseId(recordId);
  if (!id) return;
  await sql`select 1 from ${sql.table(table)} where tenant_id = ${ctx.tenant.id} and id = ${id} for update`.execute(
    ctx.db,
  );
}

/**
 * What the page of a conflict shows: the record as the other saved it, with who and when by the audit, and what this
 * person typed and had seen. What is sent from there has seen the record as it is now.
 */
export async function conflictOf(
  ctx: Ctx,
  form: FormValues,
  record: { readonly kind: string; readonly id: string; readonly acts: readonly string[] },
  facts: { readonly now: Facts; readonly typed: Facts },
) {
  const t = texts(ctx.lang);
  const line = await ctx.db
    .selectFrom('platform.audit_line')
    .select(['actor_name', 'at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('record_kind', '=', record.kind)
    .where('record_id', '=', record.id)
    .where('act', 'in', [...record.acts])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const theirs = line ? t.theirs(line.actor_name, formatInstant(ctx.lang, new Date(line.at))) : t.stored;
  return {
    labels: {
      title: t.title,
      lead: t.lead,
      theirs,
      mine: t.mine,
      empty: t.empty,
      save: t.save,
      keep: t.keep,
    },
    theirs: facts.now,
    mine: facts.typed,
    seen: seenBy(form),
    carry: { [seenField]: seenText(facts.now) },
  };
}

/** What a ticked box says where its two versions stand side by side. */
export function tickWords(ctx: Ctx): (value: string) => string {
  const t = texts(ctx.lang);
  return (value) => (value === '1' ? t.yes : t.no);
}
