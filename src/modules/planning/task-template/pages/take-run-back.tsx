import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { taskLink, tasksLink } from '../../links.ts';
import { takeRunBack } from '../take-back.server.ts';
import { texts } from '../texts.ts';

/** Takes back everything that one making from a template made. */
export async function takeRunBackAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await takeRunBack(ctx, req.params.id ?? '');
  if (!outcome.ok) return seeOther(tasksLink(), { tone: 'late', text: t.refusal[outcome.code] });
  const { parentId, count } = outcome.value;
  const text = t.making.takenBack(formatNumber(ctx.lang, count));
  return seeOther(parentId ? taskLink(parentId) : tasksLink(), { tone: 'ok', text });
}
