import { z } from 'zod';
import { type Link, mostLinksAtOnce } from './task-target.ts';

/** How a pair stands in a form: the task, a space, the target. */
export function pairText({ taskId, targetId }: Link): string {
  return `${taskId} ${targetId}`;
}

const pair = z
  .string()
  .transform((text) => text.split(' '))
  .pipe(z.tuple([z.uuid(), z.uuid()]))
  .transform(([taskId, targetId]): Link => ({ taskId, targetId }));

/** Pairs that were ticked, or all that the page showed. */
export const pairsForm = z.array(pair).min(1).max(mostLinksAtOnce);
/** The records that were ticked on the page of another. */
export const chosenForm = z.array(z.uuid()).min(1).max(mostLinksAtOnce);

/** Links for programs. */
export const linksBody = z.strictObject({
  links: z
    .array(z.strictObject({ taskId: z.uuid(), targetId: z.uuid() }))
    .min(1)
    .max(mostLinksAtOnce),
});
/** One link for programs. */
export const linkBody = z.strictObject({ targetId: z.uuid() });
