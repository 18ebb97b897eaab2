import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { WorkItem } from './counted-work.ts';
import type { JudgedPercents, ReviewFacts } from './review-facts.ts';
import { monthOf, type ReviewMonth } from './review-month.ts';
import type { Grade, ReviewEventKind, ReviewRelations, ReviewState } from './unit-head-review.ts';
import { visibleTo } from './visible-to.server.ts';

/** What one person judged, or why it was reopened. */
export interface ReviewEvent {
  readonly id: string;
  readonly kind: ReviewEventKind;
  readonly at: Date;
  readonly actorName: string;
  readonly text: string;
  readonly common: number | null;
  readonly judged: JudgedPercents;
  /** Points for results given in place of those worked out. */
  readonly results: number | null;
  readonly total: number | null;
  readonly grade: Grade | null;
  /** What the tasks said when it was decided. */
  readonly facts: ReviewFacts | null;
}

/** The evaluation of one head for one month. */
export interface ReviewRecord extends ReviewRelations {
  readonly id: Id<'unit-head-review'>;
  readonly month: ReviewMonth;
  readonly unitId: Id<'unit'>;
  readonly unitName: string;
  readonly officerName: string;
  readonly positionTitle: string;
  readonly state: ReviewState;
  readonly total: number | null;
  readonly grade: Grade | null;
  readonly version: number;
  /** Everything that was judged, oldest first. */
  readonly events: readonly ReviewEvent[];
}

/** The evaluations of a month that this person may read. */
export async function listReviews(ctx: Ctx, month: ReviewMonth): Promise<ReviewRecord[]> {
  const rows = await reviews(ctx).where('v.month', '=', month.first).execute();
  const events = await listEvents(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toReview(row, events.get(row.id)));
}

/** One evaluation; `NotFound` for one that this person may not read, and for an id that is none. */
export async function getReview(ctx: Ctx, reviewId: string): Promise<ReviewRecord> {
  const id = parseId<'unit-head-review'>(reviewId);
  const row = id && (await reviews(ctx).where('v.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toReview(row, (await listEvents(ctx, [row.id])).get(row.id));
}

/** The tasks behind the figures of the decision that stands; the review has been read. */
export async function getFrozenWork(ctx: Ctx, review: ReviewRecord): Promise<WorkItem[]> {
  const row = await ctx.db
    .selectFrom('planning.unit_head_review_event')
    .select('work')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('review_id', '=', review.id)
    .where('kind', '=', 'decided')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.work ?? []) as unknown as WorkItem[];
}

/** What was decided of a unit's head in one month. */
export interface DecidedMonth {
  readonly unitId: string;
  readonly month: ReviewMonth;
  readonly reviewId: string;
  readonly officerName: string;
  readonly total: number;
  readonly grade: Grade;
}

/** What was decided in the months from one to another, as far as this person may read it. */
export async function listDecided(ctx: Ctx, from: ReviewMonth, to: ReviewMonth): Promise<DecidedMonth[]> {
  const rows = await reviews(ctx)
    .where('v.state', '=', 'decided')
    .where('v.month', '>=', from.first)
    .where('v.month', '<=', to.first)
    .orderBy('v.month')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    month: monthOf(row.month as PlainDate),
    reviewId: row.id,
    officerName: row.officer_name ?? '',
    total: Number(row.total),
    grade: row.grade as Grade,
  }));
}

function reviews(ctx: Ctx) {
  return ctx.db
    .selectFrom('planning.unit_head_review as v')
    .innerJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.id', '=', 'v.unit_id'),
    )
    .innerJoin('directory.published_officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'v.tenant_id').onRef('o.id', '=', 'v.officer_id'),
    )
    .select(['v.id', 'v.month', 'v.unit_id', 'v.officer_id', 'v.state', 'v.total', 'v.grade', 'v.version'])
    .select(['u.name as unit_name', 'o.full_name as officer_name', 'o.position_title'])
    .where('v.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor, 'v.officer_id'));
}

type Row = Awaited<ReturnType<ReturnType<typeof reviews>['execute']>>[number];

function toReview(row: Row, events: readonly ReviewEvent[] = []): ReviewRecord {
  return {
    id: row.id as Id<'unit-head-review'>,
    month: monthOf(row.month as PlainDate),
    unitId: row.unit_id as Id<'unit'>,
    unitName: row.unit_name ?? '',
    officerId: row.officer_id as Id<'officer'>,
    officerName: row.officer_name ?? '',
    positionTitle: row.position_title ?? '',
    state: row.state as ReviewState,
    total: orNull(row.total),
    grade: row.grade as Grade | null,
    version: row.version,
    events,
  };
}

async function listEvents(
  ctx: Ctx,
  reviewIds: readonly string[],
): Promise<ReadonlyMap<string, ReviewEvent[]>> {
  const rows = await ctx.db
    .selectFrom('planning.unit_head_review_event as e')
    .select(['e.id', 'e.review_id', 'e.kind', 'e.at', 'e.actor_name', 'e.text', 'e.common', 'e.parts'])
    .select(['e.results', 'e.total', 'e.grade', 'e.facts'])
    .where('e.tenant_id', '=', ctx.tenant.id)
    .where(sql`e.review_id`, '=', sql`any(${[...reviewIds]}::uuid[])`)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute();
  const byReview = new Map<string, ReviewEvent[]>(reviewIds.map((id) => [id, []]));
  for (const row of rows)
    byReview.get(row.review_id)?.push({
      id: row.id,
      kind: row.kind as ReviewEventKind,
      at: row.at,
      actorName: row.actor_name,
      text: row.text,
      common: orNull(row.common),
      judged: (row.parts ?? {}) as JudgedPercents,
      results: orNull(row.results),
      total: orNull(row.total),
      grade: row.grade as Grade | null,
      facts: row.facts as unknown as ReviewFacts | null,
    });
  return byReview;
}

/** The driver gives exact numbers as texts. */
function orNull(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}
