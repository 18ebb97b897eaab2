import { isWorkingDay, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { loadAbolishedBodies } from '../plan-check/abolished-bodies.server.ts';
import { checkPlan } from '../plan-check/check-plan.ts';
import type { Finding } from '../plan-check/finding.ts';
import { contentOf } from '../plan-check/plan-content.ts';
import type { AnyRow, PlanDraft } from './plan-draft.ts';
import { listRows } from './queries.server.ts';
import { getReadSource, type ReadSource } from './review.server.ts';

type Checked = Pick<PlanDraft, 'id' | 'head'>;

/** What the check finds in a draft whose rows and text are at hand. */
export async function findingsOf(
  ctx: Ctx,
  { head }: Checked,
  parts: ReadSource & { rows: readonly AnyRow[] },
): Promise<Finding[]> {
  if (!head) return [];
  const calendar = await loadOfficeCalendar(ctx);
  return checkPlan(
    contentOf(head, parts.rows, {
      lines: parts.lines,
      responsibilities: parts.remarks.responsibilities,
    }),
    {
      today: ctx.clock.today(),
      isWorkingDay: (day) => isWorkingDay(calendar, day),
      abolished: loadAbolishedBodies(),
    },
  );
}

/** What the check finds in a draft; `rows` where they are at hand already. */
export async function findingsBeforeIssue(
  ctx: Ctx,
  draft: Checked,
  rows?: readonly AnyRow[],
): Promise<Finding[]> {
  return findingsOf(ctx, draft, {
    rows: rows ?? (await listRows(ctx, draft.id)),
    ...(await getReadSource(ctx, draft.id)),
  });
}
