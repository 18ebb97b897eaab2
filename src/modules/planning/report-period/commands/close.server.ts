import type { PlainDate } from '#platform/clock/plain-date.ts';
import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { settleReminders } from '../../report-hand-in/tell-report.server.ts';
import { periodName } from '../period-name.ts';
import * as policy from '../policy.ts';
import { recordReports } from '../record-report.server.ts';
import type { PeriodDeed } from '../policy.ts';
import type { ReportPeriod } from '../report-period.ts';
import { lockPeriod, storePeriod } from './locked-period.server.ts';

type Refusal = 'wrong-state' | 'changed-meanwhile';

/** The commune's own report as it was sent on. */
export interface SentOn {
  readonly number: string;
  readonly on: PlainDate;
  readonly to: string;
  readonly version: number;
}

/** Closes a period with the commune's own report: its number, its day and who receives it. Units report no more then. */
export function sendOn(
  ctx: Ctx,
  periodId: string,
  sent: SentOn,
): Promise<Outcome<undefined, Refusal | 'sent-to-come'>> {
  return act<undefined, Refusal | 'sent-to-come'>(ctx, 'planning.report-period.send-on', async (tx) => {
    const period = await lockPeriod(ctx, tx, periodId);
    if (isWrong(ctx, 'send-on', period)) return refused('wrong-state');
    if (period.version !== sent.version) return refused('changed-meanwhile');
    if (sent.on > ctx.clock.today()) return refused('sent-to-come');
    const columns = { state: 'sent', sent_number: sent.number, sent_on: sent.on, sent_to: sent.to };
    await storePeriod(ctx, tx, period, columns);
    await settleReminders(ctx, tx, period.id);
    await recordReports(ctx, tx, [
      { periodId: period.id, kind: 'sent-on', text: [sent.number, sent.to].filter(Boolean).join(', ') },
    ]);
    await tx.audit({
      recordKind: 'report-period',
      recordId: period.id,
      before: { periodState: period.state },
      after: { periodState: 'sent', number: sent.number, sentOn: sent.on, addressee: sent.to },
    });
    return done();
  });
}

/** Opens a period again that was sent on, or follows one that was over before it was followed. */
export function reopenPeriod(ctx: Ctx, periodId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return act<undefined, 'wrong-state'>(ctx, 'planning.report-period.reopen', async (tx) => {
    const period = await lockPeriod(ctx, tx, periodId);
    if (isWrong(ctx, 'reopen', period)) return refused('wrong-state');
    await storePeriod(ctx, tx, period, { state: 'open', sent_number: null, sent_on: null, sent_to: null });
    await recordReports(ctx, tx, [
      {
        periodId: period.id,
        kind: period.state === 'past' ? 'followed' : 'reopened',
        text: period.sent?.number ?? '',
      },
    ]);
    await tx.audit({
      recordKind: 'report-period',
      recordId: period.id,
      before: { periodState: period.state, ...(period.sent && { number: period.sent.number }) },
      after: { periodState: 'open' },
    });
    return done();
  });
}

/** Puts a report that a person ordered into the trash, with what was handed in for it. */
export function discardPeriod(
  ctx: Ctx,
  periodId: string,
  reason: string,
): Promise<Outcome<undefined, 'wrong-state'>> {
  return act<undefined, 'wrong-state'>(ctx, 'planning.report-period.discard', async (tx) => {
    const period = await lockPeriod(ctx, tx, periodId);
    if (isWrong(ctx, 'discard', period)) return refused('wrong-state');
    await storePeriod(ctx, tx, period, { state: 'discarded' });
    await settleReminders(ctx, tx, period.id);
    await recordReports(ctx, tx, [{ periodId: period.id, kind: 'discarded', text: reason }]);
    await tx.throwAway({
      kind: 'report-period',
      recordId: period.id,
      title: periodName('vi', period),
      reason,
    });
    await tx.audit({
      recordKind: 'report-period',
      recordId: period.id,
      before: { periodState: period.state, title: period.title },
      after: { periodState: 'discarded', ...(reason && { reason }) },
    });
    return done();
  });
}

/** Brings a report back from the trash as it was. */
export function restorePeriod(ctx: Ctx, periodId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return act<undefined, 'wrong-state'>(ctx, 'planning.report-period.restore', async (tx) => {
    const period = await lockPeriod(ctx, tx, periodId);
    if (isWrong(ctx, 'restore', period)) return refused('wrong-state');
    await storePeriod(ctx, tx, period, { state: 'open' });
    await recordReports(ctx, tx, [{ periodId: period.id, kind: 'restored' }]);
    await tx.bringBack({ kind: 'report-period', recordId: period.id });
    await tx.audit({
      recordKind: 'report-period',
      recordId: period.id,
      before: { periodState: 'discarded' },
      after: { periodState: 'open', title: period.title },
    });
    return done();
  });
}

/** Whether the period is in no state for the deed; throws where the person may not do it at all. */
function isWrong(ctx: Ctx, deed: PeriodDeed, period: ReportPeriod): boolean {
  const decision = policy.may(ctx.actor, deed, period);
  if (!decision.allowed && decision.reason === 'wrong-state') return true;
  must(decision);
  return false;
}
