import { type PlainDate, partsOf } from '#platform/clock/plain-date.ts';
import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { sql } from 'kysely';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { keepContent } from '#platform/files/keep-content.server.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import { tell } from '../notice/tell.server.ts';
import { headOf, lockPaper } from './commands.server.ts';
import { type Book, fileJobName, judgeNumber, longestSubject, numberAndSymbol } from './issued-paper.ts';
import type { PaperSource, PaperTrouble } from './paper-source.server.ts';
import * as policy from './policy.ts';
import { tellRecalled } from './tell-paper.server.ts';

/** A number and a day for a paper. */
export interface Numbering {
  /** Left out, the number that comes next. */
  readonly number?: number | undefined;
  /** The number that the person was shown as the next one. */
  readonly proposed?: number | undefined;
  /** Why it is not the next one. */
  readonly note: string;
  readonly on: PlainDate;
  readonly version: number;
}

export type IssueRefusal =
  | PaperTrouble
  | 'wrong-state'
  | 'changed-meanwhile'
  | 'number-taken'
  | 'number-unexplained'
  | 'day-ahead'
  | 'replaced-meanwhile';

/**
 * Issues a paper: what it says is composed from the records at this moment, in this one transaction, and never changes
 * again. Whoever leaves the number as proposed gets the next one, also where somebody else took that meanwhile; a number
 * that leaves a gap or fills one needs its reason, and one that was given, withdrawn papers included, is refused.
 */
export function issuePaper(
  ctx: Ctx,
  source: PaperSource,
  paperId: string,
  given: Numbering,
): Promise<Outcome<{ number: number }, IssueRefusal>> {
  return act<{ number: number }, IssueRefusal>(ctx, 'casework.issued-paper.issue', async (tx) => {
    const paper = await lockPaper(ctx, tx, paperId);
    must(policy.may(ctx.actor, 'issue', paper));
    if (paper.state !== 'draft') return refused('wrong-state');
    if (paper.version !== given.version) return refused('changed-meanwhile');
    if (given.on > ctx.clock.today()) return refused('day-ahead');
    if (paper.replacesId && !(await endPaper(ctx, tx, paper.replacesId, 'replaced', paper.subject)))
      return refused('replaced-meanwhile');
    const { year } = partsOf(given.on);
    const last = await lockBook(ctx, tx, source.book, year);
    const judged = judgeNumber(
      { number: given.number ?? last + 1, proposed: given.proposed ?? last + 1, note: given.note },
      last,
    );
    if (!judged.ok) return refused('number-unexplained', { next: last + 1 });
    const { number } = judged;
    if (await isTaken(ctx, tx, source.book, year, number)) return refused('number-taken', { next: last + 1 });
    const head = headOf(paper);
    const composed = await source.compose(ctx, paper.asked, { ...head, number, on: given.on });
    if (typeof composed === 'string') return refused(composed);
    await giveNumber(ctx, tx, source.book, year, Math.max(last, number));
    await tx.db
      .updateTable('casework.issued_paper')
      .set({
        state: 'issued',
        subject: composed.subject.slice(0, longestSubject),
        unit_ids: sql<string[]>`${[...composed.unitIds]}::uuid[]`,
        book: source.book,
        year,
        number,
        number_note: number === last + 1 ? '' : given.note,
        issued_on: given.on,
        issued_at: tx.now,
        issued_by_name: ctx.actor.name,
        paper: JSON.stringify(composed.paper),
        changed_at: tx.now,
        version: paper.version + 1,
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', paper.id)
      .execute();
    if (composed.lines.length > 0)
      await tx.db
        .insertInto('casework.issued_paper_record')
        .values(
          composed.lines.map((line, ordinal) => ({
            tenant_id: ctx.tenant.id,
            paper_id: paper.id,
            record_kind: line.recordKind,
            record_id: line.recordId,
            unit_id: line.unitId,
            ordinal,
            facts: JSON.stringify(line.facts),
          })),
        )
        .execute();
    tell(ctx, tx, {
      kind: source.notice,
      recordKind: 'issued-paper',
      recordId: paper.id,
      officerIds: [paper.draftedById],
      unitIds: composed.unitIds,
      settles: ['paper-to-issue'],
    });
    await tx.enqueue({ name: fileJobName, payload: { paperId: paper.id } });
    await tx.audit({
      recordKind: 'issued-paper',
      recordId: paper.id,
      before: null,
      after: {
        number: numberAndSymbol(number, paper.symbol),
        issuedOn: given.on,
        paperSubject: composed.subject,
        records: composed.lines.length,
        ...(number !== last + 1 && { reason: given.note }),
      },
    });
    return done({ number });
  });
}

/** Withdraws an issued paper with the reason; its number stays used, and its files stay. */
export function withdrawPaper(
  ctx: Ctx,
  source: PaperSource,
  paperId: string,
  given: { readonly reason: string; readonly version: number },
): Promise<Outcome<undefined, 'wrong-state' | 'changed-meanwhile'>> {
  return act<undefined, 'wrong-state' | 'changed-meanwhile'>(
    ctx,
    'casework.issued-paper.recall',
    async (tx) => {
      const paper = await lockPaper(ctx, tx, paperId);
      must(policy.may(ctx.actor, 'recall', paper));
      if (paper.state !== 'issued') return refused('wrong-state');
      if (paper.version !== given.version) return refused('changed-meanwhile');
      await endPaper(ctx, tx, paper.id, 'withdrawn', given.reason);
      tellRecalled(ctx, tx, paper, { note: given.reason, settles: [source.notice] });
      await tx.audit({
        recordKind: 'issued-paper',
        recordId: paper.id,
        before: null,
        after: { reason: given.reason },
      });
      return done();
    },
  );
}

/** Writes down the files of an issued paper, once, however often the job runs. */
export function recordFiles(
  ctx: Ctx,
  paperId: string,
  files: { readonly word: ReceivedFile; readonly pdf: ReceivedFile },
): Promise<Outcome<undefined, 'filed'>> {
  return act<undefined, 'filed'>(ctx, 'casework.issued-paper.record', async (tx) => {
    must(policy.record(ctx.actor));
    const { numUpdatedRows } = await tx.db
      .updateTable('casework.issued_paper')
      .set({
        word_content_id: await keepContent(ctx, tx, files.word),
        word_sha256: Buffer.from(files.word.sha256, 'hex'),
        word_bytes: files.word.byteCount,
        pdf_content_id: await keepContent(ctx, tx, files.pdf),
        pdf_sha256: Buffer.from(files.pdf.sha256, 'hex'),
        pdf_bytes: files.pdf.byteCount,
        filed_at: tx.now,
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', paperId)
      .where('filed_at', 'is', null)
      .where('state', '<>', 'draft')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refused('filed');
    await tx.audit({
      recordKind: 'issued-paper',
      recordId: paperId,
      before: null,
      after: { word: files.word.sha256, pdf: files.pdf.sha256 },
    });
    return done();
  });
}

/** False where the paper is issued no longer. */
async function endPaper(
  ctx: Ctx,
  tx: Act,
  paperId: string,
  state: 'withdrawn' | 'replaced',
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('casework.issued_paper')
    .set((eb) => ({
      state,
      ended_at: tx.now,
      ended_by_name: ctx.actor.name,
      ended_reason: reason,
      changed_at: tx.now,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', paperId)
    .where('state', '=', 'issued')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Holds the series of a year until the act ends, and gives its highest number. */
async function lockBook(ctx: Ctx, tx: Act, book: Book, year: number): Promise<number> {
  await tx.db
    .insertInto('casework.paper_book')
    .values({ tenant_id: ctx.tenant.id, book, year, last_number: 0 })
    .onConflict((conflict) => conflict.constraint('paper_book_pkey').doNothing())
    .execute();
  const row = await tx.db
    .selectFrom('casework.paper_book')
    .select('last_number')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('book', '=', book)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.last_number;
}

async function giveNumber(ctx: Ctx, tx: Act, book: Book, year: number, last: number): Promise<void> {
  await tx.db
    .updateTable('casework.paper_book')
    .set({ last_number: last })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('book', '=', book)
    .where('year', '=', year)
    .execute();
}

async function isTaken(ctx: Ctx, tx: Act, book: Book, year: number, number: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('casework.issued_paper')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('book', '=', book)
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst();
  return row !== undefined;
}
