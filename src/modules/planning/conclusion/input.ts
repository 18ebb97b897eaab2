import { z } from 'zod';
import { chosen, maybe, said } from '#platform/http/typed-fields.ts';
import {
  longestIssuer,
  longestNumber,
  longestTitle as longestTask,
} from '../task-from-above/task-from-above.ts';
import { longestDueText } from '../task-from-above/task-from-above.ts';
import { longestProduct } from '../task/task.ts';
import {
  conclusionKinds,
  lineStandings,
  longestChair,
  longestLine,
  longestLink,
  longestReason,
  longestTitle,
  mostAtOnce,
} from './conclusion.ts';

const address = z.url({ protocol: /^https?$/ }).max(longestLink);

/** The form of a conclusion; its day as people write it. */
export const conclusionForm = z.object({
  kind: z.enum(conclusionKinds),
  number: said(longestNumber),
  on: z.string().trim().max(10),
  issuer: said(longestIssuer),
  chair: maybe(longestChair),
  title: said(longestTitle),
  link: z.union([z.literal('').transform(() => null), address]),
});

/** One line of the form; which fields count depends on what is to become of it. */
export const lineForm = z.object({
  text: said(longestLine),
  as: z.enum(lineStandings),
  title: z.string().trim().max(longestTask),
  product: maybe(longestProduct),
  unit: chosen,
  with: z.array(z.uuid()).max(50),
  due: z.string().trim().max(10),
  dueText: maybe(longestDueText),
  leader: chosen,
  task: z.string().trim().max(300),
  reason: z.string().trim().max(longestReason),
});

/** The same for programs. */
export const conclusionBody = z.strictObject({
  kind: z.enum(conclusionKinds),
  number: said(longestNumber),
  on: z.iso.date(),
  issuer: said(longestIssuer),
  chair: said(longestChair).nullable().default(null),
  title: said(longestTitle),
  link: address.nullable().default(null),
});

const decisionBody = z.discriminatedUnion('standing', [
  z.strictObject({ standing: z.literal('open') }),
  z.strictObject({ standing: z.literal('none'), reason: said(longestReason) }),
  z.strictObject({
    standing: z.literal('joined'),
    task: said(300).describe('Code or id of a task that there is.'),
  }),
  z.strictObject({
    standing: z.literal('task'),
    task: z.strictObject({
      title: said(longestTask),
      product: said(longestProduct).nullable().default(null),
      dueText: said(longestDueText).nullable().default(null),
      dueOn: z.iso.date().nullable().default(null),
      leadUnitId: z.uuid().nullable().default(null),
      coordinatingUnitIds: z.array(z.uuid()).max(50).default([]),
      approverId: z.uuid().nullable().default(null),
    }),
  }),
]);
const lineBody = z.strictObject({ text: said(longestLine), decision: decisionBody });

/** Lines for programs. */
export const linesBody = z.strictObject({ lines: z.array(lineBody).max(mostAtOnce) });
export { lineBody };
