/**
 * The reading of an issued plan: one document of plain values, the same for every source format.
 *
 * This is an interchange format (printed by `read-plan`, scored against gold readings), hence the snake_case keys.
 * Dates are ISO days; `line` holds 1-based lines of the source text. What was not understood is null and is named in
 * `doubts`, never guessed.
 */
export interface PlanReading {
  source: string;
  plan: PlanHead;
  /** Every document cited outside the preamble. */
  citations: Citation[];
  sections: Section[];
  tasks: ReadTask[];
  targets: ReadTarget[];
  report_regime: RegimeItem[];
  responsibilities: Responsibility[];
  /** What was damaged in the source and how it was mended. */
  repairs: Repair[];
  /** Where the plan contradicts itself. */
  conflicts: Conflict[];
}

export type PlanKind = 'cchc-plan' | 'emulation-movement';

export interface PlanHead {
  title: string | null;
  issuer: string | null;
  commune: string | null;
  /** The kind of commune as printed: xã, phường, thị trấn, đặc khu. */
  level: string | null;
  province: string | null;
  kind: PlanKind;
  number: string | null;
  date: string | null;
  year_from: number | null;
  year_to: number | null;
  signer: Signer;
  basis: Citation[];
  recipients: string[];
}

export interface Signer {
  name: string | null;
  title: string | null;
  /** The signing authority as printed: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
  authority: string | null;
}

export interface Citation {
  type: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  where: string;
  line: number[];
}

/** One of the seven axes of administrative reform. */
export type Axis =
  | 'steering'
  | 'institution'
  | 'procedures'
  | 'organization'
  | 'civil-service'
  | 'public-finance'
  | 'digital-government';

export interface Section {
  code: string;
  title: string;
  axis: Axis | null;
  line: number[];
}

export type DueKind =
  | 'date'
  | 'month'
  | 'quarters'
  | 'year'
  | 'ongoing'
  | 'recurring'
  | 'on-request'
  | 'after-event';

export interface Due {
  kind: DueKind;
  from: string | null;
  to: string | null;
  recurrence: Recurrence | null;
  /** For a date: true when the day is a limit ("trước", "chậm nhất"), false when it is the day itself. */
  before?: boolean;
  /** Separate months or quarters inside `from`..`to`. */
  periods?: Period[];
  /** Whose guidance is awaited, or after which event. */
  event?: string;
  /** How long after the event, as printed and counted. */
  offset?: Offset;
}

export interface Period {
  from: string;
  to: string;
}

export interface Offset {
  count: number;
  unit: 'working-day' | 'day' | 'week' | 'month';
}

export type Every = 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'batch';

export interface Recurrence {
  every: Every | Every[];
  times?: number;
  dayOfMonth?: number;
  month?: 'last' | number;
  /** ISO day of the week: Monday 1 to Sunday 7. */
  weekday?: number;
  /** Which week of the month, from 1; -1 is the last. */
  week?: number;
  /** Months (1–12) in which it does not happen. */
  except_months?: readonly number[];
}

export interface ReadTask {
  seq: string | null;
  section: string | null;
  objective: string | null;
  task: string | null;
  activity: string | null;
  product: string | null;
  chair_leader: string | null;
  lead: string[];
  coordinators: string[];
  due_text: string | null;
  due: Due | null;
  note: string | null;
  line: number[];
  doubts: Doubt[];
}

export type Operator = '>=' | '<=' | '=' | '>' | '<';

export interface ReadTarget {
  text: string;
  metric: string;
  operator: Operator;
  value: number;
  unit: string;
  denominator_scope: string | null;
  year: number | null;
  where: string;
  line: number[];
  doubts: Doubt[];
}

export type ReportPeriod = 'Q1' | 'H1' | 'Q3' | '9M' | 'quarter' | 'month' | 'year';

export interface RegimeItem {
  period: ReportPeriod;
  data_from: string | null;
  data_to: string | null;
  submit_by: string | null;
  submit_rule: Recurrence | null;
  to: string | null;
  by: string | null;
  text: string;
  line: number[];
  doubts: Doubt[];
}

export interface Responsibility {
  unit: string | null;
  /** How many duties the text lists for the unit. */
  count: number;
  where: string;
  line: number[];
}

export type RepairKind =
  | 'page-break'
  | 'repeated-header'
  | 'split-row'
  | 'merged-cell'
  | 'column'
  | 'markup'
  | 'ocr'
  | 'glued-number'
  | 'numbering'
  | 'footnote'
  | 'masthead';

export interface Repair {
  where: string;
  kind: RepairKind;
  damage: string;
  repair: string;
  line: number[];
}

export interface Conflict {
  text: string;
  line: number[];
}

export type DoubtCode =
  | 'due-not-understood'
  | 'due-partly-understood'
  | 'due-missing'
  | 'lead-missing'
  | 'product-missing'
  | 'unit-unknown'
  | 'leader-is-unit'
  | 'recognised'
  | 'column-shifted'
  | 'joined-over-page'
  | 'carried-from-above'
  | 'section-missing'
  | 'outside-commune'
  | 'submit-missing'
  | 'window-missing'
  | 'submit-before-cutoff'
  | 'conflict';

/** Why a reading should be looked at by a person before it is stored. */
export interface Doubt {
  code: DoubtCode;
  /** The field in question, in the key of this document. */
  where?: string;
  line?: number;
  /** The words of the source that caused the doubt. */
  detail?: string;
}
