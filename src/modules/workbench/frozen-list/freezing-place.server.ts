import {
  deliveryList,
  type FreezingPlace,
  listSource,
  plainListSource,
} from '#modules/casework/index.server.ts';
import {
  absenceList,
  accountList,
  officerList,
  roleList,
  unitList,
} from '#modules/directory/index.server.ts';
import {
  draftList,
  handInList,
  periodList,
  groupsExport,
  paperList,
  planList,
  reportEvidence,
  targetExport,
  taskEvidence,
  taskExport,
  conclusionList,
  templateList,
} from '#modules/planning/index.server.ts';
import * as auditPolicy from '#platform/audit/policy.ts';
import { reminderList } from '../reminder/pages/reminder-list.tsx';
import { auditExport } from '../audit-log/pages/audit-export.tsx';

/**
 * Every list that can be frozen as proof, in the order in which they are offered, and every kind of record that is
 * proven. A list that goes into files belongs here: a test holds that none is missing.
 */
export const freezingPlace: FreezingPlace = {
  owners: [taskEvidence, reportEvidence],
  sources: [
    listSource(taskExport),
    listSource(groupsExport),
    listSource(targetExport),
    plainListSource(planList),
    plainListSource(draftList),
    plainListSource(templateList),
    plainListSource(periodList),
    plainListSource(handInList),
    plainListSource(conclusionList),
    plainListSource(paperList),
    plainListSource(officerList),
    plainListSource(unitList),
    plainListSource(absenceList),
    plainListSource(roleList),
    plainListSource(accountList),
    plainListSource(reminderList),
    plainListSource(deliveryList),
    listSource(auditExport, auditPolicy.read),
  ],
};
