import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { areOfTenant } from '../../task/known-people.server.ts';
import { dueDays } from '../due-days.server.ts';
import * as policy from '../policy.ts';
import { listReporterIds } from '../listed-reporters.server.ts';
import { recordReports } from '../record-report.server.ts';
import { expectReports } from '../reporters.server.ts';
import type { ReportPeriod, SettableField } from '../report-period.ts';
import { lockPeriod, storePeriod } from './locked-period.server.ts';

/** What people may set of a period, whoever orders it. */
export interface PeriodSettings {
  readonly dataFrom: PlainDate | null;
  readonly dataTo: PlainDate | null;
  readonly lastOn: PlainDate | null;
  readonly addressee: string | null;
  readonly unitIds: readonly string[];
}

export type EditRefusal =
  | 'wrong-state'
  | 'changed-meanwhile'
  | 'nothing-changed'
  | 'unknown-choice'
  | 'window-turned'
  | 'unit-handed-in';

/**
 * Sets window, day, addressee or units of a period, with the reason. What is set stays as it is whatever the plan says
 * later. Refuses to leave out a unit that has handed in, and a period that somebody changed since `version`.
 */
export function editPeriod(
  ctx: Ctx,
  periodId: string,
  given: PeriodSettings & { readonly reason: string; readonly version: number },
): Promise<Outcome<{ version: number }, EditRefusal>> {
  return act<{ version: number }, EditRefusal>(ctx, 'planning.report-period.edit', async (tx) => {
    const period = await lockPeriod(ctx, tx, periodId);
    const decision = policy.may(ctx.actor, 'edit', period);
    if (!decision.allowed && decision.reason === 'wrong-state') return refused('wrong-state');
    must(decision);
    if (period.version !== given.version) return refused('changed-meanwhile');
    if (given.dataFrom !== null && given.dataTo !== null && given.dataFrom > given.dataTo)
      return refused('window-turned');
    const wanted = new Set(given.unitIds);
    if (wanted.size === 0 || !(await areOfTenant(ctx, [], [...wanted]))) return refused('unknown-choice');
    const standing = await listReporterIds(ctx, period.id);
    const removed = standing.filter((one) => !wanted.has(one.unitId));
    if (removed.some((one) => one.state !== 'expected' && one.state !== 'excused'))
      return refused('unit-handed-in');
    const added = [...wanted].filter((id) => !standing.some((one) => one.unitId === id));
    const changed = changedFields(period, given, removed.length + added.length > 0);
    if (changed.length === 0) return refused('nothing-changed');
    await removeReports(
      ctx,
      tx,
      removed.map(({ id }) => id),
    );
    await expectReports(
      ctx,
      tx,
      added.map((unitId) => ({ periodId: period.id, unitId })),
    );
    const dueOn = (await dueDays(ctx))(given.lastOn);
    const isBack = period.state === 'past' && dueOn !== null && dueOn >= ctx.clock.today();
    await storePeriod(ctx, tx, period, {
      data_from: given.dataFrom,
      data_to: given.dataTo,
      ...(changed.includes('day') && {
        printed_on: given.lastOn,
        is_before: false,
        last_on: given.lastOn,
        due_on: dueOn,
      }),
      addressee: given.addressee,
      by_hand: [...new Set([...period.byHand, ...changed])],
      ...(isBack && { state: 'open' }),
    });
    await recordReports(ctx, tx, [{ periodId: period.id, kind: 'edited', text: given.reason }]);
    await tx.audit({
      recordKind: 'report-period',
      recordId: period.id,
      before: told(period, standing.length),
      after: { ...told(given, wanted.size), reason: given.reason },
    });
    return done({ version: period.version + 1 });
  });
}

function changedFields(period: ReportPeriod, given: PeriodSettings, areUnits: boolean): SettableField[] {
  const fields: SettableField[] = [];
  if (period.dataFrom !== given.dataFrom || period.dataTo !== given.dataTo) fields.push('window');
  if (period.lastOn !== given.lastOn) fields.push('day');
  if (period.addressee !== given.addressee) fields.push('addressee');
  if (areUnits) fields.push('units');
  return fields;
}

async function removeReports(ctx: Ctx, tx: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from planning.report_hand_in
    where tenant_id = ${ctx.tenant.id} and id = any(${[...ids]}::uuid[])`.execute(tx.db);
}

/** For the audit. */
function told(
  {
    dataFrom,
    dataTo,
    lastOn,
    addressee,
  }: Pick<PeriodSettings, 'dataFrom' | 'dataTo' | 'lastOn' | 'addressee'>,
  units: number,
) {
  return { dataFrom, dataTo, dueOn: lastOn, addressee, units };
}
