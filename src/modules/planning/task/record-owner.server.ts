import type { RecordOwner } from '#modules/casework/index.server.ts';
import { taskLink, tasksLink } from '../links.ts';
import { sourceCrumb } from './source-crumb.ts';
import { taskEvidence } from './evidence-owner.server.ts';
import * as policy from './policy.ts';
import { getTask } from './queries.server.ts';
import { texts } from './texts.ts';

/** Notes are written on tasks, and people follow them: who sees the task may do both where the role says so. */
export const taskOwner: RecordOwner = {
  kind: taskEvidence.kind,
  path: tasksLink(),
  find: async (ctx, taskId) => {
    const task = await getTask(ctx, taskId);
    return {
      id: task.id,
      title: task.title,
      crumbs: [
        sourceCrumb(ctx.lang, task),
        { label: texts(ctx.lang).list, href: tasksLink() },
        { label: task.code, href: taskLink(task.id) },
      ],
      may: (act) => policy.prove(ctx.actor, act, task),
      isSeenBy: (actor) => policy.read(actor, task).allowed,
    };
  },
  visibleTo: taskEvidence.visibleTo,
};
