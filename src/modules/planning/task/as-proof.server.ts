import { recordSource, type Said } from '#modules/casework/index.server.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { taskLink } from '../links.ts';
import { periodWords } from '../occurrence/parts/period-words.tsx';
import { texts as aboveTexts } from '../task-from-above/texts.ts';
import type { TaskRow } from './list-tasks.server.ts';
import { taskExport } from './pages/task-export.tsx';
import * as policy from './policy.ts';
import { getTask, type TaskRecord } from './queries.server.ts';
import { sourceCrumb } from './source-crumb.ts';
import { taskListShape } from './task-list.ts';
import { texts } from './texts.ts';

/** Tasks as proof by themselves: what was ordered, who does it until when, and how it stands. */
export const taskProof = recordSource<TaskRow>({
  kind: 'task',
  name: (lang) => texts(lang).record.noun,
  mayRead: (actor) => policy.persons(actor).some(({ grants }) => grants.has('planning.task.read')),
  href: (id) => taskLink(id),
  read: async (ctx, id) => {
    const task = await getTask(ctx, id);
    return { title: `${task.code} ${task.title}`, said: factsOf(ctx, task) };
  },
  list: { shape: taskListShape, next: taskExport.next },
  candidate: (ctx, row) => ({
    id: row.id,
    title: `${row.code} ${row.title}`,
    note: [texts(ctx.lang).stage[row.stage], row.leadUnitName].filter(Boolean).join(' · '),
  }),
});

function factsOf(ctx: Ctx, task: TaskRecord): Said[] {
  const t = texts(ctx.lang);
  const above = aboveTexts(ctx.lang);
  const day = (value: PlainDate | null | undefined) => (value ? formatDate(value) : '');
  const { handedIn, from, section, event } = task;
  return [
    { label: t.fields.code, text: task.code },
    { label: t.fields.title, text: task.title },
    { label: t.fields.period, text: task.taskPeriod ? periodWords(ctx.lang, task.taskPeriod) : '' },
    { label: t.fields.state, text: t.stage[task.stage] },
    { label: t.record.lead, text: task.leadUnitName ?? '' },
    { label: t.record.coordinating, text: task.coordinatingUnits.map(({ name }) => name).join('; ') },
    { label: t.record.assignee, text: task.assigneeName ?? '' },
    { label: t.record.approver, text: task.approverName ?? '' },
    { label: t.record.chairLeader, text: task.chairLeader ?? '' },
    { label: t.record.product, text: task.product ?? '' },
    { label: t.record.activity, text: task.activity ?? '' },
    { label: t.record.objective, text: task.objective ?? '' },
    { label: t.record.dueText, text: task.dueText ?? '' },
    { label: t.fields.dueOn, text: day(task.dueOn) },
    { label: t.fields.firstDueOn, text: day(task.firstDueOn) },
    { label: t.record.occasion, text: event ? `${event.text} · ${formatDate(event.on)}` : '' },
    { label: t.record.handedIn, text: handedIn ? `${handedIn.text} · ${formatDate(handedIn.on)}` : '' },
    { label: t.record.exception, text: handedIn?.exception ?? '' },
    { label: t.fields.closedOn, text: day(task.closedOn) },
    { label: t.record.closing, text: task.closingText ?? '' },
    { label: t.record.axis, text: section ? `${section.code}. ${section.title}` : '' },
    { label: t.record.source, text: sourceCrumb(ctx.lang, task).label },
    { label: above.document, text: from ? `${from.number} · ${formatDate(from.on)}` : '' },
    { label: above.issuer, text: from?.issuer ?? '' },
    { label: above.abstract, text: from?.abstract ?? '' },
    { label: t.record.note, text: task.note ?? '' },
  ];
}
