import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Paper, PaperBlock } from '#platform/docgen/paper.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { numberAndSymbol } from '../../issued-paper/issued-paper.ts';
import { texts as paperTexts } from '../../issued-paper/texts.ts';
import type { BatchPaper, DoubleNumber, SequenceCheck } from '../paper-batch.ts';
import { doubleWords, sequenceWords } from './sequence-words.ts';
import { coverWords as words } from '../texts.ts';

/** What the list before the papers is made from. */
export interface CoverFacts {
  readonly office: string;
  readonly by: string;
  readonly now: Date;
  readonly today: PlainDate;
  readonly papers: readonly BatchPaper[];
  readonly checks: readonly SequenceCheck[];
  readonly doubles: readonly DoubleNumber[];
}

/** The list of the papers that follow in a file, in the order of their books, with what the check of their numbers found. */
export function batchCover(facts: CoverFacts): Paper {
  const { papers } = facts;
  const state = paperTexts('vi').state;
  const rows = papers.map((paper, at) => [
    String(at + 1),
    numberAndSymbol(paper.number, paper.symbol),
    formatDate(paper.issuedOn),
    paper.subject,
    paper.signerName,
    [paper.state === 'issued' ? '' : state[paper.state], paper.numberNote].filter(Boolean).join('. '),
  ]);
  return {
    laidOutOn: facts.today,
    title: words.title,
    issuer: words.committee(facts.office),
    number: '',
    placeAndDate: words.madeOn(formatInstant('vi', facts.now)),
    kind: words.title,
    subject: words.subject(formatNumber('vi', papers.length)),
    bases: [],
    body: [
      {
        kind: 'table',
        caption: words.caption,
        columns: [
          { share: 6, align: 'center' },
          { share: 20, align: 'center' },
          { share: 14, align: 'center' },
          { share: 36 },
          { share: 16 },
          { share: 18 },
        ],
        headerRows: 1,
        rows: [words.head, ...rows].map((cells) => ({ cells: cells.map((text) => ({ words: text })) })),
      },
      heading(words.check),
      ...[
        ...facts.checks.flatMap((one) => sequenceWords('vi', one)),
        ...doubleWords('vi', facts.doubles),
      ].map((text): PaperBlock => ({ kind: 'paragraph', words: text })),
      { kind: 'paragraph', words: words.frozen(facts.by) },
    ],
    annexes: [],
  };
}

function heading(text: string): PaperBlock {
  return { kind: 'paragraph', words: [{ text, bold: true }] };
}
