export { type BuiltInRole, builtInRoles } from './account/role.ts';
export { texts as directoryAuditWords } from './audit-words/texts.ts';
export type { Officer } from './officer/officer.ts';
export { listOfficers } from './officer/queries.server.ts';
export { routes } from './routes.ts';
export { signInAction, signInPage } from './session/pages/sign-in.tsx';
export { findSession } from './session/queries.server.ts';
export { sessionCookie } from './session/session.ts';
export { hashToken, readToken } from './session/token.server.ts';
export {
  findTenant,
  findTenantBySlug,
  listCommunes,
  listCommunesOfProvince,
  whatIsSetUp,
} from './tenant/queries.server.ts';
export { dropUnusedUnits, ensureUnits, type NewUnit } from './unit/commands.server.ts';
export { findUnitsByName, listUnits } from './unit/queries.server.ts';
export type { Unit } from './unit/unit.ts';
