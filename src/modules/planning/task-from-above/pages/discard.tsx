import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { taskLink, tasksLink } from '../../links.ts';
import { discardTask, restoreTask } from '../discard.server.ts';
import { texts } from '../texts.ts';

/** Throws away a task that was entered by mistake, and offers to take that back. */
export async function discardAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await discardTask(ctx, id);
  if (!outcome.ok) return seeOther(taskLink(id), { tone: 'late', text: t.refusal[outcome.code] });
  return seeOther(tasksLink(), { tone: 'ok', text: t.discarded, undo: taskLink(id, 'lay-lai') });
}

/** Brings the task back, and goes to it. */
export async function restoreAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  await restoreTask(ctx, id);
  return seeOther(taskLink(id), { tone: 'ok', text: texts(ctx.lang).restored });
}
