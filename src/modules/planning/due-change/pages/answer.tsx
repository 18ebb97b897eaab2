import { type PageReply, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { parseOwnPath } from '#platform/kept-form/kept-form.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { backField, taskLink } from '../../links.ts';
import { deedPage } from '../../task/parts/deed-page.tsx';
import { getTask, type TaskRecord } from '../../task/queries.server.ts';
import { type AnswerRefusal, answerDueChange, withdrawDueChange } from '../commands.server.ts';
import type { DueAnswer } from '../due-change.ts';
import { answerForm } from '../input.ts';
import { AnswerForm } from '../parts/due-change-panel.tsx';
import * as policy from '../policy.ts';
import { listDueChanges } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** Grants the deadline that was asked for, and goes back to the task. */
export function grantDueAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answer(ctx, req, 'granted');
}

/** Refuses the request with the reason, and goes back to the task. */
export function refuseDueAction(ctx: Ctx, req: Req): Promise<Reply> {
  return answer(ctx, req, 'refused');
}

/** Takes the request back, and goes back to the task. */
export async function withdrawDueAction(ctx: Ctx, req: Req): Promise<Reply> {
  const task = await getTask(ctx, req.params.id ?? '');
  const requestId = req.form.text('request');
  const outcome = await withdrawDueChange(ctx, task.id, requestId);
  if (!outcome.ok) return refusedTo(ctx, task, requestId, outcome.code);
  return seeOther(taskLink(task.id), { tone: 'ok', text: texts(ctx.lang).flash.withdrawn });
}

async function answer(ctx: Ctx, req: Req, how: DueAnswer): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const requestId = req.form.text('request');
  const typed = req.form.text('text');
  const given = answerForm[how].safeParse({ text: typed });
  if (!given.success) return again(ctx, task, requestId, how, typed);
  const outcome = await answerDueChange(ctx, task.id, requestId, { answer: how, text: given.data.text });
  if (!outcome.ok) return refusedTo(ctx, task, requestId, outcome.code);
  const back = parseOwnPath(req.form.text(backField)) ?? taskLink(task.id);
  return seeOther(back, { tone: 'ok', text: t.flash[how] });
}

/** The form again with what was typed and what is wrong with it. */
async function again(
  ctx: Ctx,
  task: TaskRecord,
  requestId: string,
  how: DueAnswer,
  typed: string,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  must(policy.answer(ctx.actor, how === 'granted' ? 'grant' : 'refuse', task));
  const request = (await listDueChanges(ctx, task)).find((one) => one.id === requestId);
  if (!request) throw new NotFound();
  const error = how === 'granted' ? t.fault.note : t.fault.refuse;
  return deedPage(ctx, task, {
    title: t.answerTitle,
    problems: [{ fieldId: 'due-note', text: error }],
    children: <AnswerForm lang={ctx.lang} request={request} typed={typed} error={error} />,
  });
}

/** Back to the task with what holds against it: who has answered already, or what has changed. */
async function refusedTo(ctx: Ctx, task: TaskRecord, requestId: string, code: AnswerRefusal): Promise<Reply> {
  const t = texts(ctx.lang);
  const request = (await listDueChanges(ctx, task)).find((one) => one.id === requestId);
  const text =
    code === 'decided-already' && request?.decided
      ? t.decided(
          request.decided.byName,
          t.outcome[request.state],
          formatInstant(ctx.lang, request.decided.at),
        )
      : t.refusal[code];
  return seeOther(taskLink(task.id), { tone: 'late', text });
}
