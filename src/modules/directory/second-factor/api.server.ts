import { exportOf, exportOperation } from '#modules/lists/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { must } from '#platform/session/decision.ts';
import { accountList } from './pages/account-list.tsx';
import { texts } from './texts.ts';

/** Accounts and their second factors for programs: the list as a file. What protects an account is for people alone. */
export const operations: readonly Operation[] = [
  exportOperation(
    exportOf(accountList),
    {
      path: '/account-exports',
      summary: (lang) => texts(lang).rules.api.export,
      scopes: [['directory.account', 'directory.role']],
    },
    (ctx) => must(accountList.mayRead(ctx.actor)),
  ),
];
