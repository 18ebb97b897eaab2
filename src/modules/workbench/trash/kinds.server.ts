import { ownDayTrash } from '#modules/calendar/index.server.ts';
import {
  evidenceTrash,
  issuedPaperEvidence,
  issuedPaperTrash,
  noteTrash,
  trustedCertificateTrash,
} from '#modules/casework/index.server.ts';
import { trashKinds as directoryKinds } from '#modules/directory/index.server.ts';
import { viewTrash } from '#modules/lists/index.server.ts';
import {
  draftTrash,
  objectiveTrash,
  planTrash,
  conclusionEvidence,
  reportEvidence,
  reportPeriodTrash,
  taskEvidence,
  taskOwner,
  taskTrash,
  conclusionTrash,
  templateTrash,
} from '#modules/planning/index.server.ts';
import type { TrashKind } from '#platform/trash/trash-kind.server.ts';

/** Every kind of record that can be brought back, in the order of the filter. */
export const trashKinds: readonly TrashKind[] = [
  draftTrash,
  planTrash,
  taskTrash,
  objectiveTrash,
  conclusionTrash,
  templateTrash,
  reportPeriodTrash,
  issuedPaperTrash,
  evidenceTrash([taskEvidence, reportEvidence, conclusionEvidence, issuedPaperEvidence]),
  noteTrash([taskOwner]),
  ...directoryKinds,
  ownDayTrash,
  trustedCertificateTrash,
  viewTrash,
];
