import {
  deliveryList,
  type FreezingPlace,
  listSource,
  paperProof,
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
  conclusionProof,
  draftList,
  handInList,
  periodList,
  groupsExport,
  handInProof,
  paperList,
  paperSources,
  planList,
  reportEvidence,
  targetExport,
  taskEvidence,
  taskExport,
  taskProof,
  conclusionList,
  templateList,
} from '#modules/planning/index.server.ts';
import * as auditPolicy from '#platform/audit/policy.ts';
import { reminderList } from '../reminder/pages/reminder-list.tsx';
import { auditExport } from '../audit-log/pages/audit-export.tsx';

/**
 * Every list and kind of record that can be frozen as proof, in the order in which they are offered, and every kind of
 * record that is proven. A list that goes into files belongs here, and so does a record with a page of its own that is
 * evidence by itself: a test holds that none is missing.
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
    paperProof(paperList, paperSources),
    conclusionProof,
    taskProof,
    handInProof,
  ],
};
