import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { type RowSource, rowSource } from '#platform/list/row-source.server.ts';
import type { Book, PaperState } from './issued-paper.ts';
import { paperListShape } from './paper-list.ts';
import { visibleTo } from './visible-to.server.ts';

/** A paper as one line of the list. */
export interface PaperRow {
  readonly id: Id<'issued-paper'>;
  readonly kind: string;
  readonly state: PaperState;
  readonly subject: string;
  readonly symbol: string;
  readonly book: Book | null;
  readonly number: number | null;
  readonly year: number | null;
  readonly issuedOn: PlainDate | null;
  readonly signerName: string;
  readonly recipients: string;
  readonly unitIds: readonly Id<'unit'>[];
  readonly draftedByName: string;
}

const ties = [
  { kind: 'instant', sql: sql`i.changed_at` },
  { kind: 'id', sql: sql`i.id` },
] as const;

/** The papers of the office as a list, for the kinds that there are. */
export function paperRows(kinds: readonly string[]): RowSource<PaperRow> {
  return rowSource({
    shape: paperListShape(kinds),
    alias: 'i',
    pageSize: 50,
    rows: (ctx) =>
      ctx.db
        .selectFrom('casework.issued_paper as i')
        .select(['i.id', 'i.kind', 'i.state', 'i.subject', 'i.symbol', 'i.book', 'i.number', 'i.year'])
        .select(['i.issued_on', 'i.signer_name', 'i.recipients', 'i.unit_ids', 'i.drafted_by_name'])
        .where('i.tenant_id', '=', ctx.tenant.id)
        .where('i.discarded_at', 'is', null)
        .where(visibleTo(ctx.actor)),
    fields: {
      'tinh-trang': { kind: 'choice', column: sql`i.state` },
      loai: { kind: 'choice', column: sql`i.kind` },
      so: { matches: (book) => sql`i.book = ${book}` },
      'don-vi': { matches: (unit) => sql`${unit}::uuid = any(i.unit_ids)` },
      nam: { kind: 'number', column: sql`i.year` },
      'ngay-ban-hanh': { kind: 'date', column: sql`i.issued_on` },
      'so-van-ban': { kind: 'number', column: sql`i.number` },
      'trich-yeu': { kind: 'text', column: sql`i.subject` },
      'nguoi-ky': { kind: 'text', column: sql`i.signer_name` },
    },
    orders: {
      'cap-nhat': { ties },
      'ngay-ban-hanh': { by: { kind: 'date', sql: sql`i.issued_on`, canBeEmpty: true }, ties },
      'so-van-ban': { by: { kind: 'whole', sql: sql`i.number`, canBeEmpty: true }, ties },
    },
    toRow: (row): PaperRow => ({
      id: row.id as Id<'issued-paper'>,
      kind: row.kind,
      state: row.state as PaperState,
      subject: row.subject,
      symbol: row.symbol,
      book: row.book as Book | null,
      number: row.number,
      year: row.year,
      issuedOn: row.issued_on as PlainDate | null,
      signerName: row.signer_name,
      recipients: row.recipients,
      unitIds: row.unit_ids as Id<'unit'>[],
      draftedByName: row.drafted_by_name,
    }),
  });
}
