import type { Outcome } from '#platform/db/outcome.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { reportPeriodLink } from '../links.ts';
import { reportPeriodsLink } from '../../links.ts';
import { discardPeriod, reopenPeriod, restorePeriod } from '../commands/close.server.ts';
import { discardForm } from '../input.ts';
import { longestReason } from '../report-period.ts';
import { texts } from '../texts.ts';

/** Opens a period again, or follows one that was over. */
export async function reopenPeriodAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  return answer(ctx, await reopenPeriod(ctx, id), 'reopened', reportPeriodLink(id));
}

/** Puts a report that a person ordered into the trash, and goes back to the list. */
export async function discardPeriodAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  const { reason } = discardForm.parse({ reason: req.form.text('reason').slice(0, longestReason) });
  const outcome = await discardPeriod(ctx, id, reason);
  return answer(ctx, outcome, 'discarded', outcome.ok ? reportPeriodsLink() : reportPeriodLink(id));
}

/** Brings it back, and opens it. */
export async function restorePeriodAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  return answer(ctx, await restorePeriod(ctx, id), 'restored', reportPeriodLink(id));
}

function answer(
  ctx: Ctx,
  outcome: Outcome<undefined, 'wrong-state'>,
  done: 'reopened' | 'discarded' | 'restored',
  to: string,
): Reply {
  const t = texts(ctx.lang);
  return seeOther(
    to,
    outcome.ok ? { tone: 'ok', text: t.done[done] } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}
