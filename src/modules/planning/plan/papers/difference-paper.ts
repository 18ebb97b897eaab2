import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Annex, Paper, PaperBlock, PaperCell, PaperRow } from '#platform/docgen/paper.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { ChangedRow, PlanDifference } from '../../plan-difference/plan-difference.ts';
import type { AnyRow } from '../../plan-draft/plan-draft.ts';
import { toRoman } from '../../reading/numbering.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { documentName } from './cited-document.ts';
import { changedFieldLines, filledFieldLines, rowName } from './difference-words.ts';
import { draftTop, issuerOf, planEnding } from './paper-frame.ts';
import { asList } from './sentence.ts';

/** The two versions that are compared; one without a number is a draft. */
export interface PlanVersions {
  readonly earlier: PlanHead;
  readonly later: PlanHead;
}

export type PaperDifference = Pick<PlanDifference, 'added' | 'changed' | 'removed'>;

const words = paperWords.difference;
const SHARES = [5, 22, 36, 36] as const;

/** What a later version of a plan adds, changes and leaves out, as a report with both readings side by side. */
export function differencePaper(
  { earlier, later }: PlanVersions,
  difference: PaperDifference,
  today: PlainDate,
): Paper {
  const title = later.title ?? earlier.title ?? '';
  const groups = groupsOf(difference);
  const names = [versionName(earlier), versionName(later)] as const;
  return {
    ...draftTop(later, 'BC', today),
    title: words.subject(title),
    kind: words.kind,
    subject: words.subject(title),
    bases: [],
    body:
      groups.length === 0
        ? paragraphs([words.same(...names)])
        : paragraphs([words.opening(...names), ...asList(countsOf(difference)), words.inAnnex]),
    ending: planEnding(later),
    annexes: groups.length === 0 ? [] : [annexOf(groups, title, issuerOf(later).replace('\n', ' '))],
  };
}

function versionName(head: PlanHead): string {
  if (head.number === null) return words.draft;
  return documentName({
    type: words.plan,
    number: head.number,
    date: head.date,
    issuer: head.issuer,
    where: '',
    line: [],
  });
}

function countsOf({ added, changed, removed }: PaperDifference): string[] {
  const { counts } = words;
  const lists = [
    [counts.added, added],
    [counts.changed, changed],
    [counts.removed, removed],
  ] as const;
  return lists
    .filter(([, rows]) => rows.length > 0)
    .map(([count, rows]) => count(formatNumber('vi', rows.length)));
}

interface Group {
  readonly title: string;
  readonly rows: readonly (readonly [row: PaperCell, before: PaperCell, after: PaperCell])[];
}

function groupsOf({ added, changed, removed }: PaperDifference): Group[] {
  const nothing: PaperCell = { words: '' };
  const whole = (row: AnyRow): PaperCell => ({ words: filledFieldLines(row) });
  const groups: Group[] = [
    { title: words.group.added, rows: added.map((row) => [nameCell(row), nothing, whole(row)]) },
    { title: words.group.changed, rows: changed.map(changedCells) },
    { title: words.group.removed, rows: removed.map((row) => [nameCell(row), whole(row), nothing]) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function changedCells({ before, after, fields }: ChangedRow): [PaperCell, PaperCell, PaperCell] {
  return [
    nameCell(before),
    { words: changedFieldLines(after.kind, fields, 'before') },
    { words: changedFieldLines(after.kind, fields, 'after') },
  ];
}

function nameCell(row: AnyRow): PaperCell {
  return { words: rowName(row) };
}

function annexOf(groups: readonly Group[], title: string, issuer: string): Annex {
  const [seq, row, before, after] = SHARES;
  const { column } = words;
  return {
    label: paperWords.annexLabel,
    title: words.annexTitle(title),
    note: words.annexNote(issuer),
    orientation: 'landscape',
    body: [
      {
        kind: 'table',
        caption: words.subject(title),
        columns: [{ share: seq, align: 'center' }, { share: row }, { share: before }, { share: after }],
        headerRows: 1,
        rows: [
          { cells: [column.seq, column.row, column.before, column.after].map((label) => ({ words: label })) },
          ...groups.flatMap((group, index) => groupRows(group, index)),
        ],
      },
    ],
  };
}

function groupRows({ title, rows }: Group, index: number): PaperRow[] {
  return [
    {
      cells: [
        { words: toRoman(index + 1), bold: true },
        { words: title, bold: true, columnSpan: SHARES.length - 1 },
      ],
    },
    ...rows.map((cells, place) => ({ cells: [{ words: String(place + 1) }, ...cells] })),
  ];
}

function paragraphs(texts: readonly string[]): PaperBlock[] {
  return texts.map((said) => ({ kind: 'paragraph', words: said }));
}
