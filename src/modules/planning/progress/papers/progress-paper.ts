import { type PlainDate, partsOf } from '#platform/clock/plain-date.ts';
import type { Paper, PaperBlock, PaperRow } from '#platform/docgen/paper.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { paperWords as planWords } from '../../plan/texts.ts';
import { toRoman } from '../../reading/numbering.ts';
import { type Figures, type Grouping, onTimePercent, sumFigures } from '../progress.ts';
import { paperWords } from '../texts.ts';

/** The figures of a day put together in one way, each group under its name. */
export interface NamedGroups {
  readonly by: Grouping;
  readonly groups: readonly { readonly name: string; readonly figures: Figures }[];
}

/** The office whose paper it is. */
export interface PaperOffice {
  readonly name: string;
  /** The kind of the office as a word of addresses, such as `dac-khu`. */
  readonly level: string;
}

/** How the work stood at the end of a day, as a report to be numbered and signed; `today` is the day of the draft. */
export function progressPaper(
  office: PaperOffice,
  day: PlainDate,
  tables: readonly NamedGroups[],
  today: PlainDate,
): Paper {
  const date = formatDate(day);
  const { dayBlank } = planWords;
  const year = String(partsOf(today).year);
  return {
    laidOutOn: today,
    title: paperWords.title(date),
    issuer: `${planWords.committee}\n${office.name}`,
    number: planWords.numberBlank('BC'),
    placeAndDate: planWords.placeAndDate(placeOf(office), dayBlank, dayBlank, year),
    kind: paperWords.kind,
    subject: paperWords.subject(date),
    bases: [],
    body: [
      { kind: 'paragraph', words: paperWords.opening(date) },
      ...tables.flatMap(blocksOf),
      { kind: 'paragraph', words: paperWords.closing },
    ],
    ending: {
      recipientsLabel: planWords.recipientsLabel,
      recipients: [`- ${planWords.archive}.`],
      authority: planWords.authority.replaceAll(', ', '\n'),
      position: planWords.position,
      signer: '',
    },
    annexes: [],
  };
}

/** The name of the place alone: that of the office without its kind. */
function placeOf({ name, level }: PaperOffice): string {
  return name.split(' ').slice(level.split('-').length).join(' ');
}

/** The figures in the order of their columns. */
const columns = [
  'total',
  'assigned',
  'on-time',
  'done-late',
  'in-progress',
  'late',
  'waiting',
  'unassigned',
] as const satisfies readonly (keyof Figures)[];

function blocksOf({ by, groups }: NamedGroups, index: number): PaperBlock[] {
  const caption = paperWords.heading[by];
  const heading: PaperBlock = {
    kind: 'outline',
    level: 'heading',
    label: `${toRoman(index + 1)}.`,
    words: caption,
  };
  if (groups.length === 0) return [heading, { kind: 'paragraph', words: paperWords.none }];
  const all = sumFigures(groups.map((group) => group.figures));
  return [
    heading,
    {
      kind: 'table',
      caption,
      columns: [
        { share: 8, align: 'center' },
        { share: 20 },
        ...[...columns, 'share'].map(() => ({ share: 10, align: 'center' }) as const),
      ],
      headerRows: 1,
      rows: [
        rowOf([
          paperWords.seq,
          paperWords.group[by],
          ...columns.map((name) => paperWords.column[name]),
          paperWords.share,
        ]),
        ...groups.map(({ name, figures }, at) => rowOf([String(at + 1), name, ...cellsOf(figures)])),
        rowOf(['', paperWords.all, ...cellsOf(all)], true),
      ],
    },
  ];
}

function cellsOf(figures: Figures): string[] {
  const percent = onTimePercent(figures);
  const share = percent === undefined ? paperWords.noShare : formatNumber('vi', percent);
  return [...columns.map((name) => formatNumber('vi', figures[name])), share];
}

function rowOf(texts: readonly string[], bold = false): PaperRow {
  return { cells: texts.map((words) => ({ words, ...(bold && { bold }) })) };
}
