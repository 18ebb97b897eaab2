import { sql } from 'kysely';
import { rowSource } from '#platform/list/row-source.server.ts';
import { conclusionListShape } from './conclusion-list.ts';
import { conclusions, toConclusion } from './queries.server.ts';

const ties = [
  { kind: 'date', sql: sql`c.issued_on` },
  { kind: 'id', sql: sql`c.id` },
] as const;

/** The conclusions of the office as a list. */
export const conclusionRows = rowSource({
  shape: conclusionListShape,
  alias: 'c',
  pageSize: 50,
  rows: conclusions,
  fields: {
    loai: { kind: 'choice', column: sql`c.kind` },
    ngay: { kind: 'date', column: sql`c.issued_on` },
    so: { kind: 'text', column: sql`c.number` },
    ten: { kind: 'text', column: sql`c.title` },
    'noi-ban-hanh': { kind: 'text', column: sql`c.issuer` },
    'chu-tri': { kind: 'text', column: sql`c.chair` },
    'chua-xu-ly': { kind: 'number', column: sql`c.open_count` },
    'nhiem-vu': { kind: 'number', column: sql`c.task_count` },
    'qua-han': { kind: 'number', column: sql`c.late_count` },
  },
  orders: {
    ngay: { ties },
    ten: { by: { kind: 'text', sql: sql`left(c.title, 100) collate "vi-x-icu"` }, ties },
    'qua-han': { by: { kind: 'whole', sql: sql`c.late_count` }, ties },
  },
  toRow: toConclusion,
});
