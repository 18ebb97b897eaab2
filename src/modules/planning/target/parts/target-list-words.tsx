import type { ListWords } from '#modules/lists/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { axes } from '../../plan/axis.ts';
import { listPlans } from '../../plan/queries.server.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { texts } from '../texts.ts';

/** The fields of the target list with their names, and the plans that one can choose. */
export async function targetListWords(ctx: Ctx): Promise<ListWords> {
  const t = texts(ctx.lang).fields;
  const axisWords = taskTexts(ctx.lang).axis;
  const plans = await listPlans(ctx);
  return {
    'ke-hoach': { label: t.plan, options: plans.map((plan) => ({ value: plan.id, label: plan.title })) },
    truc: { label: t.axis, options: axes.map((axis) => ({ value: axis, label: axisWords[axis] })) },
    nam: { label: t.year },
    'muc-dat': { label: t.value },
    'don-vi-tinh': { label: t.unit },
    'noi-dung': { label: t.text },
    'thuoc-do': { label: t.metric },
  };
}
