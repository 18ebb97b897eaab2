import { tell } from '#modules/casework/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { HandIn, HandInDeed } from './report-hand-in.ts';

/** What people are told of reports of units. */
export const reportNoticeKinds = [
  'report-ordered',
  'report-asked',
  'report-handed-in',
  'report-accepted',
  'report-sent-back',
  'report-excused',
  'report-taken-back',
] as const;
export type ReportNoticeKind = (typeof reportNoticeKinds)[number];

const toUnit = ['report-ordered', 'report-asked', 'report-sent-back', 'report-taken-back'];
const recordKind = 'report-hand-in';

/** Tells the heads of the units that a report is asked of them. */
export function tellOrdered(
  ctx: Ctx,
  tx: Act,
  expected: readonly { readonly id: string; readonly unitId: string }[],
): void {
  for (const { id, unitId } of expected)
    tell(ctx, tx, {
      kind: 'report-ordered',
      recordKind,
      recordId: id,
      officerIds: [],
      unitIds: [unitId as Id<'unit'>],
    });
}

/** Tells those who come next what was done with the report of a unit; what they had been told before has nothing more to say. */
export async function tellOfReport(
  ctx: Ctx,
  tx: Act,
  handIn: HandIn,
  deed: HandInDeed,
  note: string | null,
): Promise<void> {
  const about = { recordKind, recordId: handIn.id, note };
  const unit = { officerIds: [handIn.handedInById], unitIds: [handIn.unitId] };
  switch (deed) {
    case 'hand-in':
      return tell(ctx, tx, {
        ...about,
        kind: 'report-handed-in',
        officerIds: await acceptors(ctx),
        settles: toUnit,
      });
    case 'withdraw':
      return tell(ctx, tx, {
        ...about,
        kind: 'report-handed-in',
        officerIds: [],
        settles: ['report-handed-in'],
      });
    case 'accept':
      return tell(ctx, tx, {
        ...about,
        ...unit,
        kind: 'report-accepted',
        settles: ['report-handed-in', ...toUnit],
      });
    case 'send-back':
      return tell(ctx, tx, { ...about, ...unit, kind: 'report-sent-back', settles: ['report-handed-in'] });
    case 'excuse':
      return tell(ctx, tx, { ...about, ...unit, kind: 'report-excused', settles: toUnit });
    case 'take-back':
      return tell(ctx, tx, {
        ...about,
        ...unit,
        kind: 'report-taken-back',
        settles: ['report-accepted', 'report-sent-back', 'report-excused'],
      });
    case 'ask':
      return tell(ctx, tx, { ...about, ...unit, kind: 'report-asked' });
  }
}

/** Lets what the units had been told of a period have nothing more to say: it is closed. */
export async function settleReminders(ctx: Ctx, tx: Act, periodId: Id<'report-period'>): Promise<void> {
  const rows = await tx.db
    .selectFrom('planning.report_hand_in as h')
    .select('h.id')
    .where('h.tenant_id', '=', ctx.tenant.id)
    .where('h.period_id', '=', periodId)
    .execute();
  for (const { id } of rows)
    tell(ctx, tx, {
      kind: 'report-asked',
      recordKind,
      recordId: id,
      officerIds: [],
      settles: [...toUnit, 'report-handed-in'],
    });
}

async function acceptors(ctx: Ctx): Promise<Id<'officer'>[]> {
  const rows = await ctx.db
    .selectFrom('directory.published_holder')
    .select('officer_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('act', '=', 'planning.report-hand-in.accept')
    .execute();
  return rows.flatMap(({ officer_id }) => (officer_id ? [officer_id as Id<'officer'>] : []));
}
