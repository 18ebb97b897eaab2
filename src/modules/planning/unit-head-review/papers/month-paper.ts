import { type PlainDate, partsOf } from '#platform/clock/plain-date.ts';
import type { Paper, PaperRow } from '#platform/docgen/paper.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { paperWords } from '../../plan/texts.ts';
import { monthName } from '../month-name.ts';
import type { MonthView, UnitMonth } from '../month-view.server.ts';
import { texts } from '../texts.ts';

const say = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : formatNumber('vi', value);

/** The table of a month as a paper of the office, in Vietnamese; number and day stay blank until it has them. */
export function monthPaper(view: MonthView, officeName: string, today: PlainDate): Paper {
  const t = texts('vi');
  // The name of the office begins with its level: "xã Dân Hòa", "đặc khu Phú Quốc".
  const [, level = '', place = officeName] =
    /^(xã|phường|đặc khu|tỉnh|thành phố) (.+)$/iu.exec(officeName.normalize('NFC')) ?? [];
  const subject = t.paper.subject(monthName(view.month));
  const isDecided = view.rows.every(
    ({ review, unit }) => review?.state === 'decided' || unit.heads.length === 0,
  );
  return {
    laidOutOn: today,
    title: subject,
    issuer: paperWords.committeeOf(level, place),
    number: t.paper.number,
    placeAndDate: paperWords.placeAndDate(
      place,
      paperWords.dayBlank,
      paperWords.dayBlank,
      String(partsOf(today).year),
    ),
    kind: t.paper.kind,
    subject,
    bases: [],
    body: [
      ...(view.rules ? [{ kind: 'paragraph' as const, words: t.paper.basis(view.rules.document) }] : []),
      {
        kind: 'table',
        caption: subject,
        headerRows: 1,
        columns: [
          { share: 1.4, align: 'center' },
          { share: 5 },
          { share: 5 },
          ...Array.from({ length: 4 }, () => ({ share: 2, align: 'center' as const })),
          { share: 4 },
        ],
        rows: [heading(), ...view.rows.map(rowOf)],
      },
      ...(isDecided ? [] : [{ kind: 'paragraph' as const, words: t.paper.provisional }]),
    ],
    ending: {
      recipientsLabel: paperWords.recipientsLabel,
      recipients: [`- ${paperWords.archive}.`],
      authority: paperWords.authority,
      position: paperWords.position,
      signer: '',
    },
    annexes: [],
  };
}

function heading(): PaperRow {
  const t = texts('vi');
  const words = [
    t.paper.ordinal,
    t.column.unitName,
    t.column.head,
    t.figure.given,
    t.figure.finished,
    t.figure.late,
    t.column.points,
    t.column.grade,
  ];
  return { cells: words.map((one) => ({ words: one, bold: true, align: 'center' as const })) };
}

function rowOf({ unit, review, counts, total, grade }: UnitMonth, at: number): PaperRow {
  const t = texts('vi');
  const head = review?.officerName ?? unit.heads.at(-1)?.fullName ?? t.noHead;
  // What is only proposed is nobody's grade yet.
  const isDecided = review?.state === 'decided';
  const words = [
    String(at + 1),
    unit.name,
    head,
    say(counts.given),
    say(counts.finished),
    say(counts.late),
    isDecided ? say(total) : '',
    isDecided && grade ? t.grade[grade] : '',
  ];
  return { cells: words.map((one) => ({ words: one })) };
}
