import { recordSource, type Said } from '#modules/casework/index.server.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { conclusionLink } from '../links.ts';
import { texts as taskTexts } from '../task/texts.ts';
import type { Conclusion, ConclusionLine } from './conclusion.ts';
import { conclusionListShape } from './conclusion-list.ts';
import { conclusionRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { getConclusion, listLines } from './queries.server.ts';
import { texts } from './texts.ts';

/** Conclusions of meetings and inspections as proof by themselves, with what became of each of their points. */
export const conclusionProof = recordSource<Conclusion>({
  kind: 'conclusion',
  name: (lang) => texts(lang).noun,
  mayRead: (actor) => policy.read(actor).allowed,
  href: (id) => conclusionLink(id),
  read: async (ctx, id) => {
    const conclusion = await getConclusion(ctx, id);
    const lines = await listLines(ctx, conclusion.id);
    return {
      title: `${conclusion.number} ${conclusion.title}`,
      said: [...factsOf(ctx, conclusion), ...lines.flatMap((line) => pointOf(ctx, line))],
    };
  },
  list: { shape: conclusionListShape, next: conclusionRows.next },
  candidate: (ctx, { id, kind, number, on, title }) => ({
    id,
    title: `${number} ${title}`,
    note: [texts(ctx.lang).kind[kind], formatDate(on)].join(' · '),
  }),
});

function factsOf(ctx: Ctx, conclusion: Conclusion): Said[] {
  const t = texts(ctx.lang);
  return [
    { label: t.fields.kind, text: t.kind[conclusion.kind] },
    { label: t.fields.number, text: conclusion.number },
    { label: t.fields.on, text: formatDate(conclusion.on) },
    { label: t.fields.issuer, text: conclusion.issuer },
    { label: t.fields.chair, text: conclusion.chair ?? '' },
    { label: t.fields.title, text: conclusion.title },
    { label: t.fields.link, text: conclusion.link ?? '' },
  ];
}

/** A point as it was written, and what became of it: the unit in charge, until when, which task, and how that stands. */
function pointOf(ctx: Ctx, { ordinal, text, standing, reason, task }: ConclusionLine): Said[] {
  const t = texts(ctx.lang);
  const number = formatNumber(ctx.lang, ordinal);
  const gone = standing === 'task' || standing === 'joined' ? t.goneTask : '';
  const became = task
    ? [
        `${task.code} ${task.title}`,
        task.unitName,
        task.dueOn && t.dueOn(formatDate(task.dueOn)),
        taskTexts(ctx.lang).stage[task.stage],
      ]
    : [gone || t.standing[standing], reason];
  return [
    { label: t.review.line(number), text },
    { label: t.becameOf(number), text: became.filter(Boolean).join(' · ') },
  ];
}
