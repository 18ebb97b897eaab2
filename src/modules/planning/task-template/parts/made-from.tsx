import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Fact } from '#ui/facts/facts.tsx';
import { templateLink } from '../../links.ts';
import { findMadeFrom } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** From which template and version a task was made, and what proof it expects; nothing of a task that was not. */
export async function madeFromFacts(
  ctx: Ctx,
  task: { readonly templateRunId: string | null; readonly expectedEvidence: string | null },
): Promise<Fact[]> {
  if (task.templateRunId === null) return [];
  const t = texts(ctx.lang);
  const from = await findMadeFrom(ctx, task.templateRunId);
  return [
    ...(from
      ? [
          {
            label: t.madeFrom,
            value: from.isThere ? <a href={templateLink(from.templateId)}>{from.title}</a> : from.title,
            note: t.madeFromVersion(formatNumber(ctx.lang, from.version)),
          },
        ]
      : []),
    ...(task.expectedEvidence ? [{ label: t.fields.evidence, value: task.expectedEvidence }] : []),
  ];
}
