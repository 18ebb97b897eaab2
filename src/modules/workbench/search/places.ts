import { ownDaysLink } from '#modules/calendar/links.ts';
import {
  channelsLink,
  deliveriesLink,
  issuedPapersLink,
  newPaperLink,
  trustedCertificatesLink,
} from '#modules/casework/links.ts';
import {
  absencesLink,
  accountLink,
  apiTokensLink,
  changeEmailLink,
  contactsLink,
  changePasswordLink,
  machinesLink,
  newOfficerLink,
  newUnitLink,
  officerImportLink,
  officersLink,
  passkeysLink,
  rolesLink,
  secondFactorLink,
  settingsLink,
  signInRulesLink,
  unitsLink,
  webhooksLink,
} from '#modules/directory/links.ts';
import {
  calendarLink,
  conclusionsLink,
  draftsLink,
  objectivesLink,
  plansLink,
  progressLink,
  reviewsLink,
  startLink,
  targetsLink,
  tasksLink,
  templatesLink,
} from '#modules/planning/links.ts';
import {
  newReportPeriodLink,
  reportCalendarLink,
  reportHandInsLink,
  reportPeriodsLink,
} from '#modules/planning/links.ts';
import type { Actor } from '#platform/session/actor.ts';
import { auditLink, homeLink, keysLink, myWorkLink, noticesLink, systemLink, trashLink } from '../links.ts';
import type { Texts } from './texts.ts';

/** A page that people go to, or a thing that they begin there. */
export interface Place {
  readonly name: keyof Texts['places'];
  readonly href: string;
  /** The grant without which the page is closed; absent for pages of everybody. */
  readonly act?: string;
}

/** Every page and beginning that can be called by name, in the order of the menu. */
const places: readonly Place[] = [
  { name: 'home', href: homeLink },
  { name: 'myWork', href: myWorkLink(), act: 'planning.task.read' },
  { name: 'notices', href: noticesLink(), act: 'workbench.notice.read' },
  { name: 'plans', href: plansLink, act: 'planning.plan.read' },
  { name: 'tasks', href: tasksLink(), act: 'planning.task.read' },
  { name: 'lateTasks', href: tasksLink({ han: 'late' }), act: 'planning.task.read' },
  { name: 'soonTasks', href: tasksLink({ han: 'soon' }), act: 'planning.task.read' },
  { name: 'assign', href: tasksLink({ 'sau-ro': 'chua-giao' }), act: 'planning.task.assign' },
  { name: 'conclusions', href: conclusionsLink, act: 'planning.conclusion.read' },
  { name: 'templates', href: templatesLink, act: 'planning.task-template.read' },
  { name: 'progress', href: progressLink(), act: 'planning.task.read' },
  { name: 'issuedPapers', href: issuedPapersLink, act: 'casework.issued-paper.read' },
  { name: 'draftPaper', href: newPaperLink(), act: 'casework.issued-paper.draft' },
  { name: 'objectives', href: objectivesLink(), act: 'planning.plan.read' },
  { name: 'reviews', href: reviewsLink(), act: 'planning.unit-head-review.read' },
  { name: 'targets', href: targetsLink(), act: 'planning.plan.read' },
  { name: 'calendar', href: calendarLink(), act: 'planning.plan.read' },
  { name: 'reportCalendar', href: reportCalendarLink(), act: 'planning.report-period.read' },
  { name: 'reportPeriods', href: reportPeriodsLink(), act: 'planning.report-period.read' },
  { name: 'unitReports', href: reportHandInsLink(), act: 'planning.report-hand-in.read' },
  { name: 'orderReport', href: newReportPeriodLink, act: 'planning.report-period.add' },
  { name: 'drafts', href: draftsLink, act: 'planning.plan-draft.read' },
  { name: 'upload', href: draftsLink, act: 'planning.plan-draft.upload' },
  { name: 'startDraft', href: startLink(), act: 'planning.plan-draft.edit' },
  { name: 'officers', href: officersLink, act: 'directory.officer.edit' },
  { name: 'newOfficer', href: newOfficerLink, act: 'directory.officer.create' },
  { name: 'importOfficers', href: officerImportLink, act: 'directory.officer-import.enter' },
  { name: 'units', href: unitsLink, act: 'directory.unit.edit' },
  { name: 'newUnit', href: newUnitLink, act: 'directory.unit.create' },
  { name: 'roles', href: rolesLink, act: 'directory.role.edit' },
  { name: 'absences', href: absencesLink, act: 'directory.absence.record' },
  { name: 'ownDays', href: ownDaysLink, act: 'calendar.own-day.set' },
  { name: 'signatures', href: trustedCertificatesLink(), act: 'casework.trusted-certificate.add' },
  { name: 'trash', href: trashLink(), act: 'workbench.trash.restore' },
  { name: 'settings', href: settingsLink, act: 'directory.tenant.edit' },
  { name: 'machines', href: machinesLink, act: 'directory.machine.create' },
  { name: 'channels', href: channelsLink, act: 'casework.delivery.read' },
  { name: 'deliveries', href: deliveriesLink(), act: 'casework.delivery.read' },
  { name: 'webhooks', href: webhooksLink, act: 'directory.webhook.create' },
  { name: 'signInRules', href: signInRulesLink, act: 'directory.role.require-factor' },
  { name: 'audit', href: auditLink(), act: 'platform.audit.read' },
  { name: 'system', href: systemLink, act: 'workbench.system.read' },
  { name: 'account', href: accountLink },
  { name: 'password', href: changePasswordLink },
  { name: 'email', href: changeEmailLink },
  { name: 'contacts', href: contactsLink },
  { name: 'factor', href: secondFactorLink },
  { name: 'passkeys', href: passkeysLink },
  { name: 'tokens', href: apiTokensLink },
  { name: 'keys', href: keysLink },
];

/** The places that are open to this person. */
export function placesOf(actor: Pick<Actor, 'grants'>): readonly Place[] {
  return places.filter(({ act }) => act === undefined || actor.grants.has(act));
}
