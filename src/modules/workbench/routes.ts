import { get, type Route } from '#platform/http/route.ts';
import { auditChainFile, auditCsvFile } from './audit-log/pages/audit-files.tsx';
import { auditLogPage } from './audit-log/pages/audit-log.tsx';
import { homePage } from './home/pages/home.tsx';
import { auditChainLink, auditCsvLink, auditLink, homeLink, systemLink } from './links.ts';
import { systemStatePage } from './system-state/pages/system-state.tsx';

export const routes: readonly Route[] = [
  get(homeLink, homePage),
  get(systemLink, systemStatePage),
  get(auditLink(), auditLogPage),
  get(auditCsvLink(), auditCsvFile),
  get(auditChainLink(0), auditChainFile),
];
