import type { Scope } from '#platform/session/actor.ts';

/** The roles that every tenant starts with; later changes to them are data of the tenant. */
export type BuiltInRole =
  | 'focal'
  | 'unit-head'
  | 'officer'
  | 'leader'
  | 'clerk'
  | 'community'
  | 'province'
  | 'admin'
  | 'auditor';

type Grants = Readonly<Record<string, Scope>>;

const reading: Grants = {
  'planning.plan.read': 'all',
  'planning.task.read': 'all',
};

const administering: Grants = {
  'platform.audit.read': 'all',
  'directory.unit.create': 'all',
  'directory.officer.create': 'all',
  'directory.account.create': 'all',
};

const steering: Grants = {
  ...reading,
  'planning.plan-draft.read': 'all',
  'planning.plan-draft.upload': 'all',
  'planning.plan-draft.edit': 'all',
  'planning.plan-draft.check': 'all',
  'planning.plan-draft.issue': 'all',
  'planning.plan-draft.take-back': 'all',
  'planning.task.assign': 'all',
  'planning.task.complete': 'all',
  'planning.task.cancel': 'all',
  'planning.task.reopen': 'all',
};

/** What each built-in role may do on the first day, as rows of `directory.role_grant`. */
export const builtInRoles: Readonly<Record<BuiltInRole, Grants>> = {
  focal: steering,
  'unit-head': {
    ...reading,
    'planning.task.assign': 'unit',
    'planning.task.complete': 'unit',
    'planning.task.reopen': 'unit',
  },
  officer: { ...reading, 'planning.task.complete': 'own', 'planning.task.reopen': 'own' },
  leader: {
    ...reading,
    'planning.plan-draft.read': 'all',
    'planning.plan-draft.issue': 'all',
    'planning.task.assign': 'all',
    'planning.task.cancel': 'all',
    'planning.task.reopen': 'all',
  },
  clerk: { ...reading, 'planning.task.read': 'unit', 'planning.task.complete': 'own' },
  community: { 'planning.plan.read': 'all', 'planning.task.read': 'own', 'planning.task.complete': 'own' },
  province: { ...steering, 'province.communes.read': 'all' },
  admin: { ...reading, ...administering, 'planning.plan-draft.read': 'all' },
  auditor: { ...reading, 'planning.plan-draft.read': 'all', 'platform.audit.read': 'all' },
};
