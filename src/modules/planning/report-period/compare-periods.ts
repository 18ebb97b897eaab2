import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { ReportPeriod } from './report-period.ts';
import type { WantedPeriod } from './wanted-periods.ts';

/** A period as it stands, with what its plan must know of it. */
export interface StandingPeriod
  extends Pick<
    ReportPeriod,
    | 'id'
    | 'planId'
    | 'regimeId'
    | 'dataFrom'
    | 'dataTo'
    | 'printedOn'
    | 'isBefore'
    | 'lastOn'
    | 'dueOn'
    | 'addressee'
    | 'ruleText'
    | 'byHand'
    | 'state'
  > {
  readonly key: string;
  /** Somebody has handed something in, or has changed it by hand: it stays although no plan orders it. */
  readonly isTouched: boolean;
}

/** What the plan says of a period that stands. */
export type PlannedFacts = Pick<
  ReportPeriod,
  | 'planId'
  | 'regimeId'
  | 'dataFrom'
  | 'dataTo'
  | 'printedOn'
  | 'isBefore'
  | 'lastOn'
  | 'dueOn'
  | 'addressee'
  | 'ruleText'
>;

/** What has to happen so that the periods of a plan are those that it orders. */
export interface PeriodChanges {
  readonly made: readonly (WantedPeriod & { readonly dueOn: PlainDate | null; readonly isOver: boolean })[];
  /** `isTold` where people see another window, day or addressee. */
  readonly changed: readonly {
    readonly id: string;
    readonly facts: PlannedFacts;
    readonly isTold: boolean;
  }[];
  readonly dropped: readonly string[];
  readonly revived: readonly { readonly id: string; readonly isOver: boolean }[];
}

const told = ['dataFrom', 'dataTo', 'dueOn', 'addressee'] as const;

/**
 * Compares what a plan orders with what stands. What people set by hand stays as they set it; what is no longer ordered
 * is dropped, unless somebody has worked on it; what was over before anybody followed it is made as over.
 */
export function comparePeriods(
  planId: ReportPeriod['planId'],
  wanted: readonly WantedPeriod[],
  standing: readonly StandingPeriod[],
  { today, due }: { readonly today: PlainDate; readonly due: (lastOn: PlainDate | null) => PlainDate | null },
): PeriodChanges {
  const byKey = new Map(standing.map((one) => [one.key, one]));
  const isOver = (one: WantedPeriod, dueOn: PlainDate | null) => (dueOn ?? one.dataTo ?? one.endsOn) < today;
  const made: PeriodChanges['made'][number][] = [];
  const changed: PeriodChanges['changed'][number][] = [];
  const revived: PeriodChanges['revived'][number][] = [];
  for (const one of wanted) {
    const there = byKey.get(one.key);
    if (!there) {
      const dueOn = due(one.lastOn);
      made.push({ ...one, dueOn, isOver: isOver(one, dueOn) });
      continue;
    }
    const facts = factsOf(planId, one, there, due);
    if (there.state === 'dropped') revived.push({ id: there.id, isOver: isOver(one, facts.dueOn) });
    const names = Object.keys(facts) as (keyof PlannedFacts)[];
    if (names.some((name) => facts[name] !== there[name])) {
      changed.push({ id: there.id, facts, isTold: told.some((name) => facts[name] !== there[name]) });
    }
  }
  const keys = new Set(wanted.map(({ key }) => key));
  const dropped = standing
    .filter((one) => !keys.has(one.key) && !one.isTouched && (one.state === 'open' || one.state === 'past'))
    .map(({ id }) => id);
  return { made, changed, dropped, revived };
}

function factsOf(
  planId: ReportPeriod['planId'],
  wanted: WantedPeriod,
  there: StandingPeriod,
  due: (lastOn: PlainDate | null) => PlainDate | null,
): PlannedFacts {
  const window = there.byHand.includes('window') ? there : wanted;
  const day = there.byHand.includes('day') ? there : wanted;
  return {
    planId,
    regimeId: wanted.regimeId,
    ruleText: wanted.ruleText,
    dataFrom: window.dataFrom,
    dataTo: window.dataTo,
    printedOn: day.printedOn,
    isBefore: day.isBefore,
    lastOn: day.lastOn,
    // A day that has been kept to is not counted anew.
    dueOn: there.state === 'sent' ? there.dueOn : due(day.lastOn),
    addressee: there.byHand.includes('addressee') ? there.addressee : wanted.addressee,
  };
}

/** Nothing has to happen. */
export function isNothing({ made, changed, dropped, revived }: PeriodChanges): boolean {
  return made.length + changed.length + dropped.length + revived.length === 0;
}
