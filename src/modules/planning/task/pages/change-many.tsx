import { listOfficers, listUnits } from '#modules/directory/index.server.ts';
import {
  allWord,
  type BulkDeed,
  bulkFormAction,
  bulkFormPage,
  type BulkList,
  bulkRunPage,
  bulkUndoAction,
  chosenWord,
  deedWord,
} from '#modules/lists/index.server.ts';
import { issuedPaperTexts, mayDraftPaper } from '#modules/casework/index.server.ts';
import { newPaperLink } from '#modules/casework/links.ts';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import { parseDayFirstDate, plainDate } from '#platform/clock/plain-date.ts';
import { parseId } from '#platform/db/id.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { SelectField } from '#ui/field/choice-field.tsx';
import { DateField, TextareaField } from '#ui/field/text-field.tsx';
import { tasksLink } from '../../links.ts';
import {
  allTargets,
  changeDueOfOne,
  changeTask,
  doPlainly,
  type DueChangeOfMany,
  findTargets,
  foresee,
  foreseeDue,
  type TaskChange,
  undoTask,
} from '../change-many.server.ts';
import { countTasks } from '../list-tasks.server.ts';
import { longestClosingText } from '../task.ts';
import { taskListShape } from '../task-list.ts';
import { texts } from '../texts.ts';
import { fillInMany } from './fill-in-many.tsx';

/** The value of a choice that takes the present person or unit away; the empty one leaves it. */
const takeAway = 'bo';
const choices = {
  assigneeId: 'giao-nguoi-lam',
  approverId: 'giao-nguoi-duyet',
  leadUnitId: 'giao-don-vi',
} as const;
const dueWord = 'han-moi';
const reasonWord = 'ly-do';

/** The names of fields in these forms, for whoever fills them in by other means. */
export const changeWords = { choices, takeAway, dueWord, reasonWord } as const;

const mayDo = (deed: string) => (ctx: Ctx) =>
  ctx.actor.grants.has(`planning.task.${deed}`) ||
  Boolean(ctx.actor.standsInFor?.some((absent) => absent.grants.has(`planning.task.${deed}`)));

const assign: BulkDeed = {
  name: 'giao',
  label: (ctx) => texts(ctx.lang).many.assign,
  may: mayDo('assign'),
  fields: async (ctx, given, problems) => {
    const t = texts(ctx.lang);
    const { people, units } = await options(ctx);
    const kept = [
      { value: '', label: t.many.keep },
      { value: takeAway, label: t.many.takeAway },
    ];
    const choice = (name: string, label: string, values: readonly { value: string; label: string }[]) => (
      <SelectField
        name={name}
        label={label}
        value={given[name] ?? ''}
        options={[...kept, ...values]}
        error={problems.find((problem) => problem.fieldId === name)?.text}
      />
    );
    return (
      <>
        <p>{t.many.lead}</p>
        {choice(choices.assigneeId, t.record.assignee, people)}
        {choice(choices.approverId, t.record.approver, people)}
        {choice(choices.leadUnitId, t.record.lead, units)}
      </>
    );
  },
  read: async (ctx, given) => {
    const t = texts(ctx.lang);
    const { people, units } = await options(ctx);
    const asked = Object.values(choices).filter((name) => (given[name] ?? '') !== '');
    if (asked.length === 0)
      return { ok: false, problems: [{ fieldId: choices.assigneeId, text: t.many.nothing }] };
    const labels = {
      [choices.assigneeId]: t.record.assignee,
      [choices.approverId]: t.record.approver,
      [choices.leadUnitId]: t.record.lead,
    };
    const wordsOf = (name: (typeof asked)[number]) => {
      const value = given[name] ?? '';
      if (value === takeAway) return t.many.become(labels[name], t.many.takeAway);
      const found = (name === choices.leadUnitId ? units : people).find((one) => one.value === value);
      return found && t.many.become(labels[name], found.label);
    };
    const unknown = asked.filter((name) => wordsOf(name) === undefined);
    if (unknown.length > 0) {
      return { ok: false, problems: unknown.map((fieldId) => ({ fieldId, text: t.fault.choice })) };
    }
    return {
      ok: true,
      input: Object.fromEntries(asked.map((name) => [name, given[name] ?? ''])),
      words: asked.map((name) => wordsOf(name) ?? ''),
    };
  },
  foresee: (ctx, ids, input) => foresee(ctx, ids, 'assign', changeOf(input)),
  run: (ctx, id, input) => changeTask(ctx, id, changeOf(input)),
  undo: undoTask,
};

const changeDue: BulkDeed = {
  name: 'doi-han',
  label: (ctx) => texts(ctx.lang).many.due,
  may: (ctx) => mayDo('assign')(ctx) || mayDo('change-due')(ctx),
  fields: (ctx, given, problems) => {
    const t = texts(ctx.lang);
    const errorOf = (name: string) => problems.find((problem) => problem.fieldId === name)?.text;
    return Promise.resolve(
      <>
        <DateField
          name={dueWord}
          label={t.form.dueOn}
          hint={t.many.dueHint}
          value={given[dueWord] ?? ''}
          error={errorOf(dueWord)}
        />
        <TextareaField
          name={reasonWord}
          label={t.many.dueReason}
          hint={t.many.dueReasonHint}
          value={given[reasonWord] ?? ''}
          maxLength={longestClosingText}
          rows={2}
          error={errorOf(reasonWord)}
        />
      </>,
    );
  },
  read: (ctx, given) => {
    const t = texts(ctx.lang);
    const day = parseDayFirstDate(given[dueWord] ?? '');
    const reason = given[reasonWord] ?? '';
    const isReason = reason !== '' && reason.length <= longestClosingText;
    const problems = [
      ...(day ? [] : [{ fieldId: dueWord, text: t.fault.due }]),
      ...(isReason ? [] : [{ fieldId: reasonWord, text: t.fault.dueReason }]),
    ];
    if (!day || problems.length > 0) return Promise.resolve({ ok: false, problems });
    const words = [t.many.become(t.form.dueOn, formatDate(day)), reason];
    return Promise.resolve({ ok: true, input: { [dueWord]: day, [reasonWord]: reason }, words });
  },
  foresee: (ctx, ids, input) => foreseeDue(ctx, ids, dueOf(input)),
  run: (ctx, id, input) => changeDueOfOne(ctx, id, dueOf(input)),
  undo: undoTask,
};

/** A deed with one text for all: a reason, or a note that may be left out. */
function saidDeed(name: string, deed: 'approve' | 'cancel', isNeeded: boolean): BulkDeed {
  return {
    name,
    label: (ctx) => texts(ctx.lang).deed[deed],
    may: mayDo(deed),
    fields: (ctx, given, problems) => {
      const t = texts(ctx.lang);
      return Promise.resolve(
        <TextareaField
          name={reasonWord}
          label={deed === 'approve' ? t.form.judgeText : t.form.cancelText}
          hint={deed === 'approve' ? t.many.approveHint : t.many.cancelHint}
          value={given[reasonWord] ?? ''}
          maxLength={longestClosingText}
          error={problems[0]?.text}
        />,
      );
    },
    read: (ctx, given) => {
      const t = texts(ctx.lang).fault;
      const text = given[reasonWord] ?? '';
      const isGood = (text !== '' || !isNeeded) && text.length <= longestClosingText;
      return Promise.resolve(
        isGood
          ? { ok: true, input: { [reasonWord]: text }, words: text === '' ? [] : [text] }
          : { ok: false, problems: [{ fieldId: reasonWord, text: isNeeded ? t.text : t.note }] },
      );
    },
    foresee: (ctx, ids) => foresee(ctx, ids, deed),
    run: (ctx, id, input) => doPlainly(ctx, id, deed, input[reasonWord] ?? ''),
    undo: undoTask,
  };
}

/** A deed that asks for nothing. */
function bareDeed(name: string, deed: 'accept' | 'reopen'): BulkDeed {
  return {
    name,
    label: (ctx) => texts(ctx.lang).deed[deed],
    may: mayDo(deed),
    fields: () => Promise.resolve(null),
    read: () => Promise.resolve({ ok: true, input: {}, words: [] }),
    foresee: (ctx, ids) => foresee(ctx, ids, deed),
    run: (ctx, id) => doPlainly(ctx, id, deed, ''),
    undo: undoTask,
  };
}

/** What can be done with many tasks of the list at once. */
export const manyTasks: BulkList = {
  path: tasksLink(),
  act: 'planning.task.change-many',
  shape: taskListShape,
  deeds: [
    bareDeed('nhan', 'accept'),
    saidDeed('duyet', 'approve', false),
    assign,
    changeDue,
    fillInMany,
    saidDeed('huy', 'cancel', true),
    bareDeed('mo-lai', 'reopen'),
  ],
  title: (ctx) => texts(ctx.lang).list,
  reason: (ctx, code) => {
    const t = texts(ctx.lang);
    const reasons: Readonly<Record<string, string>> = {
      ...t.refusal,
      ...t.many.fill.reason,
      same: t.many.same,
      'wrong-state': t.many.wrongState,
    };
    return reasons[code] ?? code;
  },
  count: async (ctx, filter) => countTasks(ctx, await loadOfficeCalendar(ctx), filter),
  find: findTargets,
  all: allTargets,
};

/** The button that drafts a paper about the selected tasks, for who may: its form is a page of its own. */
export function paperDeeds(ctx: Ctx): { readonly name: string; readonly label: string }[] {
  return mayDraftPaper(ctx.actor).allowed ? [{ name: paperDeed, label: issuedPaperTexts(ctx.lang).add }] : [];
}
const paperDeed = 'van-ban';

/** The form of a paper about the ticked tasks, or about all of the filter. */
function paperOf(query: URLSearchParams): string {
  if (!query.has(allWord)) return newPaperLink({ viec: query.getAll(chosenWord) });
  const filter = new URLSearchParams(query);
  for (const word of [allWord, chosenWord, deedWord]) filter.delete(word);
  return newPaperLink({ loc: filter.toString() });
}

/** The form and the preview of a deed on the selected tasks. */
export function changeManyPage(ctx: Ctx, req: Req): Promise<Reply> {
  if (req.query.get(deedWord) === paperDeed) return Promise.resolve(seeOther(paperOf(req.query)));
  return bulkFormPage(ctx, req, manyTasks);
}

/** Does the deed. */
export function changeManyAction(ctx: Ctx, req: Req): Promise<Reply> {
  return bulkFormAction(ctx, req, manyTasks);
}

/** What became of each task. */
export function changedManyPage(ctx: Ctx, req: Req): Promise<Reply> {
  return bulkRunPage(ctx, req, manyTasks);
}

/** Takes the deed back. */
export function undoManyAction(ctx: Ctx, req: Req): Promise<Reply> {
  return bulkUndoAction(ctx, req, manyTasks);
}

async function options(ctx: Ctx) {
  const [officers, units] = [await listOfficers(ctx), await listUnits(ctx)];
  noteOpening(ctx, {
    act: 'directory.officer.see',
    recordKind: 'tenant',
    recordId: ctx.tenant.id,
    shown: { officers: officers.length, fields: ['fullName', 'unitName'] },
  });
  return {
    people: officers.map((one) => ({ value: one.id as string, label: `${one.fullName} · ${one.unitName}` })),
    units: units.map((unit) => ({ value: unit.id as string, label: unit.name })),
  };
}

function changeOf(input: Readonly<Record<string, string>>): TaskChange {
  const ids = Object.entries(choices).flatMap(([field, name]) => {
    const value = input[name] ?? '';
    return value === '' ? [] : [[field, value === takeAway ? null : parseId(value)] as const];
  });
  return Object.fromEntries(ids);
}

function dueOf(input: Readonly<Record<string, string>>): DueChangeOfMany {
  return { dueOn: plainDate(input[dueWord] ?? ''), text: input[reasonWord] ?? '' };
}
