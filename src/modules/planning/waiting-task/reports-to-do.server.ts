import { sql } from 'kysely';
import { addDays } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Asker } from '#platform/session/kept-for-actor.server.ts';
import { handIns, toHandIn } from '../report-hand-in/queries.server.ts';
import type { HandIn } from '../report-hand-in/report-hand-in.ts';

/** The report of a unit while this person has to do something about it. */
export interface ReportToDo {
  readonly part: 'hand-in' | 'accept';
  readonly handIn: HandIn;
}

/** A report is work from so many days before it is due; before that it stands in the calendar alone. */
const daysAhead = 14;

/**
 * The reports that wait for this person, the nearest day first, at most so many of each part: those that their own unit
 * has to hand in soon or has been sent back, and those that were handed in to whoever accepts them.
 */
export async function listReportsToDo(ctx: Ctx, most: number): Promise<ReportToDo[]> {
  const found: ReportToDo[] = [];
  for (const part of ['hand-in', 'accept'] as const) {
    const waiting = reportsOf(ctx, part);
    if (!waiting) continue;
    const rows = await waiting.orderBy(sql`p.due_on nulls last`).orderBy('h.id').limit(most).execute();
    found.push(...rows.map((row) => ({ part, handIn: toHandIn(row) })));
  }
  return found;
}

/** How many reports wait for this person, as queries of one number each. */
export function reportsWaiting(ctx: Asker) {
  return (['hand-in', 'accept'] as const).flatMap((part) => {
    const waiting = reportsOf(ctx, part);
    return waiting ? [waiting.clearSelect().select((eb) => eb.fn.countAll<string>().as('count'))] : [];
  });
}

function reportsOf(ctx: Asker, part: ReportToDo['part']) {
  const { actor } = ctx;
  if (actor.officerId === null || !actor.grants.has(`planning.report-hand-in.${part}`)) return undefined;
  const open = handIns(ctx).where('p.state', '=', 'open');
  if (part === 'accept') return open.where('h.state', '=', 'handed-in');
  if (actor.unitIds.length === 0) return undefined;
  return open
    .where('h.unit_id', 'in', [...actor.unitIds])
    .where('h.state', 'in', ['expected', 'sent-back'])
    .where((where) =>
      where.or([
        where('h.state', '=', 'sent-back'),
        where('p.due_on', '<=', addDays(ctx.clock.today(), daysAhead)),
      ]),
    );
}
