import { type Flash, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { addressOf, readList, writeFilter } from '#platform/list/address.ts';
import { parseOwnPath } from '#platform/kept-form/kept-form.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { backField, taskLink, tasksLink, takeLastBackLink } from '../../links.ts';
import { getTask } from '../queries.server.ts';
import { taskListShape } from '../task-list.ts';
import { takeLastBack } from '../take-last-back.server.ts';
import { texts } from '../texts.ts';

/** Takes the last deed of one tap back, and shows the task as it stands again. */
export async function takeLastAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const task = await getTask(ctx, req.params.id ?? '');
  const outcome = await takeLastBack(ctx, task.id, Number(req.params.version));
  const flash: Flash = outcome.ok
    ? { tone: 'ok', text: t.flash.takenBack(task.title) }
    : { tone: 'late', text: t.notTakenBack[outcome.code] };
  return seeOther(taskLink(task.id), flash);
}

/**
 * Back to where the person answered: the list or the inbox, where the form names it (`loc`, `ve`), or the task; with the way to take the
 * deed back for some minutes.
 */
export function backFrom(
  req: Req,
  task: { readonly id: string; readonly version: number },
  text: string,
  canBeTakenBack = true,
): Reply {
  const to = listOf(req) ?? parseOwnPath(req.form.text(backField)) ?? taskLink(task.id);
  const undo = canBeTakenBack ? { undo: takeLastBackLink(task.id, task.version + 1) } : {};
  return seeOther(to, { tone: 'ok', text, ...undo });
}

/** The filter of the list from which a form was sent. */
export const filterField = 'loc';

/** The list from which a deed was pressed, where the form names its filter: read anew, so that it leads nowhere else. */
export function listOf(req: Req): string | undefined {
  const filter = req.form.text(filterField);
  if (filter === '') return undefined;
  const state = readList(taskListShape, new URLSearchParams(filter));
  return addressOf(tasksLink(), writeFilter(taskListShape, state));
}
