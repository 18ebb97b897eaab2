import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import { rowSource } from '#platform/list/row-source.server.ts';
import { draftName, type DraftOrigin, type DraftState, type PlanDraft } from '../plan-draft/plan-draft.ts';
import { visibleTo } from '../plan-draft/visible-to.server.ts';
import type { PlanHead } from '../reading/plan-reading.ts';
import { draftListShape } from './draft-list.ts';

/** A draft as one line of the list. */
export type DraftRow = Pick<
  PlanDraft,
  'id' | 'state' | 'origin' | 'fileName' | 'createdByName' | 'createdAt'
> & { readonly name: string };

/** The SQL twin of `draftName`. */
const name = sql`coalesce(d.head ->> 'title', d.file_name, d.origin_words, '')`;

const ties = [
  { kind: 'instant', sql: sql`d.created_at` },
  { kind: 'id', sql: sql`d.id` },
] as const;

/** The imports and drafts of the tenant as a list. */
export const draftRows = rowSource({
  shape: draftListShape,
  alias: 'd',
  pageSize: 50,
  rows: (ctx) =>
    ctx.db
      .selectFrom('planning.plan_draft as d')
      .select(['d.id', 'd.state', 'd.origin', 'd.origin_words', 'd.file_name', 'd.head'])
      .select(['d.created_by_name', 'd.created_at'])
      .where('d.tenant_id', '=', ctx.tenant.id)
      .where(visibleTo(ctx.actor)),
  fields: {
    'tinh-trang': { kind: 'choice', column: sql`d.state` },
    nguon: { kind: 'choice', column: sql`d.origin` },
    'nguoi-nhap': { kind: 'text', column: sql`d.created_by_name` },
    'ngay-nhap': { moment: sql`d.created_at` },
    ten: { kind: 'text', column: name },
    tep: { kind: 'text', column: sql`d.file_name` },
  },
  orders: {
    'luc-nhap': { ties },
    ten: { by: { kind: 'text', sql: sql`left(${name}, 100) collate "vi-x-icu"` }, ties },
    'nguoi-nhap': { by: { kind: 'text', sql: sql`left(d.created_by_name, 100) collate "vi-x-icu"` }, ties },
  },
  toRow: (row): DraftRow => ({
    id: row.id as Id<'plan-draft'>,
    state: row.state as DraftState,
    origin: row.origin as DraftOrigin,
    fileName: row.file_name,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    name: draftName({
      head: row.head as unknown as PlanHead | null,
      fileName: row.file_name,
      originWords: row.origin_words,
    }),
  }),
});
