import { sql } from 'kysely';
import { findStandingProofs } from '#modules/casework/index.server.ts';
import { type Act, act } from '#platform/db/act.ts';
import { parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { recordReports } from '../report-period/record-report.server.ts';
import type { ReportEventKind } from '../report-period/report-period.ts';
import { reportEvidence } from './evidence-owner.server.ts';
import * as policy from './policy.ts';
import { getHandIn } from './queries.server.ts';
import { type HandIn, type HandInDeed, type HandInState, handInSteps } from './report-hand-in.ts';
import { tellOfReport } from './tell-report.server.ts';

export type HandInRefusal = 'wrong-state' | 'changed-meanwhile';
type Done<Code extends string = never> = Promise<Outcome<undefined, HandInRefusal | Code>>;

/** Which report, and the version of it that the person has read. */
export interface ReportOf {
  readonly id: string;
  readonly version: number;
}

/** Hands the report of a unit in: with a file or another proof, or with a note such as the number of the paper. */
export function handIn(ctx: Ctx, report: ReportOf, text: string): Done<'nothing-handed-in'> {
  return deed<'nothing-handed-in'>(ctx, 'hand-in', report, async (before) => {
    const proofs = text === '' ? await findStandingProofs(ctx, reportEvidence, before.id) : [];
    if (text === '' && proofs.length === 0) return refused('nothing-handed-in');
    const today = ctx.clock.today();
    return done({
      text: text === '' ? null : text,
      first_handed_in_on: before.firstHandedInOn ?? today,
      handed_in_on: today,
      handed_in_by: ctx.actor.officerId,
    });
  });
}

/** Takes one's own report back before anybody has judged it: it counts as not handed in, or as sent back as it was. */
export function withdrawReport(ctx: Ctx, report: ReportOf): Done {
  return deed(ctx, 'withdraw', report, (before) =>
    Promise.resolve(
      done(
        before.sentBackTimes > 0
          ? { state: 'sent-back' as const }
          : { first_handed_in_on: null, handed_in_on: null, handed_in_by: null },
      ),
    ),
  );
}

/** Accepts the report of a unit. */
export function acceptReport(ctx: Ctx, report: ReportOf): Done {
  return deed(ctx, 'accept', report, () => Promise.resolve(done({})));
}

/** Sends the report of a unit back with the reason; its day of handing in stays. */
export function sendReportBack(ctx: Ctx, report: ReportOf, reason: string): Done {
  return deed(ctx, 'send-back', report, (before) =>
    Promise.resolve(done({ reason, sent_back_times: before.sentBackTimes + 1 })),
  );
}

/** Says why a unit need not report for this period. */
export function excuseReport(ctx: Ctx, report: ReportOf, reason: string): Done {
  return deed(ctx, 'excuse', report, () => Promise.resolve(done({ reason })));
}

/** Takes back that a report was accepted or sent back, or that a unit need not report. */
export function takeJudgementBack(ctx: Ctx, report: ReportOf): Done {
  return deed(ctx, 'take-back', report, (before) =>
    Promise.resolve(
      done({
        reason: null,
        ...(before.state === 'sent-back' && { sent_back_times: Math.max(0, before.sentBackTimes - 1) }),
      }),
    ),
  );
}

/** Asks a unit again that has not reported, in a notice to its head. */
export function askForReport(ctx: Ctx, report: ReportOf): Done {
  return deed(ctx, 'ask', report, () => Promise.resolve(done({})));
}

const eventOf: Readonly<Record<HandInDeed, ReportEventKind>> = {
  'hand-in': 'handed-in',
  withdraw: 'withdrawn',
  accept: 'accepted',
  'send-back': 'sent-back',
  excuse: 'excused',
  'take-back': 'taken-back',
  ask: 'asked',
};

type Columns = Partial<
  Record<'text' | 'reason' | 'first_handed_in_on' | 'handed_in_on' | 'handed_in_by', string | null> & {
    sent_back_times: number;
    /** Where the deed leads elsewhere than its step says. */
    state: HandInState;
  }
>;

/** One deed on one locked report: its row, the history, who is told, and the line of the audit. */
async function deed<Code extends string = never>(
  ctx: Ctx,
  name: HandInDeed,
  report: ReportOf,
  change: (before: HandIn) => Promise<Outcome<Columns, Code>>,
): Done<Code> {
  return act<undefined, HandInRefusal | Code>(ctx, `planning.report-hand-in.${name}`, async (tx) => {
    const before = await lockHandIn(ctx, tx, report.id);
    const decision = policy.may(ctx.actor, name, before);
    if (!decision.allowed && decision.reason === 'wrong-state') return refused('wrong-state');
    must(decision);
    const state = handInSteps[before.state][name] ?? before.state;
    if (before.version !== report.version) return refused('changed-meanwhile');
    const changed = await change(before);
    if (!changed.ok) return changed;
    await store(ctx, tx, before, state, changed.value);
    const said = name === 'hand-in' ? (changed.value.text ?? '') : (changed.value.reason ?? '');
    await recordReports(ctx, tx, [
      { periodId: before.period.id, kind: eventOf[name], unitId: before.unitId, text: said },
    ]);
    const handedInById = name === 'hand-in' ? ctx.actor.officerId : before.handedInById;
    await tellOfReport(ctx, tx, { ...before, handedInById }, name, said === '' ? null : said);
    await tx.audit({
      recordKind: 'report-hand-in',
      recordId: before.id,
      before: { unitId: before.unitId, handInState: before.state },
      after: {
        unitId: before.unitId,
        handInState: changed.value.state ?? state,
        ...(said && { text: said }),
      },
    });
    return done();
  });
}

/** Locks the period before the report, so that closing it and handing in never pass each other. */
async function lockHandIn(ctx: Ctx, tx: Act, handInId: string): Promise<HandIn> {
  const id = parseId<'report-hand-in'>(handInId);
  if (!id) throw new NotFound();
  await sql`select from planning.report_period p where p.tenant_id = ${ctx.tenant.id} and p.id =
    (select h.period_id from planning.report_hand_in h where h.tenant_id = ${ctx.tenant.id} and h.id = ${id})
    for share`.execute(tx.db);
  await sql`select from planning.report_hand_in where tenant_id = ${ctx.tenant.id} and id = ${id} for update`.execute(
    tx.db,
  );
  return getHandIn(ctx, id);
}

async function store(ctx: Ctx, tx: Act, before: HandIn, state: HandInState, columns: Columns): Promise<void> {
  await tx.db
    .updateTable('planning.report_hand_in')
    .set({ state, ...columns, version: before.version + 1 })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', before.id)
    .execute();
}
