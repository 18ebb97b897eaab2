import { z } from 'zod';
import { bulkOperations, eachRowName, exportOperation } from '#modules/lists/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { changeWords, manyTasks } from './pages/change-many.tsx';
import { fillWords } from './pages/fill-in-many.tsx';
import { taskExport } from './pages/task-export.tsx';
import { longestClosingText, longestProduct } from './task.ts';
import { texts } from './texts.ts';

const choice = z.uuid().nullable().optional().describe('Left out: stays as it is. Null: taken away.');

const change = z.discriminatedUnion('deed', [
  z.strictObject({ deed: z.literal('assign'), assigneeId: choice, approverId: choice, leadUnitId: choice }),
  z.strictObject({
    deed: z.literal('set-due'),
    dueOn: z.iso.date(),
    text: z
      .string()
      .trim()
      .min(1)
      .max(longestClosingText)
      .describe('Why; kept with each task whose deadline was set already.'),
  }),
  z.strictObject({ deed: z.literal('accept') }),
  z.strictObject({
    deed: z.literal('approve'),
    text: z
      .string()
      .trim()
      .max(longestClosingText)
      .optional()
      .describe('A note, where there is something to say.'),
  }),
  z.strictObject({ deed: z.literal('cancel'), text: z.string().trim().min(1).max(longestClosingText) }),
  z.strictObject({ deed: z.literal('reopen') }),
  z.strictObject({
    deed: z.literal('fill-in'),
    tasks: z
      .array(
        z.strictObject({
          id: z.uuid(),
          version: z.int().min(1).describe('The version that was read.'),
          product: z.string().trim().min(1).max(longestProduct).optional(),
          dueOn: z.iso.date().optional(),
        }),
      )
      .min(1)
      .max(50)
      .describe('What each task lacks; tasks that are not chosen by `rows` stay as they are.'),
  }),
]);
type Change = z.infer<typeof change>;

/** What programs call the deeds that addresses call otherwise. */
const deedNames: Readonly<Record<Change['deed'], string>> = {
  assign: 'giao',
  'set-due': 'doi-han',
  accept: 'nhan',
  approve: 'duyet',
  cancel: 'huy',
  reopen: 'mo-lai',
  'fill-in': 'bo-sung',
};

/** Many tasks at once for programs: deeds on many of them, and all of a filter as a file. */
export const operations: readonly Operation[] = [
  ...bulkOperations(manyTasks, {
    path: '/task-runs',
    group: 'planning.task',
    change: change.transform((given) => ({ deed: deedNames[given.deed], input: inputOf(given) })),
    example: { deed: 'set-due', dueOn: '2026-06-15', text: 'the province moved the hand-in day' },
    deedName: (deed) => Object.entries(deedNames).find(([, name]) => name === deed)?.[0] ?? deed,
  }),
  exportOperation(taskExport, { path: '/task-exports', summary: (lang) => texts(lang).api.export }),
];

/** The same as the forms of the page would send. */
function inputOf(given: Change): Record<string, string> {
  const { choices, takeAway, dueWord, reasonWord } = changeWords;
  switch (given.deed) {
    case 'assign':
      return Object.fromEntries(
        (['assigneeId', 'approverId', 'leadUnitId'] as const).flatMap((field) => {
          const value = given[field];
          return value === undefined ? [] : [[choices[field], value ?? takeAway] as const];
        }),
      );
    case 'set-due':
      return { [dueWord]: formatDate(plainDate(given.dueOn)), [reasonWord]: given.text };
    case 'cancel':
      return { [reasonWord]: given.text };
    case 'approve':
      return given.text ? { [reasonWord]: given.text } : {};
    case 'fill-in':
      return Object.fromEntries(
        given.tasks.flatMap(({ id, version, product = '', dueOn }) => [
          [eachRowName(fillWords.product, id), product],
          [eachRowName(fillWords.due, id), dueOn ? formatDate(plainDate(dueOn)) : ''],
          [eachRowName(fillWords.version, id), String(version)],
        ]),
      );
    case 'accept':
    case 'reopen':
      return {};
  }
}
