import type { Operation } from '#platform/api/operation.ts';
import { operations as absences } from './absence/api.server.ts';
import { operations as manyAbsences } from './absence/many-api.server.ts';
import { operations as leaderships } from './leadership/api.server.ts';
import { operations as accounts } from './account/api.server.ts';
import { operations as officerImports } from './officer-import/api.server.ts';
import { operations as officers } from './officer/api.server.ts';
import { operations as manyOfficers } from './officer/many-api.server.ts';
import { operations as roles } from './role/api.server.ts';
import { operations as secondFactors } from './second-factor/api.server.ts';
import { operations as tenants } from './tenant/api.server.ts';
import { operations as units } from './unit/api.server.ts';
import { operations as manyUnits } from './unit/many-api.server.ts';
import { operations as webhooks } from './webhook/api.server.ts';

/** Everything of the directory that programs can ask for or do. */
export const operations: readonly Operation[] = [
  ...units,
  ...manyUnits,
  ...officers,
  ...manyOfficers,
  ...officerImports,
  ...accounts,
  ...secondFactors,
  ...roles,
  ...absences,
  ...manyAbsences,
  ...leaderships,
  ...tenants,
  ...webhooks,
];
