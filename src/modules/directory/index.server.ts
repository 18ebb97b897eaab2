export { builtInRoles, type BuiltInRole } from './account/role.ts';
export type { Officer } from './officer/officer.ts';
export { listOfficers } from './officer/queries.server.ts';
export { routes } from './routes.ts';
export { signInAction, signInPage } from './session/pages/sign-in.tsx';
export { isOpen as isSetUpOpen, setUpAction, setUpPage } from './set-up/pages/set-up.tsx';
export { newSetUpCode } from './set-up/set-up-code.server.ts';
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
