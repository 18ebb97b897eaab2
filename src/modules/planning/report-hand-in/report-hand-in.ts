import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { ReportPeriod } from '../report-period/report-period.ts';

/** How far the report of one unit for a period has come. */
export const handInStates = ['expected', 'handed-in', 'accepted', 'sent-back', 'excused'] as const;
export type HandInState = (typeof handInStates)[number];

/** What is done with it; taking back undoes the last judgement. */
export const handInDeeds = [
  'hand-in',
  'withdraw',
  'accept',
  'send-back',
  'excuse',
  'take-back',
  'ask',
] as const;
export type HandInDeed = (typeof handInDeeds)[number];

/** To which state a deed leads from each; what is not here cannot be done. Handing in anew replaces what was said. */
export const handInSteps: Readonly<Record<HandInState, Partial<Record<HandInDeed, HandInState>>>> = {
  expected: { 'hand-in': 'handed-in', excuse: 'excused', ask: 'expected' },
  'handed-in': { 'hand-in': 'handed-in', withdraw: 'expected', accept: 'accepted', 'send-back': 'sent-back' },
  accepted: { 'take-back': 'handed-in' },
  'sent-back': { 'hand-in': 'handed-in', 'take-back': 'handed-in', ask: 'sent-back' },
  excused: { 'take-back': 'expected' },
};

/** The report of one unit for a period. */
export interface HandIn {
  readonly id: Id<'report-hand-in'>;
  readonly unitId: Id<'unit'>;
  readonly unitName: string;
  readonly state: HandInState;
  /** The day that counts for being in time: mending what was sent back does not make it late. */
  readonly firstHandedInOn: PlainDate | null;
  readonly handedInOn: PlainDate | null;
  readonly handedInById: Id<'officer'> | null;
  readonly handedInByName: string | null;
  readonly text: string | null;
  readonly reason: string | null;
  readonly sentBackTimes: number;
  readonly version: number;
  readonly period: Pick<
    ReportPeriod,
    | 'id'
    | 'kind'
    | 'year'
    | 'number'
    | 'topic'
    | 'title'
    | 'dataFrom'
    | 'dataTo'
    | 'dueOn'
    | 'state'
    | 'addressee'
  >;
}

/** What rights ask for. */
export type HandInRelations = Pick<HandIn, 'unitId' | 'state'> & {
  readonly period: Pick<ReportPeriod, 'state'>;
};

/** The day by which a report that was due is in time or late: its first hand-in, else today; undefined where none counts. */
export function lateFrom(
  handIn: Pick<HandIn, 'state' | 'firstHandedInOn'> & {
    readonly period: Pick<ReportPeriod, 'dueOn' | 'state'>;
  },
  today: PlainDate,
): { readonly dueOn: PlainDate; readonly on: PlainDate } | undefined {
  const { dueOn, state } = handIn.period;
  if (dueOn === null || handIn.state === 'excused') return undefined;
  const on = handIn.firstHandedInOn ?? (state === 'open' ? today : undefined);
  return on !== undefined && on > dueOn ? { dueOn, on } : undefined;
}

export const longestText = 2_000;
