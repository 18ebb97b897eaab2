import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { ReportPeriod as RegimePeriod } from '../reading/plan-reading.ts';

/** What a report is for: as a plan's report calendar names it, or whatever a document orders. */
export const periodKinds = ['Q1', 'H1', 'Q3', '9M', 'quarter', 'month', 'year', 'ordered'] as const;
export type PeriodKind = RegimePeriod | 'ordered';

/**
 * How far a period has come: units report; its own report was sent on; it was over before it was followed; the plan
 * does not order it any more; it was thrown away.
 */
export const periodStates = ['open', 'past', 'sent', 'dropped', 'discarded'] as const;
export type PeriodState = (typeof periodStates)[number];

/** By which a period is called. */
export interface PeriodName {
  readonly kind: PeriodKind;
  readonly year: number;
  /** The month of a monthly report, the quarter of a quarterly one. */
  readonly number: number | null;
  /** What it is about where the plan says so; null where it is about reform as a whole. */
  readonly topic: string | null;
  /** The name that a person gave; null where the plan orders it. */
  readonly title: string | null;
}

/** The document that orders a report out of turn. */
export interface OrderingDocument {
  readonly number: string;
  readonly on: PlainDate;
  readonly issuer: string;
}

/** One report that is due once. */
export interface ReportPeriod extends PeriodName {
  readonly id: Id<'report-period'>;
  readonly planId: Id<'plan'> | null;
  readonly planTitle: string | null;
  readonly regimeId: Id<'report-regime'> | null;
  /** The days between which figures count; null where nobody has named them. */
  readonly dataFrom: PlainDate | null;
  readonly dataTo: PlainDate | null;
  /** The day as printed; with `isBefore` the report is due on the day before it. */
  readonly printedOn: PlainDate | null;
  readonly isBefore: boolean;
  /** The last day by the words of the plan or the document. */
  readonly lastOn: PlainDate | null;
  /** The same after the office's rule for days off; null where no day is named. */
  readonly dueOn: PlainDate | null;
  readonly addressee: string | null;
  /** The sentence of the plan. */
  readonly ruleText: string | null;
  readonly document: OrderingDocument | null;
  /** What a person has set, which the plan changes no more. */
  readonly byHand: readonly SettableField[];
  readonly state: PeriodState;
  readonly sent: { readonly number: string; readonly on: PlainDate; readonly to: string } | null;
  readonly version: number;
}

/** What people may set in place of what the plan says. */
export const settableFields = ['window', 'day', 'addressee', 'units'] as const;
export type SettableField = (typeof settableFields)[number];

/** What happened to a period or to the report of one unit in it. */
export const reportEventKinds = [
  'made',
  'ordered',
  'edited',
  'followed',
  'sent-on',
  'reopened',
  'discarded',
  'restored',
  'dropped',
  'ordered-again',
  'amended',
  'handed-in',
  'withdrawn',
  'accepted',
  'sent-back',
  'excused',
  'taken-back',
  'asked',
] as const;
export type ReportEventKind = (typeof reportEventKinds)[number];

/** What becomes of a hand-in day on which offices are closed; no text was found that says it, so the office does. */
export const dayOffRules = ['keep', 'before', 'after'] as const;
export type DayOffRule = (typeof dayOffRules)[number];

export const longestTitle = 300;
export const longestReason = 300;
export const longestNumber = 100;
export const longestParty = 200;
/** No commune has more units than these. */
export const mostUnits = 200;

/** The job that keeps periods what the plans in force order; one that waits already is enough. */
export const makePeriodsJobName = 'planning-make-report-periods';
export const makePeriods = { name: makePeriodsJobName, payload: {} } as const;
