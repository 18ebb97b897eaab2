import { listEvidenceOfMany, openLink } from '#modules/casework/index.server.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Fact } from '#ui/facts/facts.tsx';
import { conclusionLink } from '../../links.ts';
import type { TaskRecord } from '../../task/queries.server.ts';
import { conclusionEvidence } from '../evidence-owner.server.ts';
import * as policy from '../policy.ts';
import { listConclusionsOfTask } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The conclusions that a task carries out, each with the way to its line and to its papers. */
export async function conclusionFacts(ctx: Ctx, task: TaskRecord): Promise<Fact[]> {
  if (!policy.read(ctx.actor).allowed) return [];
  const t = texts(ctx.lang);
  const found = await listConclusionsOfTask(ctx, task.id);
  const ids = [...new Set(found.map(({ id }) => id))];
  const papers = await listEvidenceOfMany(ctx, conclusionEvidence, ids);
  const basis = found.map((one) => ({
    label: t.basis,
    value: <a href={`${conclusionLink(one.id)}#y-${one.lineId}`}>{`${t.noun} ${one.number}`}</a>,
    note: `${formatDate(one.on)} · ${one.title}`,
  }));
  const files = ids.flatMap((id) =>
    (papers.get(id) ?? []).flatMap((paper) => {
      const href = openLink(conclusionLink(id), paper);
      return href ? [{ label: t.file, value: <a href={href}>{paper.title}</a> }] : [];
    }),
  );
  return [...basis, ...files];
}
