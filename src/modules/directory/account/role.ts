import type { Scope } from '#platform/session/actor.ts';
import { collecting, reporting } from './report-grants.ts';
import { doing, judging } from './task-grants.ts';
import { concluding, readingConclusions } from './conclusion-grants.ts';

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
  'workbench.notice.read': 'own',
  'casework.reminder.read': 'own',
  ...choosingNotices('own'),
};

/** Saying how one wants to be told; `unit` and `all` also say what counts for those who say nothing. */
function choosingNotices(scope: Scope): Grants {
  return { 'casework.notice-choice.set': scope, 'casework.notice-choice.take-back': scope };
}

/** Views that the whole office sees. */
const sharing: Grants = { 'lists.saved-view.share': 'all' };

const reading: Grants = {
  ...listing,
  'planning.plan.read': 'all',
  'planning.task.read': 'all',
  'planning.plan.export': 'all',
  'planning.task.export': 'all',
  'casework.reminder.export': 'all',
  'casework.evidence-package.make': 'all',
  'planning.target.export': 'all',
  'planning.progress.export': 'all',
  'planning.objective.export': 'all',
  'planning.report-period.read': 'all',
  'planning.report-period.export': 'all',
  'planning.report-hand-in.export': 'all',
  'planning.task-template.read': 'all',
  'planning.task-template.export': 'all',
  'casework.follow.begin': 'all',
  'casework.follow.stop': 'all',
  'planning.calendar-feed.create': 'own',
  'planning.calendar-feed.renew': 'own',
  'planning.calendar-feed.revoke': 'own',
};

/** Bringing the proof of what was done. */
function proving(scope: Scope): Grants {
  return {
    'casework.evidence.attach': scope,
    'casework.evidence.freeze': scope,
    'casework.evidence.replace': scope,
    'casework.evidence.remove': scope,
    'casework.evidence.restore': scope,
  };
}

/** Drafting the papers of the office and throwing drafts away; `unit` reaches those of one's own unit. */
function draftingPapers(scope: 'all' | 'unit'): Grants {
  return {
    'casework.issued-paper.read': scope,
    'casework.issued-paper.draft': scope,
    'casework.issued-paper.edit': scope,
    'casework.issued-paper.discard': scope,
    'casework.issued-paper.restore': scope,
    'casework.issued-paper.export': 'all',
    'casework.paper-batch.make': 'all',
  };
}

/** Keeping the books of numbers: issuing papers and withdrawing them. */
const issuingPapers: Grants = {
  ...draftingPapers('all'),
  'casework.issued-paper.issue': 'all',
  'casework.issued-paper.recall': 'all',
  'planning.chasing-rules.set': 'all',
};

/** Reading all papers of the office, and taking their list along. */
const readingPapers: Grants = {
  'casework.issued-paper.read': 'all',
  'casework.issued-paper.export': 'all',
  'casework.paper-batch.make': 'all',
};

/** Writing notes on the records that one sees; `all` removes those of others too. */
function discussing(removes: 'all' | 'own'): Grants {
  return {
    'casework.note.write': 'all',
    'casework.note.edit': 'own',
    'casework.note.remove': removes,
    'casework.note.restore': removes,
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

/** Looking at the ladder by which late work is escalated, and drawing another one. */
const drawingLadders: Grants = {
  'planning.escalation.read': 'all',
  'planning.escalation.draw': 'all',
  'casework.reminder.read': 'all',
};

const administering: Grants = {
  ...drawingLadders,
  'planning.escalation.switch': 'all',
  'platform.audit.read': 'all',
  'platform.audit.export': 'all',
  'directory.unit.create': 'all',
  'directory.unit.edit': 'all',
  'directory.leadership.set': 'all',
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
  'casework.trusted-certificate.add': 'all',
  'casework.trusted-certificate.remove': 'all',
  'casework.trusted-certificate.restore': 'all',
  'casework.reuse-limit.set': 'all',
  'casework.delivery.read': 'all',
  'casework.delivery.export': 'all',
  'casework.delivery.send-again': 'all',
  'casework.delivery.try': 'all',
  'casework.zalo-account.set': 'all',
  'casework.zalo-account.remove': 'all',
  ...choosingNotices('all'),
  'planning.unit-head-review.set-rules': 'all',
  'planning.report-period.set-rule': 'all',
  'planning.chasing-rules.set': 'all',
};

/** Looking at imports and drafts, and taking their list along. */
const watchingDrafts: Grants = {
  'planning.plan-draft.read': 'all',
  'planning.plan-draft.export': 'all',
};

/** Entering what higher bodies order, and throwing away what was entered by mistake. */
const enteringFromAbove: Grants = {
  'planning.task-from-above.enter': 'all',
  'planning.task-from-above.edit-document': 'all',
  'planning.task-from-above.discard': 'all',
  'planning.task-from-above.restore': 'all',
  'planning.task-from-above.enter-list': 'all',
  'planning.task-from-above.discard-list': 'all',
};

/** Keeping the templates of tasks of the office. */
const keepingTemplates: Grants = {
  'planning.task-template.create': 'all',
  'planning.task-template.edit': 'all',
  'planning.task-template.discard': 'all',
  'planning.task-template.restore': 'all',
};

const steering: Grants = {
  ...reading,
  ...reporting('all', 'all'),
  ...collecting,
  ...drawingLadders,
  ...sharing,
  ...doing('all'),
  ...judging('all'),
  ...proving('all'),
  ...discussing('all'),
  ...watchingDrafts,
  ...issuingPapers,
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
  'planning.objective.add': 'all',
  'planning.objective.edit': 'all',
  'planning.objective.discard': 'all',
  'planning.objective.restore': 'all',
  'planning.objective.place': 'all',
  'planning.task.assign': 'all',
  'planning.task.cancel': 'all',
  'planning.task.reopen': 'all',
  ...enteringFromAbove,
  ...keepingTemplates,
  ...readingConclusions,
  ...concluding('all'),
};

/** Scoring one's own month as the head of a unit, and seeing what comes of it. */
const beingReviewed: Grants = {
  'planning.unit-head-review.read': 'own',
  'planning.unit-head-review.score': 'own',
};

/** Evaluating heads of units: personal data, so nobody else sees it. */
const reviewing: Grants = {
  ...beingReviewed,
  'planning.unit-head-review.read': 'all',
  'planning.unit-head-review.open': 'all',
  'planning.unit-head-review.propose': 'all',
  'planning.unit-head-review.decide': 'all',
  'planning.unit-head-review.reopen': 'all',
  'planning.unit-head-review.export': 'all',
  'planning.unit-head-review.set-rules': 'all',
};

/** What each built-in role may do on the first day, as rows of `directory.role_grant`. */
export const builtInRoles: Readonly<Record<BuiltInRole, Grants>> = {
  focal: steering,
  'unit-head': {
    ...reading,
    ...reporting('unit', 'unit'),
    ...doing('unit'),
    ...judging('own'),
    ...proving('unit'),
    ...discussing('own'),
    ...keepingTemplates,
    ...readingConclusions,
    ...concluding('unit'),
    'planning.task.assign': 'unit',
    'casework.reminder.read': 'unit',
    'planning.task.reopen': 'unit',
    ...standingIn('unit'),
    ...choosingNotices('unit'),
    ...beingReviewed,
    ...draftingPapers('unit'),
  },
  officer: {
    ...reading,
    ...reporting('unit', 'unit'),
    ...readingConclusions,
    'casework.issued-paper.read': 'unit',
    ...proving('unit'),
    ...discussing('own'),
    ...doing('own'),
    ...judging('own'),
    'planning.task.reopen': 'own',
  },
  leader: {
    ...reading,
    ...reporting('all', 'unit'),
    ...collecting,
    ...issuingPapers,
    ...reviewing,
    ...drawingLadders,
    'planning.escalation.switch': 'all',
    ...sharing,
    ...doing('own'),
    ...judging('all'),
    ...proving('all'),
    ...discussing('all'),
    'planning.task.record-event': 'all',
    ...watchingDrafts,
    'planning.plan-draft.issue': 'all',
    ...enteringFromAbove,
    ...keepingTemplates,
    ...readingConclusions,
    ...concluding('all'),
    'planning.task.assign': 'all',
    'planning.task.cancel': 'all',
    'planning.task.reopen': 'all',
  },
  clerk: {
    ...reading,
    ...reporting('unit', 'unit'),
    'casework.issued-paper.read': 'unit',
    ...proving('unit'),
    ...discussing('own'),
    'planning.task.read': 'unit',
    ...doing('own'),
    ...judging('own'),
  },
  community: {
    ...reading,
    ...reporting('unit', 'unit'),
    ...proving('own'),
    ...discussing('own'),
    'planning.task.read': 'own',
    ...doing('own'),
    ...judging('own'),
  },
  province: { ...steering, 'province.communes.read': 'all' },
  admin: {
    ...reading,
    ...reporting('all'),
    ...readingPapers,
    ...readingPapers,
    ...readingConclusions,
    ...sharing,
    ...administering,
    ...watchingDrafts,
  },
  auditor: {
    ...reading,
    ...reporting('all'),
    ...readingPapers,
    ...readingConclusions,
    ...watchingDrafts,
    'planning.escalation.read': 'all',
    'casework.reminder.read': 'all',
    'platform.audit.read': 'all',
    'platform.audit.export': 'all',
  },
};
