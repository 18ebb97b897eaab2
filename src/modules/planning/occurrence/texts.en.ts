import type { Texts } from './texts.ts';

export const en: Texts = {
  maker: 'Maker of occurrences',
  panel: 'Times',
  caption: 'The times of a recurring task, in order',
  period: 'Period',
  assignee: 'Assignee',
  noOne: 'Nobody',
  month: (month, year) => `Month ${month}/${year}`,
  quarter: (quarter, year) => `Quarter ${quarter}/${year}`,
  halfYear: (half, year) => `${half === 1 ? 'First' : 'Second'} half of ${year}`,
  year: (year) => `Year ${year}`,
  span: (from, to) => `${from} – ${to}`,
  time: (period, no) => `${period}, time ${no}`,
  isSeries: (done, total) => `Recurring task: ${done}/${total} times done`,
  seriesText:
    'Each time has its own deadline, hand-in and approval. What is assigned here goes to the times not begun yet.',
  ofSeries: 'One time of a recurring task',
  openSeries: 'See the whole recurring task',
  here: 'shown here',
  doneOf: (done, total) => `${done}/${total} times done`,
  counted: 'Recurring tasks are counted by their times.',
};
