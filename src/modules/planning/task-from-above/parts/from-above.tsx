import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { Fact } from '#ui/facts/facts.tsx';
import { taskLink } from '../../links.ts';
import type { TaskEvent, TaskRecord } from '../../task/queries.server.ts';
import * as policy from '../policy.ts';
import { isOfEntering } from '../task-from-above.ts';
import { texts } from '../texts.ts';

/** What is known of the document that orders a task from above; nothing of a task of a plan. */
export function documentFacts(lang: Lang, { from }: TaskRecord): Fact[] {
  if (from === null) return [];
  const t = texts(lang);
  return [
    { label: t.document, value: from.number, note: formatDate(from.on) },
    { label: t.issuer, value: from.issuer },
    ...(from.abstract === null ? [] : [{ label: t.abstract, value: from.abstract }]),
  ];
}

/** The way to mend the document; none on a sub-task, which goes by the one of its task. */
export function EditDocumentLink({ ctx, task }: { ctx: Ctx; task: TaskRecord }) {
  if (task.from === null || task.conclusionId !== null || task.nature === 'sub-task') return null;
  if (!policy.may(ctx.actor, 'edit-document').allowed) return null;
  return <LinkButton href={taskLink(task.id, 'van-ban-giao')}>{texts(ctx.lang).edit.action}</LinkButton>;
}

/** Throws the task away, for as long as nothing has been done with it. */
export function DiscardTask({
  ctx,
  task,
  events,
}: {
  ctx: Ctx;
  task: TaskRecord;
  events: readonly TaskEvent[];
}) {
  const isFresh =
    task.from !== null && task.conclusionId === null && events.every((event) => isOfEntering(event.kind));
  if (!isFresh || !policy.may(ctx.actor, 'discard').allowed) return null;
  return (
    <form method="post" action={taskLink(task.id, 'bo')}>
      <Button icon="trash">{texts(ctx.lang).discard}</Button>
    </form>
  );
}
