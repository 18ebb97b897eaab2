import { get, type Route } from '#platform/http/route.ts';
import { auditChainFile, auditCsvFile } from './audit-log/pages/audit-files.tsx';
import { auditLogPage } from './audit-log/pages/audit-log.tsx';
import { homePage } from './home/pages/home.tsx';
import {
  auditChainLink,
  auditCsvLink,
  auditLink,
  homeLink,
  keysLink,
  searchDataLink,
  searchLink,
  systemLink,
} from './links.ts';
import { searchData, searchPage } from './search/pages/search.tsx';
import { shortcutsPage } from './shortcut/pages/shortcuts.tsx';
import { systemStatePage } from './system-state/pages/system-state.tsx';

export const routes: readonly Route[] = [
  get(homeLink, homePage),
  get(systemLink, systemStatePage),
  get(searchLink(), searchPage),
  get(searchDataLink, searchData),
  get(keysLink, shortcutsPage),
  get(auditLink(), auditLogPage),
  get(auditCsvLink(), auditCsvFile),
  get(auditChainLink(0), auditChainFile),
];
