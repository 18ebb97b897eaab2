import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { feedsLink, taskFileLink } from '../../links.ts';
import type { TaskRecord } from '../../task/queries.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** Brings one task into a calendar; nothing of a task without a day. */
export function AddToCalendar({ ctx, task }: { ctx: Ctx; task: TaskRecord }) {
  if (task.dueOn === null) return null;
  return <LinkButton href={taskFileLink(task.id)}>{texts(ctx.lang).addToCalendar}</LinkButton>;
}

/** The way to the links by which calendar programs read. */
export function FeedsLink({
  ctx,
  query,
}: {
  ctx: Ctx;
  query?: Readonly<Record<string, string | undefined>>;
}) {
  if (!policy.may(ctx.actor, 'create').allowed) return null;
  return <LinkButton href={feedsLink(query)}>{texts(ctx.lang).toFeeds}</LinkButton>;
}
