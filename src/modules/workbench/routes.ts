import { frozenRoutes } from '#modules/casework/index.server.ts';
import { get, post, type Route } from '#platform/http/route.ts';
import { remindersLink } from '#modules/casework/links.ts';
import { plainListRoutes } from '#modules/lists/index.server.ts';
import { exportFormLink } from '#modules/lists/links.ts';
import { auditChainFile } from './audit-log/pages/audit-chain.tsx';
import { auditExportAction, auditExportPage } from './audit-log/pages/audit-export.tsx';
import { auditLogPage } from './audit-log/pages/audit-log.tsx';
import { auditPrintPage } from './audit-log/pages/audit-print.tsx';
import { freezingPlace } from './frozen-list/freezing-place.server.ts';
import { homePage } from './home/pages/home.tsx';
import { dropFormAction, keepFormAction } from './kept-form/pages/keep.tsx';
import {
  auditChainLink,
  auditLink,
  auditPrintLink,
  dropFormLink,
  homeLink,
  keepFormLink,
  keysLink,
  myWorkLink,
  noticeLink,
  noticesLink,
  openNoticeLink,
  readAllNoticesLink,
  remindersByUnitLink,
  restoreEntryLink,
  searchDataLink,
  searchLink,
  systemLink,
  trashLink,
} from './links.ts';
import { myWorkPage } from './my-work/pages/my-work.tsx';
import { noticePage } from './notice/pages/notice.tsx';
import { noticesPage, openNoticeAction, readAllNoticesAction } from './notice/pages/notices.tsx';
import { byUnitPage } from './reminder/pages/by-unit.tsx';
import { reminderList, reminderListPage } from './reminder/pages/reminder-list.tsx';
import { searchData, searchPage } from './search/pages/search.tsx';
import { shortcutsPage } from './shortcut/pages/shortcuts.tsx';
import { systemStatePage } from './system-state/pages/system-state.tsx';
import { restoreEntryAction, trashPage } from './trash/pages/trash.tsx';

export const routes: readonly Route[] = [
  get(homeLink, homePage),
  get(myWorkLink(), myWorkPage),
  get(myWorkLink(':part'), myWorkPage),
  get(remindersLink(), reminderListPage),
  get(remindersByUnitLink(), byUnitPage),
  ...plainListRoutes(reminderList),
  get(noticesLink(), noticesPage),
  post(readAllNoticesLink, 'workbench.notice.read', readAllNoticesAction),
  get(noticeLink(':id'), noticePage),
  post(openNoticeLink(':id'), 'workbench.notice.read', openNoticeAction),
  get(systemLink, systemStatePage),
  get(trashLink(), trashPage),
  post(keepFormLink, 'workbench.kept-form.keep', keepFormAction, { maxBytes: 2 * 1024 * 1024 }),
  post(dropFormLink, 'workbench.kept-form.drop', dropFormAction),
  post(restoreEntryLink(':id'), 'workbench.trash.restore', restoreEntryAction),
  get(searchLink(), searchPage),
  get(searchDataLink, searchData),
  get(keysLink, shortcutsPage),
  get(auditLink(), auditLogPage),
  get(auditPrintLink, auditPrintPage),
  get(exportFormLink(auditLink()), auditExportPage),
  post(exportFormLink(auditLink()), 'platform.audit.export', auditExportAction),
  get(auditChainLink(0), auditChainFile),
  ...frozenRoutes(freezingPlace),
];
