import { sql } from 'kysely';
import {
  addWorkingDays,
  loadOfficeCalendar,
  type WorkCalendar,
  workingDaysBetween,
} from '#modules/calendar/index.server.ts';
import type { DigestLine, DigestReader, DigestSource } from '#modules/casework/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { taskLink } from '../links.ts';
import type { TaskNature } from '../task/task.ts';
import type { TaskStage } from '../task/task-life.ts';
import { givesOut, type Waiting, waitsFor } from '../waiting-task/waiting-task.ts';
import { type DigestKey, digestKeys, type InLetter, partOf } from './task-digest.ts';
import { texts } from './texts.ts';

type Lines = Map<Id<'officer'>, DigestLine[]>;

/**
 * Tasks in letters of the morning: what is late, due today and due soon of one's own, and what waits for one's answer:
 * approval, acceptance, giving out, another deadline, a contribution. Three statements for any number of people.
 */
export const taskDigest: DigestSource = {
  parts: digestKeys.map((key) => ({
    key,
    group: key === 'waiting' ? 'step' : 'reminder',
    title: (lang) => texts(lang).part[key],
  })),
  linesFor: async (ctx, readers, today) => {
    const calendar = await loadOfficeCalendar(ctx);
    const whose = indexOf(readers);
    const lines: Lines = new Map();
    for (const task of await listTasksOf(ctx, whose)) {
      for (const reader of whose.concernedBy(task)) {
        const waiting = waitsFor(reader.actor, task);
        const line = waiting && lineOf(task, waiting, reader, calendar, today);
        if (line) add(lines, reader, line);
      }
    }
    for (const asked of await listDueRequests(ctx, whose)) {
      for (const [reader, insteadOf] of whose.answering(asked.approver_id, 'planning.task.grant-due-change'))
        add(lines, reader, answerLine(asked, 'due-asked', insteadOf));
    }
    for (const asked of await listContributions(ctx, whose)) {
      for (const reader of whose.contributing(asked))
        add(lines, reader, answerLine(asked, 'contribution', null));
    }
    return lines;
  },
};

interface TaskInLetter {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly stage: TaskStage;
  readonly nature: TaskNature;
  readonly dueOn: PlainDate | null;
  readonly leadUnitId: Id<'unit'> | null;
  readonly assigneeId: Id<'officer'> | null;
  readonly approverId: Id<'officer'> | null;
}

/** Readers by whom and which units their letter is about, absent people for whom they stand in among them. */
function indexOf(readers: readonly DigestReader[]) {
  const byOfficer = new Map<string, Set<DigestReader>>();
  const byUnit = new Map<string, Set<DigestReader>>();
  const note = (map: Map<string, Set<DigestReader>>, id: string | null, reader: DigestReader) => {
    if (id === null) return;
    const known = map.get(id);
    if (known) known.add(reader);
    else map.set(id, new Set([reader]));
  };
  for (const reader of readers) {
    for (const one of [reader.actor, ...(reader.actor.standsInFor ?? [])]) {
      note(byOfficer, one.officerId, reader);
      if (givesOut(one)) for (const unitId of one.unitIds) note(byUnit, unitId, reader);
    }
  }
  const of = (map: Map<string, Set<DigestReader>>, id: string | null) => map.get(id ?? '') ?? [];
  return {
    officerIds: [...byOfficer.keys()],
    unitIds: [...byUnit.keys()],
    concernedBy: (task: TaskInLetter): ReadonlySet<DigestReader> =>
      new Set([
        ...of(byOfficer, task.assigneeId),
        ...of(byOfficer, task.approverId),
        ...(task.stage === 'draft' ? of(byUnit, task.leadUnitId) : []),
      ]),
    /** Those who may answer in the place of this officer, and whether they stand in. */
    answering: (officerId: string, act: string): [DigestReader, Id<'officer'> | null][] =>
      [...of(byOfficer, officerId)].flatMap((reader): [DigestReader, Id<'officer'> | null][] => {
        const one = [reader.actor, ...(reader.actor.standsInFor ?? [])].find(
          (each) =>
            each.officerId === officerId && each.grants.has(act) && each.grants.has('planning.task.read'),
        );
        if (!one) return [];
        return [[reader, one.officerId === reader.officerId ? null : one.officerId]];
      }),
    /** Whoever is in charge of a unit's part, or gives out the work of the unit while nobody is. */
    contributing: (asked: { unit_id: string; officer_id: string | null }): DigestReader[] => {
      const candidates =
        asked.officer_id === null ? of(byUnit, asked.unit_id) : of(byOfficer, asked.officer_id);
      return [...candidates].filter(
        ({ actor }) =>
          actor.grants.has('planning.contribution.contribute') &&
          actor.grants.has('planning.task.read') &&
          (asked.officer_id === null
            ? givesOut(actor) && actor.unitIds.some((unitId) => unitId === asked.unit_id)
            : actor.officerId === asked.officer_id),
      );
    },
  };
}

type Whose = ReturnType<typeof indexOf>;

function add(lines: Lines, { officerId }: DigestReader, line: DigestLine): void {
  const mine = lines.get(officerId);
  if (mine) mine.push(line);
  else lines.set(officerId, [line]);
}

/** The line of a task that waits for a person; undefined where it is due later than this person wants to know. */
function lineOf(
  task: TaskInLetter,
  waiting: Waiting,
  reader: DigestReader,
  calendar: WorkCalendar,
  today: PlainDate,
): DigestLine | undefined {
  const soonUntil = addWorkingDays(calendar, today, Math.max(0, ...reader.choice.daysBefore));
  const placed = partOf(waiting.kind, task.dueOn, today, soonUntil);
  if (!placed) return undefined;
  const { id, code, title, dueOn } = task;
  const daysLate = dueOn !== null && dueOn < today ? workingDaysBetween(calendar, dueOn, today) : 0;
  return {
    part: placed.part,
    recordId: id,
    href: taskLink(id),
    insteadOf: waiting.insteadOf,
    text: (lang) => {
      const t = texts(lang);
      const due = dueOn === null ? '' : t.due(formatDate(dueOn));
      const late = daysLate > 0 ? t.late(formatNumber(lang, daysLate)) : '';
      const what = placed.says === null ? '' : t.says[placed.says];
      return [`${code} ${title}`.trim(), what, due, late].filter(Boolean).join(', ');
    },
  };
}

function answerLine(
  asked: { readonly id: string; readonly code: string; readonly title: string },
  says: InLetter,
  insteadOf: Id<'officer'> | null,
): DigestLine {
  return {
    part: 'waiting' satisfies DigestKey,
    recordId: asked.id,
    href: taskLink(asked.id),
    insteadOf,
    text: (lang) => `${`${asked.code} ${asked.title}`.trim()}, ${texts(lang).says[says]}`,
  };
}

/** Open tasks that name one of these people, and drafts of the units whose work they give out. */
async function listTasksOf(ctx: Ctx, whose: Whose): Promise<TaskInLetter[]> {
  const { rows } = await sql<TaskInLetter>`
    select t.id, t.code, t.title, t.stage, t.nature, t.due_on as "dueOn", t.lead_unit_id as "leadUnitId",
      t.assignee_id as "assigneeId", t.approver_id as "approverId"
    from planning.task t
    where t.tenant_id = ${ctx.tenant.id} and t.state = 'open' and t.nature <> 'series' and t.stage <> 'waiting'
      and (t.assignee_id = any(${whose.officerIds}::uuid[]) or t.approver_id = any(${whose.officerIds}::uuid[])
        or (t.stage = 'draft' and t.lead_unit_id = any(${whose.unitIds}::uuid[])))
    order by t.due_on nulls last, t.ordinal, t.id`.execute(ctx.db);
  return rows;
}

async function listDueRequests(ctx: Ctx, whose: Whose) {
  const { rows } = await sql<{ id: string; code: string; title: string; approver_id: string }>`
    select t.id, t.code, t.title, t.approver_id
    from planning.due_change_request r
    join planning.task t on t.tenant_id = r.tenant_id and t.id = r.task_id
    where r.tenant_id = ${ctx.tenant.id} and r.state = 'open' and t.state = 'open'
      and t.approver_id = any(${whose.officerIds}::uuid[])
    order by r.asked_at, r.id`.execute(ctx.db);
  return rows;
}

async function listContributions(ctx: Ctx, whose: Whose) {
  const { rows } = await sql<{
    id: string;
    code: string;
    title: string;
    unit_id: string;
    officer_id: string | null;
  }>`select t.id, t.code, t.title, tu.unit_id, c.officer_id
    from planning.task_unit tu
    join planning.task t on t.tenant_id = tu.tenant_id and t.id = tu.task_id
    left join planning.contribution c
      on c.tenant_id = tu.tenant_id and c.task_id = tu.task_id and c.unit_id = tu.unit_id
    where tu.tenant_id = ${ctx.tenant.id} and tu.part = 'coordinating'
      and coalesce(c.stage, 'asked') in ('asked', 'accepted', 'sent-back')
      and t.stage in ('assigned', 'accepted', 'in-progress', 'sent-back') and t.nature <> 'series'
      and (c.officer_id = any(${whose.officerIds}::uuid[])
        or (c.officer_id is null and tu.unit_id = any(${whose.unitIds}::uuid[])))
    order by t.due_on nulls last, t.id, tu.unit_id`.execute(ctx.db);
  return rows;
}
