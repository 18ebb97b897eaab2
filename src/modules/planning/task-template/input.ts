import { z } from 'zod';
import { chosen, maybe, said } from '#platform/http/typed-fields.ts';
import { longestProduct } from '../task/task.ts';
import { longestIssuer, longestNumber } from '../task-from-above/task-from-above.ts';
import {
  certainties,
  longestEvidence,
  longestText,
  longestTitle,
  mostSteps,
  mostWorkingDays,
} from './task-template.ts';

const days = z.union([
  z.literal('').transform(() => null),
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((count) => count <= mostWorkingDays),
]);
/** Numbers of parts as people list them: `1, 2`. */
const numbers = z
  .string()
  .trim()
  .regex(/^(?:\d{1,2}(?:[\s,;]+\d{1,2})*)?$/)
  .transform((text) => [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(Number),
    ),
  ]);

/** What a template says of the whole, as a person writes it. */
export const templateForm = z.object({
  title: said(longestTitle),
  activity: maybe(longestText),
  product: maybe(longestProduct),
  evidence: maybe(longestEvidence),
  note: maybe(longestText),
  unit: chosen,
  coordinating: z.array(z.uuid()).max(50),
  due: days,
});

/** One part of a template, as a person writes it. */
export const stepForm = z.object({
  title: said(longestTitle),
  product: maybe(longestProduct),
  evidence: maybe(longestEvidence),
  unit: chosen,
  due: days,
  after: numbers,
});

/** One part that is to be made, as a person writes it; its day as people write days. */
export const partForm = z.object({
  title: said(longestTitle),
  product: maybe(longestProduct),
  evidence: maybe(longestEvidence),
  unit: chosen,
  assignee: chosen,
  due: z.string().trim().max(10),
  after: numbers,
});

/** What a template adds to a task from above beside its document. */
export const wholeForm = z.object({
  activity: maybe(longestText),
  note: maybe(longestText),
  evidence: maybe(longestEvidence),
});

/** A template for programs. */
export const templateBody = z.strictObject({
  title: said(longestTitle),
  activity: said(longestText).nullable().default(null),
  product: said(longestProduct).nullable().default(null),
  evidence: said(longestEvidence).nullable().default(null),
  note: said(longestText).nullable().default(null),
  leadUnitId: z.uuid().nullable().default(null),
  coordinatingUnitIds: z.array(z.uuid()).max(50).default([]),
  dueWorkingDays: z
    .int()
    .min(0)
    .max(mostWorkingDays)
    .nullable()
    .default(null)
    .describe('Working days after the beginning.'),
  steps: z
    .array(
      z.strictObject({
        title: said(longestTitle),
        product: said(longestProduct).nullable().default(null),
        evidence: said(longestEvidence).nullable().default(null),
        leadUnitId: z.uuid().nullable().default(null),
        dueWorkingDays: z.int().min(0).max(mostWorkingDays).nullable().default(null),
        after: z
          .array(z.int().min(1).max(mostSteps))
          .max(mostSteps)
          .default([])
          .describe('Numbers, from 1, of the parts that must be finished first.'),
      }),
    )
    .max(mostSteps)
    .default([]),
});

/** What is made from a template for programs: parts of a task, or a task from above with its parts. */
export const useBody = z.strictObject({
  beginOn: z.iso.date().describe('The day from which the working days of the template count.'),
  taskId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('The task whose parts are made; null to enter a task from above.'),
  document: z
    .strictObject({
      number: said(longestNumber),
      on: z.iso.date(),
      issuer: said(longestIssuer),
    })
    .nullable()
    .default(null)
    .describe('The document of the higher body; only without taskId.'),
  leadUnitId: z.uuid().nullable().default(null).describe('For parts whose template names no unit.'),
  assigneeId: z.uuid().nullable().default(null),
  approverId: z.uuid().nullable().default(null),
});

const builtInDays = z.int().min(0).max(mostWorkingDays);

/** The templates that come with the product, as their file says them. */
export const builtInFile = z.object({
  templates: z.array(
    z.object({
      key: z.string().regex(/^[a-z0-9-]+$/),
      title: said(longestTitle),
      activity: said(longestText),
      product: said(longestProduct),
      evidence: said(longestEvidence),
      note: said(longestText).nullable(),
      dueWorkingDays: builtInDays,
      source: said(longestText),
      certainty: z.enum(certainties),
      seenOn: z.iso.date(),
      steps: z
        .array(
          z.object({
            title: said(longestTitle),
            product: said(longestProduct).nullable(),
            evidence: said(longestEvidence).nullable(),
            dueWorkingDays: builtInDays,
            after: z.array(z.int().min(1).max(mostSteps)),
          }),
        )
        .max(mostSteps),
    }),
  ),
});
