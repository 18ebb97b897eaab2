import type { Id } from '#platform/db/id.ts';
import { type PaperName, paperNames } from '../links.ts';
import type {
  Citation,
  Doubt,
  Due,
  PlanHead,
  PlanReading,
  ReadTarget,
  ReadTask,
  ReportPeriod,
  RegimeItem,
  Section,
} from '../reading/plan-reading.ts';

/** Why a draft is put aside, or a plan taken back: so many characters. */
export const longestDiscardReason = 300;

export const draftStates = ['reading', 'refused', 'draft', 'checked', 'issued', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

export const draftOrigins = ['file', 'pasted', 'blank', 'earlier-plan', 'higher-plan'] as const;
export type DraftOrigin = (typeof draftOrigins)[number];

export type DraftDeed =
  | 'edit'
  | 'check'
  | 'reopen'
  | 'issue'
  | 'issueAgain'
  | 'takeBack'
  | 'discard'
  | 'restore';

/** In which states of a draft each deed may be done. */
export const allowedIn: Readonly<Record<DraftDeed, readonly DraftState[]>> = {
  edit: ['draft'],
  check: ['draft'],
  reopen: ['checked'],
  issue: ['draft', 'checked'],
  issueAgain: ['draft'],
  takeBack: ['issued'],
  discard: ['draft', 'checked', 'refused'],
  restore: ['discarded'],
};

export const rowKinds = ['section', 'task', 'target', 'report', 'citation'] as const;
export type RowKind = (typeof rowKinds)[number];

export const reportPeriods = [
  'month',
  'quarter',
  'Q1',
  'H1',
  'Q3',
  '9M',
  'year',
] as const satisfies readonly ReportPeriod[];

export const rowStates = ['unseen', 'accepted', 'skipped'] as const;
export type RowState = (typeof rowStates)[number];

/** True for a draft read from a paper that has been issued already: it has its number, day and signer. */
export function comesFromPaper(origin: DraftOrigin): boolean {
  return origin === 'file' || origin === 'pasted';
}

/** What a row of each kind holds; doubts are kept beside it. */
export interface RowData {
  readonly section: Section;
  readonly task: Omit<ReadTask, 'doubts'>;
  readonly target: Omit<ReadTarget, 'doubts'>;
  readonly report: Omit<RegimeItem, 'doubts'>;
  readonly citation: Citation & { readonly role: 'basis' | 'cited' };
}

export type AnyRow = { readonly [Kind in RowKind]: DraftRow<Kind> }[RowKind];

export interface DraftRow<Kind extends RowKind> {
  readonly id: Id<'plan-draft-row'>;
  readonly kind: Kind;
  readonly data: RowData[Kind];
  readonly doubts: readonly Doubt[];
  readonly state: RowState;
  /** Where the row stands among those of its draft; only the order means something. */
  readonly ordinal: number;
  /** In a draft that amends: the row of the earlier version that it goes on from, 'none', or null for likeness. */
  readonly pair: string | null;
  readonly version: number;
}

export interface PlanDraft {
  readonly id: Id<'plan-draft'>;
  readonly origin: DraftOrigin;
  /** The plan that was copied, as people call it. */
  readonly originWords: string | null;
  /** Null for a draft that came from no file. */
  readonly fileName: string | null;
  readonly state: DraftState;
  readonly refusalCode: string | null;
  readonly head: PlanHead | null;
  readonly planId: Id<'plan'> | null;
  /** The issued plan that this one takes the place of. */
  readonly amendsPlanId: Id<'plan'> | null;
  /** True when the text was recognised from pictures of pages. */
  readonly isRecognised: boolean;
  /** Pages read and to be read, while a long reading goes on. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly version: number;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly issuedAt: Date | null;
}

/** A row as the reader gave it, before it has an id. */
export interface FreshRow {
  readonly kind: RowKind;
  readonly data: RowData[RowKind];
  readonly doubts: readonly Doubt[];
}

/** Every row of a reading in the order of review: sections, tasks, targets, reports, citations. */
export function rowsOf(reading: PlanReading): FreshRow[] {
  const apart = <Data extends { doubts: Doubt[] }>({ doubts, ...data }: Data) => ({ data, doubts });
  const cited = [
    ...reading.plan.basis.map((one) => ({ ...one, role: 'basis' as const })),
    ...reading.citations.map((one) => ({ ...one, role: 'cited' as const })),
  ];
  return [
    ...reading.sections.map((data) => ({ kind: 'section' as const, data, doubts: [] })),
    ...reading.tasks.map((task) => ({ kind: 'task' as const, ...apart(task) })),
    ...reading.targets.map((target) => ({ kind: 'target' as const, ...apart(target) })),
    ...reading.report_regime.map((item) => ({ kind: 'report' as const, ...apart(item) })),
    ...cited.map((data) => ({ kind: 'citation' as const, data, doubts: [] })),
  ];
}

/** The rows of a draft as one reading again, for papers and exports; skipped rows are left out. */
export function readingOf(head: PlanHead, rows: readonly AnyRow[]): PlanReading {
  const kept = rows.filter((row) => row.state !== 'skipped');
  const data = <Kind extends RowKind>(kind: Kind) => only(kept, kind).map((row) => row.data);
  const citations = (role: 'basis' | 'cited') => data('citation').filter((one) => one.role === role);
  return {
    source: '',
    plan: { ...head, basis: citations('basis') },
    citations: citations('cited'),
    sections: data('section'),
    tasks: data('task').map((task) => ({ ...task, doubts: [] })),
    targets: data('target').map((target) => ({ ...target, doubts: [] })),
    report_regime: data('report').map((item) => ({ ...item, doubts: [] })),
    responsibilities: [],
    repairs: [],
    conflicts: [],
  };
}

/** The next row that nobody has looked at: first among the doubtful ones, after this one and then from the top. */
export function nextUnseen(rows: readonly AnyRow[], after?: AnyRow): AnyRow | undefined {
  const at = after ? rows.indexOf(after) : -1;
  const onwards = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].filter(
    (row) => row.state === 'unseen',
  );
  return onwards.find((row) => row.doubts.length > 0) ?? onwards[0];
}

/** The rows of one kind, in their order. */
export function only<Kind extends RowKind>(rows: readonly AnyRow[], kind: Kind): DraftRow<Kind>[] {
  return rows.filter((row) => row.kind === kind) as unknown as DraftRow<Kind>[];
}

/** The day by which a deadline can be late: its last day, or none where it has no such day. */
export function dueOn(due: Due | null): string | null {
  if (due === null) return null;
  return ['date', 'month', 'quarters', 'year'].includes(due.kind) ? due.to : null;
}

/** The code under which people know a task: section and number; a code printed twice gets a suffix. */
export function taskCodes(tasks: readonly Pick<ReadTask, 'section' | 'seq'>[]): string[] {
  const seen = new Map<string, number>();
  return tasks.map((task, index) => {
    const printed = [task.section, task.seq ?? String(index + 1)].filter(Boolean).join('.');
    const times = (seen.get(printed) ?? 0) + 1;
    seen.set(printed, times);
    return times === 1 ? printed : `${printed}(${times})`;
  });
}

/** The words by which a task is known: its own, or its activity where the plan gives no other. */
export function taskTitle(task: Pick<ReadTask, 'task' | 'activity' | 'objective' | 'product'>): string {
  return task.task || task.activity || task.objective || task.product || '';
}

/** A unit's name that stands for many, such as "the units concerned": it has no head who answers. */
export function isCollective(name: string): boolean {
  return /^(các|những|toàn thể|tất cả)\s/i.test(name.normalize('NFC')) || /[,;]/.test(name);
}

/** Endings of the files that are read. */
export const acceptedEndings = ['.docx', '.doc', '.pdf', '.xlsx', '.txt', '.md', '.html'] as const;

/** The papers that a draft gives: a comparison only where it takes the place of a plan. */
export function papersOf(draft: Pick<PlanDraft, 'amendsPlanId'>): PaperName[] {
  return paperNames.filter((name) => name !== 'thay-doi' || draft.amendsPlanId !== null);
}

export const longestText = 4_000;
export const mostRows = 10_000;

/** The facts of a plan that is about to be written by hand; title and issuing body come in the words of the commune. */
export function blankHead(
  tenant: { readonly name: string },
  year: number,
  words: { readonly title: string; readonly issuer: (tenantName: string) => string },
): PlanHead {
  const name = tenant.name.replace(/\s*\([^)]*\)$/, '');
  // The kind of commune comes first, in small letters.
  const [, level, own] = /^((?:\p{Ll}+\s+)+)(.+)$/u.exec(name) ?? [];
  return {
    title: words.title,
    issuer: words.issuer(name),
    commune: own ?? name,
    level: level?.trim() ?? null,
    province: null,
    kind: 'cchc-plan',
    number: null,
    date: null,
    year_from: year,
    year_to: year,
    signer: { name: null, title: null, authority: null },
    basis: [],
    recipients: [],
  };
}

/** The name by which people know a draft: the title of the plan, or the file that it came from. */
export function draftName(draft: Pick<PlanDraft, 'head' | 'fileName' | 'originWords'>): string {
  return draft.head?.title ?? draft.fileName ?? draft.originWords ?? '';
}
