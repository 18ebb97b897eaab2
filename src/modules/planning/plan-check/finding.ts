import type { Axis } from '../reading/plan-reading.ts';

/** The values that a finding's sentence is made of; days are written YYYY-MM-DD, years as text. */
export interface FindingDetails {
  readonly 'head-incomplete': { readonly field: HeadField };
  readonly 'lead-missing': { readonly task: string };
  readonly 'lead-several': { readonly task: string; readonly leads: readonly string[] };
  readonly 'lead-coordinates': { readonly task: string; readonly unit: string };
  readonly 'product-missing': { readonly task: string };
  readonly 'products-missing': { readonly count: number };
  readonly 'due-missing': { readonly task: string };
  readonly 'due-not-understood': { readonly task: string; readonly phrase: string };
  readonly 'due-day-off': { readonly task: string; readonly due: string; readonly working: string };
  readonly 'due-before-issue': { readonly task: string; readonly due: string; readonly issued: string };
  readonly 'due-outside-years': { readonly task: string; readonly due: string; readonly years: string };
  readonly 'hand-in-day-off': { readonly due: string; readonly working: string };
  readonly 'hand-in-too-early': { readonly due: string; readonly until: string };
  readonly 'number-gap': { readonly after: string; readonly found: string; readonly missing: string };
  readonly 'number-twice': { readonly number: string };
  readonly 'duty-two-leads': { readonly tasks: readonly string[]; readonly leads: readonly string[] };
  readonly 'unit-abolished': { readonly unit: string; readonly until: string };
  readonly 'body-abolished': { readonly body: string; readonly until: string };
  readonly 'post-abolished': { readonly post: string; readonly until: string };
  readonly 'citation-date-impossible': { readonly citation: string; readonly date: string };
  readonly 'citation-in-future': { readonly citation: string; readonly date: string; readonly by: string };
  readonly 'citation-year-differs': {
    readonly citation: string;
    readonly date: string;
    readonly year: string;
  };
  readonly 'citation-two-dates': { readonly citation: string; readonly dates: readonly string[] };
  readonly 'citation-number-short': { readonly citation: string; readonly full: string };
  readonly 'target-contradiction': {
    readonly metric: string;
    readonly one: number;
    readonly other: number;
    readonly unit: string;
  };
  readonly 'target-without-measure': { readonly text: string };
  readonly 'target-without-unit': { readonly text: string };
  readonly 'section-without-axis': { readonly section: string };
  readonly 'section-empty': { readonly section: string };
  readonly 'axis-unserved': { readonly axis: Axis };
}

export type FindingCode = keyof FindingDetails;
export type HeadField = 'title' | 'years';

/** `must` stands in the way of issuing; `should` is a matter of judgement. */
export type Severity = 'must' | 'should';

export const severityOf: Readonly<Record<FindingCode, Severity>> = {
  'head-incomplete': 'must',
  'lead-missing': 'must',
  'lead-several': 'should',
  'lead-coordinates': 'should',
  'product-missing': 'should',
  'products-missing': 'should',
  'due-missing': 'must',
  'due-not-understood': 'must',
  'due-day-off': 'should',
  'due-before-issue': 'must',
  'due-outside-years': 'should',
  'hand-in-day-off': 'should',
  'hand-in-too-early': 'must',
  'number-gap': 'should',
  'number-twice': 'should',
  'duty-two-leads': 'should',
  'unit-abolished': 'must',
  'body-abolished': 'should',
  'post-abolished': 'should',
  'citation-date-impossible': 'must',
  'citation-in-future': 'should',
  'citation-year-differs': 'should',
  'citation-two-dates': 'should',
  'citation-number-short': 'should',
  'target-contradiction': 'must',
  'target-without-measure': 'must',
  'target-without-unit': 'must',
  'section-without-axis': 'should',
  'section-empty': 'should',
  'axis-unserved': 'should',
};

/** One field of one row set to another value, in the shape of the row's data. */
export interface Change {
  readonly key: string;
  readonly field: string;
  readonly value: unknown;
}

/** One way to put a finding right: its changes belong together. */
export interface Mend {
  readonly deed: MendDeed;
  /** What the label shows: the new value, or the numbers from and to. */
  readonly shown: string | number;
  readonly changes: readonly Change[];
}

export type MendDeed =
  | 'set-day'
  | 'set-value'
  | 'set-unit'
  | 'set-number'
  | 'set-axis'
  | 'rewrite'
  | 'set-sole-lead'
  | 'set-lead-of-both'
  | 'drop-coordinator'
  | 'renumber';

interface FindingOf<Code extends FindingCode> {
  readonly code: Code;
  readonly severity: Severity;
  /** The rows concerned, the one to open first in front; none for the plan as a whole or for lines of its text. */
  readonly keys: readonly string[];
  /** The field of the first row, in the key of its data. */
  readonly field: string | null;
  /** Where people find it: a task's code, a section's, or the part of the text. */
  readonly place: string | null;
  /** The words of the row concerned. */
  readonly subject: string | null;
  /** Lines of the source text, from 1. */
  readonly lines: readonly number[];
  readonly detail: FindingDetails[Code];
  /** To choose from; none where only a person can know. */
  readonly mends: readonly Mend[];
}

/** A point of a plan that contradicts itself, the calendar or the law, or that nobody could carry out as written. */
export type Finding = { readonly [Code in FindingCode]: FindingOf<Code> }[FindingCode];

/** Where a finding stands and what may mend it; each part may be left out. */
export interface FindingPlace {
  readonly keys?: readonly string[];
  readonly field?: string;
  readonly place?: string | null;
  readonly subject?: string | null;
  readonly lines?: readonly number[];
  readonly mends?: readonly Mend[];
}

/** Makes a finding of a code, with the severity that the code has. */
export function finding<Code extends FindingCode>(
  code: Code,
  detail: FindingDetails[Code],
  { keys = [], field, place = null, subject = null, lines = [], mends = [] }: FindingPlace,
): Finding {
  const made: FindingOf<Code> = {
    code,
    severity: severityOf[code],
    keys,
    field: field ?? null,
    place,
    subject,
    lines,
    detail,
    mends,
  };
  return made as unknown as Finding;
}
