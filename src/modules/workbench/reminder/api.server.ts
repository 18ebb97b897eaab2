import { exportOf, exportOperation } from '#modules/lists/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { must } from '#platform/session/decision.ts';
import { reminderList } from './pages/reminder-list.tsx';
import { texts } from './texts.ts';

/** The ledger of reminders for programs: all of a filter as a file. */
export const operations: readonly Operation[] = [
  exportOperation(
    exportOf(reminderList),
    { path: '/reminder-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(reminderList.mayRead(ctx.actor)),
  ),
];
