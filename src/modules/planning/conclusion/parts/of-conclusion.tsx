import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Fact } from '#ui/facts/facts.tsx';
import { conclusionLink } from '../../links.ts';
import type { TaskRecord } from '../../task/queries.server.ts';
import * as policy from '../policy.ts';
import { listConclusionsOfTask } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The conclusions that a task carries out, each with the way to its line. */
export async function conclusionFacts(ctx: Ctx, task: TaskRecord): Promise<Fact[]> {
  if (!policy.read(ctx.actor).allowed) return [];
  return (await listConclusionsOfTask(ctx, task.id)).map((one) => ({
    label: texts(ctx.lang).basis,
    value: (
      <a href={`${conclusionLink(one.id)}#y-${one.lineId}`}>{`${texts(ctx.lang).noun} ${one.number}`}</a>
    ),
    note: `${formatDate(one.on)} · ${one.title}`,
  }));
}
