import type { Scope } from '#platform/session/actor.ts';

type Grants = Readonly<Record<string, Scope>>;

/** The report calendar is of the whole office; each unit hands in its own reports. */
export function reporting(sees: 'all' | 'unit', handsIn?: 'all' | 'unit'): Grants {
  return {
    'planning.report-hand-in.read': sees,
    ...(handsIn && {
      'planning.report-hand-in.hand-in': handsIn,
      'planning.report-hand-in.withdraw': handsIn,
    }),
  };
}

/** Keeping the report calendar, accepting what units hand in, and sending the office's own report on. */
export const collecting: Grants = {
  'planning.report-period.add': 'all',
  'planning.report-period.edit': 'all',
  'planning.report-period.discard': 'all',
  'planning.report-period.restore': 'all',
  'planning.report-period.send-on': 'all',
  'planning.report-period.reopen': 'all',
  'planning.report-period.set-rule': 'all',
  'planning.report-hand-in.accept': 'all',
  'planning.report-hand-in.send-back': 'all',
  'planning.report-hand-in.excuse': 'all',
  'planning.report-hand-in.take-back': 'all',
  'planning.report-hand-in.ask': 'all',
  'planning.report-hand-in.change-many': 'all',
};
