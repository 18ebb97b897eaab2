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

/** What everybody may do with lists; the trash shows each person what they may bring back, their own views at least. */
const listing: Grants = {
  'lists.saved-view.keep': 'all',
  'lists.saved-view.delete': 'all',
  'lists.saved-view.restore': 'all',
  'workbench.trash.restore': 'all',
};

/** Views that the whole office sees. */
const sharing: Grants = { 'lists.saved-view.share': 'all' };

const reading: Grants = {
  ...listing,
  'planning.plan.read': 'all',
  'planning.task.read': 'all',
  'planning.plan.export': 'all',
  'planning.task.export': 'all',
  'planning.target.export': 'all',
};

/** Bringing the proof of what was done. */
function proving(scope: Scope): Grants {
  return {
    'casework.evidence.attach': scope,
    'casework.evidence.replace': scope,
    'casework.evidence.remove': scope,
    'casework.evidence.restore': scope,
  };
}

/** Saying who is away and who stands in, for all officers or those of the unit. */
function standingIn(scope: 'all' | 'unit'): Grants {
  return {
    'directory.absence.record': scope,
    'directory.absence.cancel': scope,
    'directory.absence.restore': scope,
    'directory.absence.export': scope,
    'directory.absence.change-many': scope,
  };
}

const administering: Grants = {
  'platform.audit.read': 'all',
  'platform.audit.export': 'all',
  'directory.unit.create': 'all',
  'directory.unit.edit': 'all',
  'directory.unit.reorder': 'all',
  'directory.unit.end': 'all',
  'directory.unit.restore': 'all',
  'directory.unit.export': 'all',
  'directory.unit.change-many': 'all',
  'directory.officer.create': 'all',
  'directory.officer.edit': 'all',
  'directory.officer.move': 'all',
  'directory.officer.end': 'all',
  'directory.officer.restore': 'all',
  'directory.officer.export': 'all',
  'directory.officer.change-many': 'all',
  'directory.officer-import.enter': 'all',
  'directory.officer-import.take-back': 'all',
  'directory.officer-import.restore': 'all',
  'directory.account.create': 'all',
  'directory.account.export': 'all',
  'workbench.system.read': 'all',
  'directory.role.require-factor': 'all',
  'directory.password-link.make': 'all',
  'directory.second-factor.take-away': 'all',
  'directory.account.lock': 'all',
  'directory.account.unlock': 'all',
  'directory.account.set-roles': 'all',
  'directory.account.reset-password': 'all',
  'directory.role.create': 'all',
  'directory.role.edit': 'all',
  'directory.role.end': 'all',
  'directory.role.restore': 'all',
  'directory.role.export': 'all',
  'directory.machine.create': 'all',
  'directory.machine.end': 'all',
  'directory.machine.restore': 'all',
  'directory.machine.create-token': 'all',
  'directory.machine.revoke-token': 'all',
  'directory.webhook.create': 'all',
  'directory.webhook.rotate': 'all',
  'directory.webhook.pause': 'all',
  'directory.webhook.resume': 'all',
  'directory.webhook.end': 'all',
  'directory.webhook.redeliver': 'all',
  'directory.webhook.test': 'all',
  ...standingIn('all'),
  'directory.tenant.edit': 'all',
  'calendar.own-day.set': 'all',
  'calendar.own-day.remove': 'all',
  'calendar.own-day.restore': 'all',
};

/** Looking at imports and drafts, and taking their list along. */
const watchingDrafts: Grants = {
  'planning.plan-draft.read': 'all',
  'planning.plan-draft.export': 'all',
};

/** Doing a task: receiving it, working on it, handing it in, and saying that its event has come. */
function doing(scope: 'all' | 'unit' | 'own'): Grants {
  return {
    'planning.task.change-many': 'all',
    'planning.task.accept': scope,
    'planning.task.decline': scope,
    'planning.task.start': scope,
    'planning.task.submit': scope,
    'planning.task.withdraw': scope,
    'planning.task.record-event': scope,
  };
}

/** Judging what was handed in; `own` is where the person is named as the approver. */
function judging(scope: 'all' | 'own'): Grants {
  return { 'planning.task.approve': scope, 'planning.task.send-back': scope };
}

const steering: Grants = {
  ...reading,
  ...sharing,
  ...doing('all'),
  ...judging('all'),
  ...proving('all'),
  ...watchingDrafts,
  'planning.plan-draft.change-many': 'all',
  'planning.plan-draft.upload': 'all',
  'planning.plan-draft.edit': 'all',
  'planning.plan-draft.discard': 'all',
  'planning.plan-draft.restore': 'all',
  'planning.plan-draft.check': 'all',
  'planning.plan-draft.issue': 'all',
  'planning.plan-draft.take-back': 'all',
  'planning.plan-draft.issue-again': 'all',
  'planning.target.edit': 'all',
  'planning.target.change-many': 'all',
  'planning.task.assign': 'all',
  'planning.task.cancel': 'all',
  'planning.task.reopen': 'all',
};

/** What each built-in role may do on the first day, as rows of `directory.role_grant`. */
export const builtInRoles: Readonly<Record<BuiltInRole, Grants>> = {
  focal: steering,
  'unit-head': {
    ...reading,
    ...doing('unit'),
    ...judging('own'),
    ...proving('unit'),
    'planning.task.assign': 'unit',
    'planning.task.reopen': 'unit',
    ...standingIn('unit'),
  },
  officer: {
    ...reading,
    ...proving('unit'),
    ...doing('own'),
    ...judging('own'),
    'planning.task.reopen': 'own',
  },
  leader: {
    ...reading,
    ...sharing,
    ...doing('own'),
    ...judging('all'),
    ...proving('all'),
    'planning.task.record-event': 'all',
    ...watchingDrafts,
    'planning.plan-draft.issue': 'all',
    'planning.task.assign': 'all',
    'planning.task.cancel': 'all',
    'planning.task.reopen': 'all',
  },
  clerk: { ...reading, ...proving('unit'), 'planning.task.read': 'unit', ...doing('own'), ...judging('own') },
  community: {
    ...reading,
    ...proving('own'),
    'planning.task.read': 'own',
    ...doing('own'),
    ...judging('own'),
  },
  province: { ...steering, 'province.communes.read': 'all' },
  admin: { ...reading, ...sharing, ...administering, ...watchingDrafts },
  auditor: {
    ...reading,
    ...watchingDrafts,
    'platform.audit.read': 'all',
    'platform.audit.export': 'all',
  },
};
