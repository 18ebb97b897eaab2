import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import type { Book, IssuedFacts, IssuedPaper, PaperFile } from './issued-paper.ts';
import type { PaperLine } from './paper-source.server.ts';
import { visibleTo } from './visible-to.server.ts';

const columns = [
  'i.id',
  'i.kind',
  'i.state',
  'i.subject',
  'i.asked',
  'i.unit_ids',
  'i.symbol',
  'i.authority',
  'i.signer_name',
  'i.signer_position',
  'i.recipients',
  'i.urgency',
  'i.drafted_by_id',
  'i.drafted_by_name',
  'i.drafted_unit_id',
  'i.drafted_at',
  'i.changed_at',
  'i.replaces_id',
  'i.book',
  'i.year',
  'i.number',
  'i.number_note',
  'i.issued_on',
  'i.issued_at',
  'i.issued_by_name',
  'i.word_sha256',
  'i.word_bytes',
  'i.pdf_sha256',
  'i.pdf_bytes',
  'i.filed_at',
  'i.ended_at',
  'i.ended_by_name',
  'i.ended_reason',
  'i.version',
] as const;

/** One paper that this person may read; `NotFound` also for a draft that was thrown away. */
export async function getPaper(ctx: Ctx, paperId: string): Promise<IssuedPaper> {
  const id = parseId<'issued-paper'>(paperId);
  const row =
    id &&
    (await papers(ctx)
      .select(columns)
      .where(visibleTo(ctx.actor))
      .where('i.discarded_at', 'is', null)
      .where('i.id', '=', id)
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return toPaper(row);
}

/** The papers that this person may read, in the order of their ids; from after one, and so many. */
export async function listPapers(ctx: Ctx, after: string | undefined, most: number): Promise<IssuedPaper[]> {
  let query = papers(ctx).select(columns).where(visibleTo(ctx.actor)).where('i.discarded_at', 'is', null);
  if (after !== undefined) query = query.where('i.id', '>', after);
  return (await query.orderBy('i.id').limit(most).execute()).map(toPaper);
}

/** The content of an issued paper that the caller has read already, as it was frozen. */
export async function getFrozenPaper(ctx: Ctx, paperId: Id<'issued-paper'>): Promise<Paper> {
  const row = await papers(ctx).select('i.paper').where('i.id', '=', paperId).executeTakeFirst();
  if (!row?.paper) throw new NotFound();
  return row.paper as unknown as Paper;
}

/** An issued paper whose files are still to be made, whoever issued it. */
export async function findToFile(
  ctx: Ctx,
  paperId: string,
): Promise<{ id: Id<'issued-paper'>; paper: Paper } | undefined> {
  const row = await papers(ctx)
    .select(['i.id', 'i.paper'])
    .where('i.id', '=', paperId)
    .where('i.filed_at', 'is', null)
    .executeTakeFirst();
  return row?.paper ? { id: row.id as Id<'issued-paper'>, paper: row.paper as unknown as Paper } : undefined;
}

/** The first records that a paper is about, in its order, and how many there are; the caller has read the paper. */
export async function listLines(
  ctx: Ctx,
  paperId: Id<'issued-paper'>,
  most: number,
): Promise<{ lines: readonly PaperLine[]; count: number }> {
  const rows = await ctx.db
    .selectFrom('casework.issued_paper_record')
    .select(['record_kind', 'record_id', 'unit_id', 'facts', sql<number>`count(*) over ()`.as('count')])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('paper_id', '=', paperId)
    .orderBy('ordinal')
    .limit(most)
    .execute();
  return {
    count: rows[0]?.count ?? 0,
    lines: rows.map((row) => ({
      recordKind: row.record_kind,
      recordId: row.record_id,
      unitId: row.unit_id as Id<'unit'> | null,
      facts: row.facts as PaperLine['facts'],
    })),
  };
}

const paperRows = keptForActor((asker, record: { readonly kind: string; readonly id: string }) =>
  papers(asker)
    .innerJoin('casework.issued_paper_record as r', (join) =>
      join.onRef('r.tenant_id', '=', 'i.tenant_id').onRef('r.paper_id', '=', 'i.id'),
    )
    .select(columns)
    .where('r.record_kind', '=', record.kind)
    .where('r.record_id', '=', record.id)
    .where(visibleTo(asker.actor))
    .orderBy('i.issued_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(20),
);

/** The issued papers about one record that this person may read, newest first. */
export async function listPapersAbout(
  ctx: Ctx,
  record: { readonly kind: string; readonly id: string },
): Promise<IssuedPaper[]> {
  return (await paperRows(ctx, record)).map(toPaper);
}

/**
 * The papers of a kind issued since a day that go to a unit of this person or were drafted by them, the newest 200; those
 * that were withdrawn or replaced too.
 */
export async function listPapersToMe(ctx: Ctx, kind: string, since: PlainDate): Promise<IssuedPaper[]> {
  const { unitIds, officerId } = ctx.actor;
  const rows = await papers(ctx)
    .select(columns)
    .where(visibleTo(ctx.actor))
    .where('i.kind', '=', kind)
    .where('i.state', '<>', 'draft')
    .where('i.issued_on', '>=', since)
    .where(sql<boolean>`(i.unit_ids && ${[...unitIds]}::uuid[] or i.drafted_by_id = ${officerId}::uuid)`)
    .orderBy('i.issued_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(toPaper);
}

/** The paper that took the place of another; the caller has read that one. */
export async function findReplacement(ctx: Ctx, paperId: string): Promise<IssuedPaper | undefined> {
  const row = await papers(ctx)
    .select(columns)
    .where(visibleTo(ctx.actor))
    .where('i.replaces_id', '=', paperId)
    .where('i.discarded_at', 'is', null)
    .orderBy('i.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toPaper(row);
}

/** The number that comes next in a series of the year. */
export async function nextNumber(ctx: Ctx, book: Book, year: number): Promise<number> {
  const row = await ctx.db
    .selectFrom('casework.paper_book')
    .select('last_number')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('book', '=', book)
    .where('year', '=', year)
    .executeTakeFirst();
  return (row?.last_number ?? 0) + 1;
}

function papers(ctx: Pick<Ctx, 'db' | 'tenant'>) {
  return ctx.db.selectFrom('casework.issued_paper as i').where('i.tenant_id', '=', ctx.tenant.id);
}

interface PaperRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly subject: string;
  readonly asked: unknown;
  readonly unit_ids: string[];
  readonly symbol: string;
  readonly authority: string;
  readonly signer_name: string;
  readonly signer_position: string;
  readonly recipients: string;
  readonly urgency: string;
  readonly drafted_by_id: string | null;
  readonly drafted_by_name: string;
  readonly drafted_unit_id: string | null;
  readonly drafted_at: Date;
  readonly changed_at: Date;
  readonly replaces_id: string | null;
  readonly book: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly number_note: string;
  readonly issued_on: string | null;
  readonly issued_at: Date | null;
  readonly issued_by_name: string | null;
  readonly word_sha256: Buffer | null;
  readonly word_bytes: number | string | bigint | null;
  readonly pdf_sha256: Buffer | null;
  readonly pdf_bytes: number | string | bigint | null;
  readonly filed_at: Date | null;
  readonly ended_at: Date | null;
  readonly ended_by_name: string | null;
  readonly ended_reason: string | null;
  readonly version: number;
}

function toPaper(row: PaperRow): IssuedPaper {
  const word = fileOf(row.word_sha256, row.word_bytes);
  const pdf = fileOf(row.pdf_sha256, row.pdf_bytes);
  return {
    id: row.id as Id<'issued-paper'>,
    kind: row.kind,
    state: row.state as IssuedPaper['state'],
    subject: row.subject,
    asked: row.asked,
    unitIds: row.unit_ids as Id<'unit'>[],
    symbol: row.symbol,
    authority: row.authority as IssuedPaper['authority'],
    signerName: row.signer_name,
    signerPosition: row.signer_position,
    recipients: row.recipients,
    urgency: row.urgency as IssuedPaper['urgency'],
    draftedById: row.drafted_by_id as Id<'officer'> | null,
    draftedByName: row.drafted_by_name,
    draftedUnitId: row.drafted_unit_id as Id<'unit'> | null,
    draftedAt: row.drafted_at,
    changedAt: row.changed_at,
    replacesId: row.replaces_id as Id<'issued-paper'> | null,
    issued: issuedOf(row),
    filed: row.filed_at && word && pdf ? { at: row.filed_at, word, pdf } : null,
    ended: row.ended_at
      ? { at: row.ended_at, byName: row.ended_by_name ?? '', reason: row.ended_reason ?? '' }
      : null,
    version: row.version,
  };
}

function issuedOf(row: PaperRow): IssuedFacts | null {
  const { book, year, number, issued_on, issued_at, issued_by_name } = row;
  if (!book || !year || !number || !issued_on || !issued_at || !issued_by_name) return null;
  return {
    book: book as Book,
    year,
    number,
    numberNote: row.number_note,
    on: issued_on as PlainDate,
    at: issued_at,
    byName: issued_by_name,
  };
}

function fileOf(sha256: Buffer | null, bytes: PaperRow['word_bytes']): PaperFile | null {
  return sha256 && bytes !== null ? { sha256: sha256.toString('hex'), byteCount: Number(bytes) } : null;
}
