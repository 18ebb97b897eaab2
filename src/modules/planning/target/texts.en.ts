import type { Texts } from './texts.ts';

export const en: Texts = {
  list: 'Targets',
  listCaption: 'List of targets',
  plans: 'Plans',
  views: 'Views',
  all: 'All',
  fields: {
    plan: 'Plan',
    axis: 'Axis',
    year: 'Year',
    value: 'Value',
    unit: 'Unit',
    text: 'Target',
    metric: 'Measure',
    scope: 'Taken of',
    section: 'Section',
  },
  column: {
    target: 'Target',
    comparison: 'To be reached',
    year: 'Year',
    axis: 'Axis',
    plan: 'Plan',
    result: 'Result',
  },
  promise: {
    '>=': (amount) => `${amount} or more`,
    '<=': (amount) => `at most ${amount}`,
    '=': (amount) => `reach ${amount}`,
    '>': (amount) => `over ${amount}`,
    '<': (amount) => `under ${amount}`,
  },
  score: 'points',
  scope: (scope) => `Taken of: ${scope}`,
  years: (from, to) => (from === to ? `${from}` : `${from}–${to}`),
  section: (code, title) => `${code}. ${title}`,
  noData: 'No data yet',
  none: {
    title: 'No targets yet',
    text: 'Targets appear here once a plan has been imported and stored.',
    action: 'Import a plan',
  },
  noMatch: { title: 'No target matches', text: 'Remove a filter or type fewer letters.' },
  api: {
    list: 'List targets',
  },
};
