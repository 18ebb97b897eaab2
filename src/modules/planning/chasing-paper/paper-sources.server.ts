import {
  type Book,
  type ComposedPaper,
  issuedPaperList,
  mostRecords,
  type PaperFrame,
  type PaperLine,
  type PaperSource,
  type PaperTrouble,
  type ThenNow,
} from '#modules/casework/index.server.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { meetingFileLink, taskLink } from '../links.ts';
import { type ChasedTask, findChased, listChased } from './chased-tasks.server.ts';
import { type Asked, type ChasingKind, chasingKinds } from './chasing-paper.ts';
import { askedBody } from './input.ts';
import { assignmentSlip } from './papers/assignment-slip.ts';
import { lateAgenda } from './papers/late-agenda.ts';
import { type PaperFacts, reminderLetter } from './papers/reminder-letter.ts';
import { reminderSheet } from './papers/reminder-sheet.ts';
import { findChasingRules } from './rules.server.ts';
import { texts } from './texts.ts';

interface Plan {
  readonly book: Book;
  readonly which: Parameters<typeof listChased>[2];
  readonly notice: PaperNoticeKind;
  readonly paper: (facts: PaperFacts) => Paper;
}

/** What people are told of papers: heads of units of what was issued, and what is told of a paper of any kind. */
export const paperNoticeKinds = [
  'paper-reminder',
  'paper-sheet',
  'paper-assignment',
  'paper-agenda',
  'paper-to-issue',
  'paper-recalled',
] as const;
export type PaperNoticeKind = (typeof paperNoticeKinds)[number];

const plans: Readonly<Record<ChasingKind, Plan>> = {
  'reminder-letter': { book: 'letter', which: 'late', notice: 'paper-reminder', paper: reminderLetter },
  'reminder-sheet': { book: 'slip', which: 'late', notice: 'paper-sheet', paper: reminderSheet },
  'assignment-slip': { book: 'slip', which: 'every', notice: 'paper-assignment', paper: assignmentSlip },
  'late-agenda': { book: 'slip', which: 'for-meeting', notice: 'paper-agenda', paper: lateAgenda },
};

/** Every paper that is built from tasks. */
export const paperSources: readonly PaperSource[] = chasingKinds.map((kind) => {
  const plan = plans[kind];
  return {
    kind,
    book: plan.book,
    name: (lang) => texts(lang).kind[kind],
    compose: (ctx, asked, frame) => compose(ctx, kind, asked, frame),
    notice: plan.notice,
    calendarFile: (lang, paper) => {
      const meeting = askedBody.safeParse(paper.asked).data?.meeting;
      return kind === 'late-agenda' && meeting?.on
        ? { label: texts(lang).toCalendar, href: meetingFileLink(paper.id) }
        : undefined;
    },
    thenAndNow,
  };
});

/** The list of those papers. */
export const paperList = issuedPaperList(paperSources);

async function compose(
  ctx: Ctx,
  kind: ChasingKind,
  given: unknown,
  frame: PaperFrame,
): Promise<ComposedPaper | PaperTrouble> {
  const read = askedBody.safeParse(given);
  if (!read.success) return 'unreadable';
  // A sheet says what is late, whatever else was asked for.
  const asked: Asked = kind === 'reminder-sheet' ? { ...read.data, nearDays: 0 } : read.data;
  if (kind === 'assignment-slip' && asked.taskIds.length === 0) return 'nothing';
  const plan = plans[kind];
  const tasks = await listChased(ctx, asked, plan.which);
  if (tasks.length === 0) return 'nothing';
  if (tasks.length > mostRecords) return 'too-many';
  const { yellowDays } = await findChasingRules(ctx);
  const paper = plan.paper({ office: ctx.tenant, frame, today: ctx.clock.today(), asked, tasks, yellowDays });
  return {
    paper,
    subject: paper.kind ? `${paper.kind}: ${paper.subject}` : paper.subject,
    unitIds: [...new Set(tasks.flatMap((task) => task.unitId ?? []))],
    lines: tasks.map(lineOf),
  };
}

function lineOf(task: ChasedTask): PaperLine {
  return {
    recordKind: 'task',
    recordId: task.id,
    unitId: task.unitId,
    facts: {
      code: task.code,
      title: task.title,
      firstDueOn: task.firstDueOn,
      dueOn: task.dueOn,
      lateDays: task.lateDays ?? null,
    },
  };
}

async function thenAndNow(ctx: Ctx, lines: readonly PaperLine[]): Promise<readonly ThenNow[]> {
  const t = texts(ctx.lang).standing;
  const found = await findChased(
    ctx,
    lines.map(({ recordId }) => recordId),
  );
  const tasks = new Map(found.map((task) => [task.id, task]));
  return lines.map(({ recordId, facts }) => {
    const task = tasks.get(recordId as Id<'task'>);
    return {
      key: recordId,
      href: task && taskLink(task.id),
      title: `${String(facts.code)}. ${String(facts.title)}`,
      atIssue: standingOf(ctx.lang, dayOf(facts.firstDueOn), numberOf(facts.lateDays)),
      now: task ? nowOf(ctx.lang, task) : t.gone,
    };
  });
}

function nowOf(lang: Lang, task: ChasedTask): string {
  const t = texts(lang).standing;
  if (task.state === 'cancelled') return t.cancelled;
  if (task.state === 'done') return task.closedOn ? t.done(formatDate(task.closedOn)) : t.doneNoDay;
  return standingOf(lang, task.firstDueOn, task.lateDays);
}

function standingOf(lang: Lang, due: PlainDate | null, lateDays: number | undefined): string {
  const t = texts(lang).standing;
  if (due === null) return t.undated;
  return lateDays === undefined
    ? t.near(formatDate(due))
    : t.late(formatNumber(lang, lateDays), formatDate(due));
}

function dayOf(fact: string | number | null | undefined): PlainDate | null {
  return typeof fact === 'string' ? plainDate(fact) : null;
}

function numberOf(fact: string | number | null | undefined): number | undefined {
  return typeof fact === 'number' ? fact : undefined;
}
