import type { ComponentChildren } from 'preact';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Crumb, type PageReply, page, type SeeOtherReply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Conflict, type ConflictProps } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type TaskDeed as TaskForm, taskLink, tasksLink } from '../../links.ts';
import type { TaskRecord } from '../queries.server.ts';
import { taskDeeds } from '../task-life.ts';
import { sourceCrumb } from '../source-crumb.ts';
import { texts } from '../texts.ts';

/** The page of one deed on a task: what is wrong with what was sent, the task's name, and the form. */
export function deedPage(
  ctx: Ctx,
  task: TaskRecord,
  parts: {
    readonly title: string;
    readonly problems?: readonly FieldProblem[];
    readonly scripts?: readonly string[];
    readonly children: ComponentChildren;
  },
): PageReply {
  const { title, problems = [], scripts } = parts;
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title,
    current: tasksLink(),
    ...(scripts ? { scripts } : {}),
    keepsForms: true,
    crumbs: crumbsOf(ctx.lang, task, title),
    body: (
      <>
        <ErrorSummary title={texts(ctx.lang).deed.errorTitle} problems={problems} />
        <PageHead title={title} lead={task.title} />
        {parts.children}
      </>
    ),
  });
}

/**
 * Back to a task that is not at this step any more. A form that is sent once more, because its answer was lost, finds
 * the deed done: the task itself tells by whom.
 */
export function movedOn(ctx: Ctx, taskId: string): SeeOtherReply {
  return seeOther(taskLink(taskId), { tone: 'late', text: texts(ctx.lang).refusal['wrong-state'] });
}

/** Somebody changed the task since this person opened the form: what was typed, and the task as it is now. */
export async function deedConflict(
  ctx: Ctx,
  req: Req,
  task: TaskRecord,
  parts: {
    readonly title: string;
    readonly form: TaskForm;
    readonly now: Readonly<Record<string, string>>;
    readonly typed: Readonly<Record<string, string>>;
    readonly fields: ConflictProps['fields'];
  },
): Promise<PageReply> {
  const acts = taskDeeds.map((name) => `planning.task.${name}`);
  const facts = { now: parts.now, typed: parts.typed };
  const both = await conflictOf(ctx, req.form, { kind: 'task', id: task.id, acts }, facts);
  return page({
    status: 409,
    title: parts.title,
    current: tasksLink(),
    crumbs: crumbsOf(ctx.lang, task, parts.title),
    body: (
      <>
        <PageHead title={parts.title} lead={task.title} />
        <Conflict
          {...both}
          carry={{ ...both.carry, version: String(task.version) }}
          action={taskLink(task.id, parts.form)}
          backHref={taskLink(task.id)}
          fields={parts.fields}
        />
      </>
    ),
  });
}

function crumbsOf(lang: Lang, task: TaskRecord, title: string): Crumb[] {
  return [sourceCrumb(lang, task), { label: task.code, href: taskLink(task.id) }, { label: title }];
}
