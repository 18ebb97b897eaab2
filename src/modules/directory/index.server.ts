export { jobs } from './jobs.ts';
export { builtInRoles, type BuiltInRole } from './account/role.ts';
export { texts as directoryAuditWords } from './audit-words/texts.ts';
export { findLeadership } from './leadership/queries.server.ts';
export { listUnreachedLeaders } from './leadership/unreached.server.ts';
export { setLeadership } from './leadership/commands.server.ts';
export type { Officer } from './officer/officer.ts';
export { noteOfficersSeen } from './officer/opening.server.ts';
export { listOfficers } from './officer/queries.server.ts';
export { routes, visitRoutes } from './routes.ts';
export { trashKinds } from './trash.ts';
export { signInTraces } from './session/traces.server.ts';
export { holdOwnAccount } from './account/hold-account.server.ts';
export { findActor, findHolder, findSession, listActorsOf } from './session/queries.server.ts';
export { landingPath, sessionCookie } from './session/session.ts';
export { hashToken, readToken } from './session/token.server.ts';
export { communeListShape } from './tenant/commune-list.ts';
export {
  countCommunes,
  listAllCommunes,
  listCommunes,
  listProvinceNames,
  type PublicCommune,
} from './tenant/communes.server.ts';
export {
  findTenant,
  findTenantBySlug,
  listCommunesOfProvince,
  whatIsSetUp,
} from './tenant/queries.server.ts';
export { findStanding } from './tenant/standing.server.ts';
export { dropUnusedUnits, ensureUnits, type NewUnit } from './unit/commands.server.ts';
export { readDelimited, writeDelimited } from './officer-import/delimited.ts';
export { readListFile } from './officer-import/read-list.server.ts';
export { absenceList } from './absence/pages/absence-list.tsx';
export { officerList } from './officer/pages/officer-list.tsx';
export { roleList } from './role/pages/role-list.tsx';
export { accountList } from './second-factor/pages/account-list.tsx';
export { unitList } from './unit/pages/unit-list.tsx';
export { findUnitsByName, listUnits } from './unit/queries.server.ts';
export type { Unit } from './unit/unit.ts';
export { isOpen as isSetUpOpen, setUpAction, setUpPage } from './set-up/pages/set-up.tsx';
export { findOfficeStart, type OfficeStart } from './set-up/queries.server.ts';
export { newSetUpCode } from './set-up/set-up-code.server.ts';
export { isWithin } from './api-token/addresses.server.ts';
export { noteUse } from './api-token/commands.server.ts';
export { findTokenHolder, type TokenHolder } from './api-token/holder.server.ts';
export { hashTokenText, readTokenText } from './api-token/token-text.server.ts';
export { operations } from './operations.ts';
export { listPausedAddresses } from './webhook/queries.server.ts';
export { accountSource, officerSource } from './officer/search.server.ts';
export { unitSource } from './unit/search.server.ts';
