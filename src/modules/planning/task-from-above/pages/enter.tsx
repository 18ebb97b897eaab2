import { listOfficers, listUnits, noteOfficersSeen } from '#modules/directory/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { comboboxScript } from '#ui/combobox/combobox-field.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { taskLink, taskListFileLink, tasksFromAboveLink, tasksLink, templatesLink } from '../../links.ts';
import { getTask } from '../../task/queries.server.ts';
import * as templatePolicy from '../../task-template/policy.ts';
import { texts as templateTexts } from '../../task-template/texts.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { enterTaskFromAbove } from '../commands.server.ts';
import { TaskForm } from '../parts/task-form.tsx';
import { fields, readTask, typedTask, type Values } from '../parts/read-form.tsx';
import * as policy from '../policy.ts';
import { findSame } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The form of a task that a document of a higher body orders. */
export function enterPage(ctx: Ctx): Promise<PageReply> {
  const empty = Object.fromEntries(fields.map((name) => [name, '']));
  return form(ctx, { ...empty, coordinating: [] } as unknown as Values);
}

/** Enters the task, and goes to it. */
export async function enterAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.may(ctx.actor, 'enter'));
  const t = texts(ctx.lang);
  const values = typedTask(req);
  const given = readTask(t.fault, values);
  if (!given.ok) return form(ctx, values, given.problems);
  const outcome = await enterTaskFromAbove(ctx, given.task, req.form.text('twice') !== '');
  if (outcome.ok) {
    const { code } = await getTask(ctx, outcome.value);
    return seeOther(taskLink(outcome.value), { tone: 'ok', text: t.entered(code) });
  }
  const fieldOf = {
    'document-to-come': 'on',
    'due-before-document': 'due',
    doubled: 'title',
    'unknown-choice': '',
  };
  const problems = [{ fieldId: fieldOf[outcome.code], text: t.refusal[outcome.code] }];
  const same = outcome.code === 'doubled' ? await findSame(ctx, given.task) : undefined;
  return form(ctx, values, problems, same);
}

async function form(
  ctx: Ctx,
  values: Values,
  problems: readonly FieldProblem[] = [],
  same?: { readonly id: string; readonly code: string },
): Promise<PageReply> {
  must(policy.may(ctx.actor, 'enter'));
  const t = texts(ctx.lang);
  const [officers, units] = [await listOfficers(ctx), await listUnits(ctx)];
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: tasksLink(),
    scripts: [comboboxScript],
    keepsForms: true,
    crumbs: [{ label: taskTexts(ctx.lang).list, href: tasksLink() }, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            <>
              <LinkButton href={taskListFileLink}>{t.list.title}</LinkButton>
              {templatePolicy.may(ctx.actor, 'use').allowed && (
                <LinkButton href={templatesLink}>{templateTexts(ctx.lang).useFromAbove}</LinkButton>
              )}
            </>
          }
        />
        <TaskForm
          lang={ctx.lang}
          action={tasksFromAboveLink}
          values={values}
          problems={problems}
          same={same}
          people={officers.map((one) => ({ value: one.id, label: `${one.fullName} · ${one.unitName}` }))}
          units={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      </>
    ),
  });
}
