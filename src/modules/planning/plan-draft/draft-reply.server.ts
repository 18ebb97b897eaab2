import { z } from 'zod';
import type { Shown } from '#platform/api/operation.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { draftOrigins, draftStates, type PlanDraft } from './plan-draft.ts';
import { getDraft } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';

/** A draft as programs see it. */
export const draft = z
  .object({
    id: z.uuid(),
    origin: z.enum(draftOrigins),
    fileName: z.string().nullable(),
    state: z.enum(draftStates).describe('reading: come back until it is draft or refused.'),
    refusalCode: z.string().nullable(),
    head: z.record(z.string(), z.unknown()).nullable().describe('The facts of the plan as a whole.'),
    planId: z.uuid().nullable(),
    amendsPlanId: z.uuid().nullable(),
    isRecognised: z.boolean(),
    version: z.int(),
    createdByName: z.string(),
    createdAt: z.iso.datetime(),
    issuedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PlanDraft' });

type Refusals = Texts['refusal'];
/** The refusals that are one sentence, without a figure in it. */
type Plain = { [Code in keyof Refusals]: Refusals[Code] extends string ? Code : never }[keyof Refusals];
/** What a refusal of a draft's deed says. */
export const sentence = (lang: Lang, { code }: { code: Plain }) => texts(lang).refusal[code];

/** One draft, and the version that the next write must name. */
export async function show(ctx: Ctx, draftId = ''): Promise<Shown> {
  const found = await getDraft(ctx, draftId);
  return { value: written(found), version: found.version };
}

/** The fields of a draft for programs. */
export function written(found: PlanDraft): z.input<typeof draft> {
  return {
    id: found.id,
    origin: found.origin,
    fileName: found.fileName,
    state: found.state,
    refusalCode: found.refusalCode,
    head: found.head as Record<string, unknown> | null,
    planId: found.planId,
    amendsPlanId: found.amendsPlanId,
    isRecognised: found.isRecognised,
    version: found.version,
    createdByName: found.createdByName,
    createdAt: found.createdAt.toISOString(),
    issuedAt: found.issuedAt?.toISOString() ?? null,
  };
}
