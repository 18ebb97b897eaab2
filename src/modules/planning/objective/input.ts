import { z } from 'zod';
import { type Id, parseId } from '#platform/db/id.ts';
import type { TaskPlace, TreeFilter } from './linked-tasks.server.ts';
import { greatestOrdinal, type LinkFigure, linkFigures, longestReason, longestTitle } from './objective.ts';

/** The filter of the page in its address; what is no id narrows nothing. */
export function treeFilter(query: URLSearchParams): TreeFilter {
  const id = <Kind extends string>(name: string): Id<Kind> | undefined =>
    parseId<Kind>(query.get(name) ?? '');
  return {
    planId: id<'plan'>('ke-hoach'),
    unitId: id<'unit'>('don-vi'),
    leaderId: id<'officer'>('lanh-dao'),
  };
}

/** The figure that an address names, and of what; everything else is all tasks without a target. */
export function askedFigure(query: URLSearchParams): { place: TaskPlace; figure: LinkFigure } {
  const figure = linkFigures.find((one) => one === query.get('so')) ?? 'total';
  const targetId = parseId<'target'>(query.get('chi-tieu') ?? '');
  if (targetId) return { place: { kind: 'target', targetId }, figure };
  const named = query.get('muc-tieu') ?? '';
  const objectiveId = parseId<'objective'>(named);
  if (objectiveId || named === noObjective)
    return { place: { kind: 'objective', objectiveId: objectiveId ?? null }, figure };
  return { place: { kind: 'none' }, figure };
}

/** What stands in an address for targets that are under no objective. */
export const noObjective = 'khong';

const officer = z.union([
  z.literal('').transform(() => null),
  z.uuid().transform((id) => id as Id<'officer'>),
]);
const title = z.string().trim().min(1).max(longestTitle);
const reason = z.string().trim().min(1).max(longestReason);

/** What the form of an objective sends; the version is of the one that is edited. */
export const objectiveForm = z.object({
  title,
  owner: officer,
  ordinal: z.union([
    z.literal('').transform(() => null),
    z
      .string()
      .trim()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  ]),
  reason,
  version: z.coerce.number().int().min(0).catch(0),
});

/** The same for programs. */
export const objectiveBody = z.strictObject({
  title,
  ownerId: z
    .uuid()
    .nullable()
    .transform((id) => id as Id<'officer'> | null),
  ordinal: z.int().min(0).max(greatestOrdinal).nullable().describe('Its place; null for the end.'),
  reason,
});

export const newObjectiveBody = objectiveBody.extend({ planId: z.uuid() });
export const placeBody = z.strictObject({ objectiveId: z.uuid() });

/** Why something is thrown away; it may be left empty. */
export const discardForm = z.object({ reason: z.string().trim().max(longestReason).catch('') });
/** The objective under which a target is put. */
export const placeForm = z.object({ objective: z.uuid() });

/** The whole tree for programs. */
export const treeQuery = z.strictObject({
  plan: z.uuid().optional(),
  unit: z.uuid().optional().describe('Counts only tasks that this unit answers for.'),
  leader: z.uuid().optional().describe('Counts only tasks that this officer approves.'),
});
