import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Axis, PlanKind, ReportPeriod } from '../reading/plan-reading.ts';
import type { RecurrenceRule } from './recurrence.ts';

export interface Plan {
  readonly id: Id<'plan'>;
  readonly kind: PlanKind;
  readonly title: string;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly issuedOn: PlainDate | null;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly signerName: string | null;
  readonly signerTitle: string | null;
  /** The draft whose rows are the plan's text as issued. */
  readonly draftId: Id<'plan-draft'> | null;
  readonly state: 'issued' | 'replaced';
  readonly replacesPlanId: Id<'plan'> | null;
}

export interface PlanSection {
  readonly id: Id<'plan-section'>;
  readonly code: string;
  readonly title: string;
  readonly axis: Axis | null;
}

export interface PlanCitation {
  readonly id: Id<'citation'>;
  readonly role: 'basis' | 'cited';
  readonly type: string | null;
  readonly number: string | null;
  readonly issuedOn: PlainDate | null;
  readonly issuer: string | null;
  readonly place: string | null;
}

/** A report that a plan orders: the window of its figures and its hand-in date, or the rule for it. */
export interface ReportRegime {
  readonly id: Id<'report-regime'>;
  readonly planId: Id<'plan'>;
  readonly period: ReportPeriod;
  readonly dataFrom: PlainDate | null;
  readonly dataTo: PlainDate | null;
  readonly submitBy: PlainDate | null;
  readonly submitRule: RecurrenceRule | null;
  readonly addressee: string | null;
  /** Who reports, as printed. */
  readonly reporter: string | null;
  /** The sentence of the plan that orders it. */
  readonly text: string;
}
