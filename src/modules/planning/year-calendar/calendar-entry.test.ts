import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import type { Due } from '../reading/plan-reading.ts';
import {
  type CalendarEntry,
  type CalendarTask,
  compareEntries,
  strongestState,
  taskEntries,
} from './calendar-entry.ts';

const present = { today: plainDate('2026-05-12'), soonUntil: plainDate('2026-05-19') };

function task(over: Partial<CalendarTask>): CalendarTask {
  return {
    id: newId<'task'>(),
    code: 'I.1',
    title: 'Nhiệm vụ',
    state: 'open',
    stage: 'assigned',
    dueText: null,
    dueKind: 'date',
    dueFrom: null,
    dueOn: null,
    due: null,
    plan: { yearFrom: 2026, yearTo: 2026 },
    ...over,
  };
}

const stateOn = (day: string, over: Partial<CalendarTask> = {}) =>
  taskEntries(task({ dueOn: plainDate(day), ...over }), 2026, present)[0]?.state;

describe('taskEntries', () => {
  it('says late, soon or nothing by the due day', () => {
    expect(stateOn('2026-05-11')).toBe('late');
    expect(stateOn('2026-05-12')).toBe('soon');
    expect(stateOn('2026-05-19')).toBe('soon');
    expect(stateOn('2026-05-20')).toBe('plain');
  });

  it('says done of a closed task, however late', () => {
    expect(stateOn('2026-01-15', { state: 'done' })).toBe('done');
  });

  it('calls only the end of a deadline late, not its earlier parts', () => {
    const periods = [
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-10-01', to: '2026-10-31' },
    ];
    const due: Due = { kind: 'month', from: '2026-03-01', to: '2026-10-31', recurrence: null, periods };
    const entries = taskEntries(
      task({ dueKind: 'month', dueOn: plainDate('2026-10-31'), due }),
      2026,
      present,
    );
    expect(entries.map((entry) => entry.state)).toEqual(['plain', 'plain']);
    expect(new Set(entries.map((entry) => entry.key)).size).toBe(2);
  });

  it('never calls a time of a recurring task late', () => {
    const due: Due = {
      kind: 'recurring',
      from: null,
      to: null,
      recurrence: { every: 'month', dayOfMonth: 5 },
    };
    const states = taskEntries(task({ dueKind: 'recurring', due }), 2026, present).map(
      (entry) => entry.state,
    );
    expect(new Set(states)).toEqual(new Set(['plain']));
  });
});

describe('compareEntries', () => {
  it('puts days before periods that end on them, and short periods before long ones', () => {
    const entry = (from: string, to: string, day: string | null): CalendarEntry => ({
      key: from + to,
      kind: 'report',
      planId: newId<'plan'>(),
      period: 'year',
      state: 'plain',
      when: { from: plainDate(from), to: plainDate(to), day: day === null ? null : plainDate(day) },
    });
    const quarter = entry('2026-01-01', '2026-03-31', null);
    const month = entry('2026-03-01', '2026-03-31', null);
    const last = entry('2026-03-31', '2026-03-31', '2026-03-31');
    const early = entry('2026-03-02', '2026-03-02', '2026-03-02');
    expect([quarter, month, last, early].toSorted(compareEntries)).toEqual([early, last, month, quarter]);
  });
});

describe('strongestState', () => {
  it('shows what presses most', () => {
    expect(strongestState(['done', 'plain', 'late'])).toBe('late');
    expect(strongestState(['done', 'soon'])).toBe('soon');
    expect(strongestState([])).toBeUndefined();
  });
});
