import { get, type Route } from '#platform/http/route.ts';
import { auditChainFile, auditCsvFile } from './audit-log/pages/audit-files.tsx';
import { auditLogPage } from './audit-log/pages/audit-log.tsx';
import { homePage } from './home/pages/home.tsx';
import { auditChainLink, auditCsvLink, auditLink, homeLink } from './links.ts';

export const routes: readonly Route[] = [
  get(homeLink, homePage),
  get(auditLink(), auditLogPage),
  get(auditCsvLink(), auditCsvFile),
  get(auditChainLink(0), auditChainFile),
];
