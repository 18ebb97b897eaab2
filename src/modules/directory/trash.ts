import type { TrashKind } from '#platform/trash/trash-kind.server.ts';
import { absenceTrash } from './absence/trash.server.ts';
import { machineTrash } from './machine/trash.server.ts';
import { officerImportTrash } from './officer-import/trash.server.ts';
import { officerTrash } from './officer/trash.server.ts';
import { roleTrash } from './role/trash.server.ts';
import { unitTrash } from './unit/trash.server.ts';

/** What of the directory can be brought back from the trash. */
export const trashKinds: readonly TrashKind[] = [
  unitTrash,
  officerTrash,
  officerImportTrash,
  roleTrash,
  absenceTrash,
  machineTrash,
];
