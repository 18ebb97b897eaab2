import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { newTemplateLink, partsFromTemplateLink, templatesLink } from '../../links.ts';
import * as subTaskPolicy from '../../sub-task/policy.ts';
import type { TaskRecord } from '../../task/queries.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** What templates offer on the page of a task: making parts from one, and keeping the task as one. */
export function TemplateDeeds({ ctx, task }: { ctx: Ctx; task: TaskRecord }) {
  const t = texts(ctx.lang);
  const mayUse = policy.may(ctx.actor, 'use').allowed && subTaskPolicy.add(ctx.actor, task).allowed;
  const isOfItsOwn = task.nature !== 'sub-task';
  return (
    <>
      {mayUse && <LinkButton href={partsFromTemplateLink(task.id)}>{t.useForTask}</LinkButton>}
      {isOfItsOwn && policy.may(ctx.actor, 'create').allowed && (
        <LinkButton href={newTemplateLink({ tu: task.id })}>{t.saveAs}</LinkButton>
      )}
    </>
  );
}

/** The way from the list of tasks to the templates. */
export function TemplatesLink({ ctx }: { ctx: Ctx }) {
  if (!policy.read(ctx.actor).allowed) return null;
  return <LinkButton href={templatesLink}>{texts(ctx.lang).shortList}</LinkButton>;
}
