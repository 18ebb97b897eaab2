import { z } from 'zod';
import { type Operation, type Shown, thenShow } from '#platform/api/operation.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { toFields } from './parts/row-fields.tsx';
import { type AnyRow, type PlanDraft, rowKinds, rowStates } from './plan-draft.ts';
import * as policy from './policy.ts';
import { getDraft, listRows } from './queries.server.ts';
import { texts } from './texts.ts';

/** A row of a draft as programs read it. */
export const row = z
  .object({
    id: z.uuid(),
    kind: z.enum(rowKinds),
    state: z.enum(rowStates),
    ordinal: z.number().describe('Only the order of the numbers means something.'),
    fields: z
      .record(z.string(), z.string())
      .describe('As in the review: days are dd/mm/yyyy, lists have one entry a line.'),
    doubts: z.array(z.record(z.string(), z.unknown())),
    pair: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'PlanDraftRow' });

/** Refusals of every edit of a draft, and of one that names the version it read. */
export const plain = { 'wrong-state': 409, 'nothing-changed': 409 } as const;
export const versioned = { ...plain, 'changed-meanwhile': 412 } as const;
type Code =
  | keyof typeof versioned
  | 'no-neighbour'
  | 'tail-not-found'
  | 'words-not-found'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'wrong-fields';

/** Why an edit of a draft is refused, in a sentence. */
export function sentence(
  lang: Lang,
  { code, detail }: { code: Code; detail: Readonly<Record<string, unknown>> },
): string {
  const t = texts(lang);
  return code === 'wrong-fields' ? `${t.fault.text} (${String(detail.fields)})` : t.refusal[code];
}

const presentVersion: NonNullable<Operation['presentVersion']> = async (ctx, params) =>
  (await getRow(ctx, params)).version;

type Verb = keyof ReturnType<typeof texts>['api']['row-deeds'];

/** What every deed on the rows of a draft is: one edit of the draft. */
export function onDraft(verb: Verb, path: string) {
  return {
    id: `planning.plan-draft.${verb}`,
    act: 'planning.plan-draft.edit',
    path,
    summary: (lang: Lang) => texts(lang).api['row-deeds'][verb],
  };
}

/** What every deed on one row is: an edit that names the version it read. */
export function onRow(verb: Verb, deed: string) {
  return { ...onDraft(verb, `/drafts/:id/rows/:row/${deed}`), isVersioned: true, presentVersion };
}

type Params = Readonly<Record<string, string>>;

/** The draft, for whoever may mend it. */
export async function editable(ctx: Ctx, params: Params): Promise<PlanDraft> {
  const found = await getDraft(ctx, params.id ?? '');
  must(policy.edit(ctx.actor));
  return found;
}

/** One row of a draft; one out of sight throws. */
export async function getRow(ctx: Ctx, params: Params): Promise<AnyRow> {
  const { id } = await getDraft(ctx, params.id ?? '');
  const found = (await listRows(ctx, id)).find((one) => one.id === params.row);
  if (!found) throw new NotFound();
  return found;
}

/** An answer without a body. */
export function nothing<Refusal extends string>(outcome: Outcome<unknown, Refusal>) {
  return thenShow(outcome, async (): Promise<Shown> => ({ value: null }));
}

/** One row as an answer, with its version. */
export async function showRow(ctx: Ctx, params: Params): Promise<Shown> {
  const found = await getRow(ctx, params);
  return { value: written(found), version: found.version };
}

/** A row as programs read it. */
export function written(found: AnyRow): z.input<typeof row> {
  const { id, kind, state, ordinal, pair, version } = found;
  const doubts = found.doubts.map((one) => ({ ...one }));
  return { id, kind, state, ordinal, fields: toFields(found), doubts, pair, version };
}
