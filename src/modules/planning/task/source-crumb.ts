import type { Crumb } from '#platform/http/reply.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { planLink, tasksLink } from '../links.ts';
import type { TaskRecord } from './queries.server.ts';
import { texts } from './texts.ts';

/** Where a task comes from: its plan, or the list of the tasks from above or from conclusions. */
export function sourceCrumb(
  lang: Lang,
  task: Pick<TaskRecord, 'planId' | 'planTitle' | 'conclusionId'>,
): Crumb & { readonly href: string } {
  if (task.conclusionId !== null) {
    return { label: texts(lang).source['ket-luan'], href: tasksLink({ nguon: 'ket-luan' }) };
  }
  return task.planId === null
    ? { label: texts(lang).source['cap-tren'], href: tasksLink({ nguon: 'cap-tren' }) }
    : { label: task.planTitle ?? '', href: planLink(task.planId) };
}
