import type { Texts } from './texts.ts';

export const en: Texts = {
  maker: 'Gather papers for printing',
  print: 'Print as one PDF',
  title: 'Print papers together',
  lead: (count) => `${count} papers in the order of their numbers, behind a page that lists them.`,
  list: 'List',
  caption: 'Papers to print, in the order of their numbers',
  column: { number: 'Number, symbol', on: 'Day', paper: 'Paper', state: 'State' },
  check: 'Check of the numbers',
  left: (count) => `${count} of the chosen rows have no number yet or cannot be seen, and are left out.`,
  limit: (most) => `A file holds ${most} papers at most. It is made in some seconds and kept for 7 days.`,
  send: 'Make the PDF',
  back: 'Back to the list',
  nothing: {
    title: 'No paper to print',
    text: 'Tick papers that have a number in the list. Drafts without a number cannot be printed together.',
  },
  tooMany: (count, most) =>
    `${count} papers are chosen, a file holds ${most}: choose fewer, such as a month.`,
  tooManyTitle: 'Too many papers',
  state: { waiting: 'The file is being made', ready: 'The file is ready', failed: 'The file was not made' },
  waiting: 'This page asks again until the file is there.',
  ready: (count) => `${count} papers, behind a page that lists them with the check of their numbers.`,
  kept: (days) => `The file is kept for ${days} days.`,
  hidden: 'There is a paper in this file that you may not see any more: make a new one.',
  failure: {
    'no-right': 'The account may not print papers together any more.',
    none: 'A paper cannot be seen any more: choose again and make a new file.',
    'not-set': 'The file is too large to be set at once: choose fewer papers.',
  },
  download: 'Download the PDF',
  hash: 'SHA-256 hash',
  sequence: {
    span: (book, year, first, last) => `${book} of ${year}, from number ${first} to ${last}:`,
    whole: 'complete, without a gap.',
    leftOut: (numbers) => `in the book, but not in this file: ${numbers}.`,
    missing: (numbers) =>
      `no paper with the number: ${numbers} (left blank, given elsewhere, or not yours to see).`,
    run: (first, last) => `${first} to ${last}`,
    andMore: (named, count) => `${named} and ${count} more`,
    noDouble: 'No number stands on two papers.',
    double: (printed, year, count) => `Double number: ${printed} of ${year} stands on ${count} papers.`,
  },
  refusal: {
    nothing: 'There is no paper with a number that you may see.',
    'too-many': 'Too many papers for one file: choose fewer.',
  },
  api: {
    make: 'Gather several papers in one PDF for printing',
    get: 'A file of papers: whether it is ready',
    download: 'Download a file of papers',
  },
};
