import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { ConclusionReading, ReadingState } from './conclusion-reading.ts';
import * as policy from './policy.ts';
import { visibleTo } from './visible-to.server.ts';

/** One reading of a conclusion that the caller may read; `NotFound` when this person asked for no such. */
export async function getReading(
  ctx: Ctx,
  conclusionId: Id<'conclusion'>,
  readingId: string,
): Promise<ConclusionReading> {
  const id = parseId<'conclusion-reading'>(readingId);
  const row = id && (await readings(ctx, conclusionId).where('r.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toReading(row);
}

/** What this person had read last for a conclusion that they may read. */
export async function findLastReading(
  ctx: Ctx,
  conclusionId: Id<'conclusion'>,
): Promise<ConclusionReading | undefined> {
  const row = await readings(ctx, conclusionId).executeTakeFirst();
  return row && toReading(row);
}

/** What the reader needs to know of a reading that waits for it; undefined when it has been replaced or done. */
export async function findWaiting(ctx: Ctx, readingId: string) {
  must(policy.record(ctx.actor));
  const row = await ctx.db
    .selectFrom('planning.conclusion_reading as r')
    .innerJoin('planning.conclusion as c', (join) =>
      join.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.conclusion_id'),
    )
    .select(['r.id', 'r.file_name', 'r.sha256', 'r.byte_count', 'c.issued_on'])
    .where('r.tenant_id', '=', ctx.tenant.id)
    .where('r.id', '=', readingId)
    .where('r.state', '=', 'reading')
    .executeTakeFirst();
  return (
    row && {
      fileName: row.file_name,
      sha256: row.sha256.toString('hex'),
      byteCount: Number(row.byte_count),
      on: row.issued_on,
      tenantId: ctx.tenant.id,
      level: ctx.tenant.level,
    }
  );
}

function readings(ctx: Ctx, conclusionId: Id<'conclusion'>) {
  return ctx.db
    .selectFrom('planning.conclusion_reading as r')
    .selectAll('r')
    .where('r.tenant_id', '=', ctx.tenant.id)
    .where('r.conclusion_id', '=', conclusionId)
    .where(visibleTo(ctx.actor));
}

type Row = Awaited<ReturnType<ReturnType<typeof readings>['executeTakeFirstOrThrow']>>;

function toReading(row: Row): ConclusionReading {
  return {
    id: row.id as Id<'conclusion-reading'>,
    conclusionId: row.conclusion_id as Id<'conclusion'>,
    fileName: row.file_name,
    state: row.state as ReadingState,
    refusal: row.refusal,
    progress: row.progress as ConclusionReading['progress'],
    lines: (row.lines ?? []) as unknown as ConclusionReading['lines'],
    isCut: row.is_cut,
    askedAt: new Date(row.asked_at),
  };
}
