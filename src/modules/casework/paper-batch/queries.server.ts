import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Book, PaperState } from '../issued-paper/issued-paper.ts';
import { visibleTo as seesPaper } from '../issued-paper/visible-to.server.ts';
import { type BatchFailure, type BatchPaper, inOrder, type PaperBatch } from './paper-batch.ts';
import { visibleTo } from './visible-to.server.ts';

/** One batch of this person; another's is not found. */
export async function getBatch(ctx: Ctx, batchId: string): Promise<PaperBatch> {
  const id = parseId(batchId);
  const row = id && (await batches(ctx).where('id', '=', id).where(visibleTo(ctx.actor)).executeTakeFirst());
  if (!row) throw new NotFound();
  return toBatch(row);
}

/** The batch that a job makes, whoever asked for it, with the ids of its papers. */
export async function findBatchToMake(
  ctx: Ctx,
  batchId: string,
): Promise<(PaperBatch & { readonly paperIds: readonly string[] }) | undefined> {
  const row = await batches(ctx).select('paper_ids').where('id', '=', batchId).executeTakeFirst();
  return row && { ...toBatch(row), paperIds: row.paper_ids };
}

/** Whether this person still sees every paper of a batch that they have read already. */
export async function isStillSeen(ctx: Ctx, one: Pick<PaperBatch, 'id'>): Promise<boolean> {
  const { rows } = await sql<{ hidden: boolean }>`
    select exists (
      select from casework.paper_batch b cross join unnest(b.paper_ids) as p(id)
      where b.tenant_id = ${ctx.tenant.id} and b.id = ${one.id} and not exists (
        select from casework.issued_paper i
        where i.tenant_id = b.tenant_id and i.id = p.id and ${seesPaper(ctx.actor)})) as hidden`.execute(
    ctx.db,
  );
  return rows[0]?.hidden === false;
}

/** Those of these papers that have a number and that this person sees, in the order of their books. */
export async function listBatchPapers(ctx: Ctx, ids: readonly string[]): Promise<readonly BatchPaper[]> {
  const known = ids.flatMap((id) => parseId(id) ?? []);
  if (known.length === 0) return [];
  const rows = await numbered(ctx)
    .select(['i.id', 'i.book', 'i.year', 'i.number', 'i.symbol', 'i.issued_on', 'i.subject'])
    .select(['i.signer_name', 'i.number_note', 'i.state'])
    .where(sql`i.id`, '=', sql`any(${known}::uuid[])`)
    .execute();
  return inOrder(
    rows.map((row) => ({
      id: row.id as Id<'issued-paper'>,
      book: row.book as Book,
      year: row.year ?? 0,
      number: row.number ?? 0,
      symbol: row.symbol,
      issuedOn: row.issued_on as PlainDate,
      subject: row.subject,
      signerName: row.signer_name,
      numberNote: row.number_note,
      state: row.state as PaperState,
    })),
  );
}

/** The contents of these papers as they were frozen, by their ids; the caller has read them already. */
export async function findContents(
  ctx: Ctx,
  papers: readonly BatchPaper[],
): Promise<ReadonlyMap<string, Paper>> {
  const ids = papers.map(({ id }) => id);
  const rows = await numbered(ctx)
    .select(['i.id', 'i.paper'])
    .where(sql`i.id`, '=', sql`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, paper }) => [id, paper as unknown as Paper]));
}

/** The numbers that this person sees in the books of these papers, between their first and their last. */
export async function listNumbersAround(
  ctx: Ctx,
  papers: readonly BatchPaper[],
): Promise<readonly Pick<BatchPaper, 'book' | 'year' | 'number'>[]> {
  if (papers.length === 0) return [];
  const asked = JSON.stringify(papers.map(({ book, year, number }) => ({ book, year, number })));
  const rows = await numbered(ctx)
    .innerJoin(
      sql<{ book: string; year: number; first: number; last: number }>`
        (select book, year, min(number) as first, max(number) as last
         from jsonb_to_recordset(${asked}::jsonb) as p(book text, year integer, number integer) group by book, year)`.as(
        'a',
      ),
      (join) => join.onRef('a.book', '=', 'i.book').onRef('a.year', '=', 'i.year'),
    )
    .select(['i.book', 'i.year', 'i.number'])
    .where(sql<boolean>`i.number between a.first and a.last`)
    .execute();
  return rows.map(({ book, year, number }) => ({ book: book as Book, year: year ?? 0, number: number ?? 0 }));
}

function numbered(ctx: Ctx) {
  return ctx.db
    .selectFrom('casework.issued_paper as i')
    .where('i.tenant_id', '=', ctx.tenant.id)
    .where(seesPaper(ctx.actor))
    .where('i.number', 'is not', null);
}

function batches(ctx: Ctx) {
  return ctx.db
    .selectFrom('casework.paper_batch')
    .select(['id', 'account_id', 'lang', 'state', 'failure', 'byte_count', 'sha256', 'created_at'])
    .select(sql<number>`cardinality(paper_ids)`.as('paper_count'))
    .where('tenant_id', '=', ctx.tenant.id);
}

function toBatch(row: Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number]): PaperBatch {
  return {
    id: row.id as Id<'paper-batch'>,
    accountId: row.account_id,
    lang: row.lang as PaperBatch['lang'],
    state: row.state as PaperBatch['state'],
    failure: row.failure as BatchFailure | null,
    paperCount: row.paper_count,
    file: row.sha256 && { sha256: row.sha256.toString('hex'), byteCount: Number(row.byte_count) },
    createdAt: row.created_at,
  };
}
