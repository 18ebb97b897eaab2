import { z } from 'zod';
import { bulkOperations, exportOf, exportOperation } from '#modules/lists/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { must } from '#platform/session/decision.ts';
import { longestEndReason } from '../unit/unit.ts';
import { changeWords } from './pages/change-many.tsx';
import { manyOfficers, officerList } from './pages/officer-list.tsx';
import { texts } from './texts.ts';

const change = z.discriminatedUnion('deed', [
  z.strictObject({ deed: z.literal('move'), unitId: z.uuid() }),
  z.strictObject({
    deed: z.literal('end'),
    on: z.iso.date(),
    reason: z.string().trim().max(longestEndReason).optional(),
  }),
  z.strictObject({ deed: z.literal('restore') }),
  z.strictObject({ deed: z.literal('lock') }),
  z.strictObject({ deed: z.literal('unlock') }),
]);
type Change = z.infer<typeof change>;

/** What programs call the deeds that addresses call otherwise. */
const deedNames: Readonly<Record<Change['deed'], string>> = {
  move: 'chuyen',
  end: 'cho-nghi',
  restore: 'khoi-phuc',
  lock: 'khoa',
  unlock: 'mo-khoa',
};

/** Deeds that want a proof of the person at the keyboard: programs see what became of them and begin none. */
const deedsOfPeople = { 'give-role': 'them-vai-tro', 'take-role': 'bo-vai-tro' } as const;

/** Many officers at once for programs: deeds on them and their accounts, and all of a filter as a file. */
export const operations: readonly Operation[] = [
  ...bulkOperations(manyOfficers, {
    path: '/officer-runs',
    group: 'directory.officer',
    change: change.transform((given) => ({ deed: deedNames[given.deed], input: inputOf(given) })),
    example: { deed: 'restore' },
    deedName: (deed) =>
      Object.entries({ ...deedNames, ...deedsOfPeople }).find(([, name]) => name === deed)?.[0] ?? deed,
  }),
  exportOperation(
    exportOf(officerList),
    { path: '/officer-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(officerList.mayRead(ctx.actor)),
  ),
];

/** The same as the forms of the page would send. */
function inputOf(given: Change): Record<string, string> {
  if (given.deed === 'move') return { [changeWords.unit]: given.unitId };
  if (given.deed !== 'end') return {};
  return {
    [changeWords.day]: formatDate(plainDate(given.on)),
    [changeWords.reason]: given.reason ?? '',
  };
}
