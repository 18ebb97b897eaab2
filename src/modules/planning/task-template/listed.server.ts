import { sql } from 'kysely';
import { rowSource } from '#platform/list/row-source.server.ts';
import { templates, toTemplate } from './queries.server.ts';
import { templateListShape } from './template-list.ts';

const ties = [
  { kind: 'instant', sql: sql`m.changed_at` },
  { kind: 'id', sql: sql`m.id` },
] as const;

/** The templates of the office as a list. */
export const templateRows = rowSource({
  shape: templateListShape,
  alias: 'm',
  pageSize: 50,
  rows: templates,
  fields: {
    'don-vi': { kind: 'id', column: sql`m.lead_unit_id` },
    ten: { kind: 'text', column: sql`m.title` },
    'san-pham': { kind: 'text', column: sql`m.product` },
    'so-viec': { kind: 'number', column: sql`m.step_count` },
    'so-ngay': { kind: 'number', column: sql`m.due_working_days` },
    'sua-ngay': { moment: sql`m.changed_at` },
    nguon: { kind: 'text', column: sql`m.source` },
  },
  orders: {
    sua: { ties },
    ten: { by: { kind: 'text', sql: sql`left(m.title, 100) collate "vi-x-icu"` }, ties },
    'so-viec': { by: { kind: 'whole', sql: sql`m.step_count` }, ties },
  },
  toRow: toTemplate,
});
