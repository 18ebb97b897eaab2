import { z } from 'zod';
import { chosen, maybe, said } from '#platform/http/typed-fields.ts';
import { longestProduct } from '../task/task.ts';
import { mostRows } from './task-list-file.ts';
import {
  longestAbstract,
  longestDueText,
  longestIssuer,
  longestNumber,
  longestReason,
  longestTitle,
} from './task-from-above.ts';

/** The form of a task from above; days as people write them. */
export const enterForm = z.object({
  number: said(longestNumber),
  on: z.string().trim().max(10),
  issuer: said(longestIssuer),
  abstract: maybe(longestAbstract),
  title: said(longestTitle),
  product: maybe(longestProduct),
  dueText: maybe(longestDueText),
  due: z.string().trim().max(10),
  unit: chosen,
  coordinating: z.array(z.uuid()).max(50),
  assignee: chosen,
  approver: chosen,
});

/** What is mended of a document, and why. */
export const documentForm = enterForm.pick({ number: true, on: true, issuer: true, abstract: true }).extend({
  reason: said(longestReason),
  version: z.coerce.number().int().min(1),
});

/** The same for programs; the version comes in If-Match. */
export const documentBody = z.strictObject({
  number: said(longestNumber),
  on: z.iso.date(),
  issuer: said(longestIssuer),
  abstract: said(longestAbstract).nullable().default(null),
  reason: said(longestReason).describe('Why it is mended.'),
});

/** A task from above for programs. */
export const enterBody = z.strictObject({
  number: said(longestNumber).describe('Number of the document of the higher body.'),
  on: z.iso.date().describe('Day of that document.'),
  issuer: said(longestIssuer),
  abstract: said(longestAbstract).nullable().default(null).describe('What the document is about.'),
  title: said(longestTitle),
  product: said(longestProduct).nullable().default(null),
  dueText: said(longestDueText)
    .nullable()
    .default(null)
    .describe('The deadline in the words of the document.'),
  dueOn: z.iso.date().nullable().default(null),
  leadUnitId: z.uuid().nullable().default(null),
  coordinatingUnitIds: z.array(z.uuid()).max(50).default([]),
  assigneeId: z.uuid().nullable().default(null),
  approverId: z.uuid().nullable().default(null),
  isTwice: z.boolean().default(false).describe('True to enter it although the same stands there already.'),
});

/** A whole list for programs. */
export const listBody = z.strictObject({
  tasks: z.array(enterBody.omit({ isTwice: true })).max(mostRows),
});
