import { plainListRoutes } from '#modules/lists/index.server.ts';
import { get, post, type Route, type VisitRoute } from '#platform/http/route.ts';
import { changeEmailAction, changeEmailPage } from './account/pages/change-email.tsx';
import { changePasswordAction, changePasswordPage } from './account/pages/change-password.tsx';
import { chooseKeysAction, myAccountPage } from './account/pages/my-account.tsx';
import {
  accountLink,
  apiTokensLink,
  changeEmailLink,
  chooseKeysLink,
  challengeLink,
  changePasswordLink,
  closeAllSessionsLink,
  closeSessionLink,
  forgottenLink,
  leadershipLink,
  machineLink,
  machinesLink,
  machineTokensLink,
  makeLinkLink,
  passkeysLink,
  passwordLinkLink,
  proveByPasskeyLink,
  providerLink,
  providerReturnLink,
  removePasskeyLink,
  proofLink,
  redeliverLink,
  reuseLeadershipLink,
  revokeApiTokenLink,
  revokeMachineTokenLink,
  secondFactorDeedLink,
  secondFactorLink,
  signInByPasskeyLink,
  signInLink,
  signInRulesLink,
  signInStepLink,
  takeFactorAwayLink,
  signOutLink,
  webhookLink,
  webhooksLink,
} from './links.ts';
import { leadershipAction, leadershipPage, reuseLeadershipAction } from './leadership/pages/leadership.tsx';
import { forgottenAction, forgottenPage } from './password-link/pages/forgotten.tsx';
import { freshPasswordAction, freshPasswordPage } from './password-link/pages/fresh-password.tsx';
import { makeLinkAction } from './password-link/pages/made-link.tsx';
import { fromProvider, toProvider } from './identity-provider/pages/sign-in-by-provider.tsx';
import { addPasskeyAction, addPasskeyPage, removePasskeyAction } from './passkey/pages/add-passkey.tsx';
import {
  challengeData,
  proveByPasskeyAction,
  signInByPasskeyAction,
} from './passkey/pages/sign-in-by-passkey.tsx';
import { proofAction, proofPage } from './session/pages/proof.tsx';
import { closeAllSessionsAction, closeSessionAction } from './session/pages/sessions.tsx';
import { signInAction, signInPage, signOutAction } from './session/pages/sign-in.tsx';
import { signInStepAction, signInStepPage } from './session/pages/sign-in-step.tsx';
import {
  beginAction,
  confirmAction,
  renewCodesAction,
  secondFactorPage,
  turnOffAction,
} from './second-factor/pages/second-factor.tsx';
import { accountList } from './second-factor/pages/account-list.tsx';
import {
  requireFactorAction,
  signInRulesPage,
  takeFactorAwayAction,
} from './second-factor/pages/sign-in-rules.tsx';
import { createOwnTokenAction, ownTokensPage, revokeOwnTokenAction } from './api-token/pages/own-tokens.tsx';
import {
  endWebhookAction,
  pauseWebhookAction,
  redeliverAction,
  resumeWebhookAction,
  rotateSecretAction,
  testWebhookAction,
  webhookPage,
} from './webhook/pages/webhook.tsx';
import { createWebhookAction, webhookListPage } from './webhook/pages/webhook-list.tsx';
import { createMachineAction, machineListPage } from './machine/pages/machine-list.tsx';
import {
  createMachineTokenAction,
  endMachineAction,
  machinePage,
  restoreMachineAction,
  revokeMachineTokenAction,
} from './machine/pages/machine.tsx';
import {
  absenceList,
  absenceListPage,
  cancelAbsenceAction,
  recordAbsenceAction,
  restoreAbsenceAction,
} from './absence/pages/absence-list.tsx';
import {
  lockAccountAction,
  openAccountAction,
  openAllAction,
  resetPasswordAction,
  setRolesAction,
  unlockAccountAction,
} from './account/pages/account.tsx';
import {
  editOfficerAction,
  endOfficerAction,
  moveOfficerAction,
  officerPage,
  restoreOfficerAction,
} from './officer/pages/officer.tsx';
import {
  officerImportAction,
  officerImportPage,
  restoreImportAction,
  takeBackImportAction,
} from './officer-import/pages/officer-import.tsx';
import { officerList, officerListPage } from './officer/pages/officer-list.tsx';
import { createOfficerAction, newOfficerPage } from './officer/pages/officer-new.tsx';
import {
  createRoleAction,
  editRoleAction,
  endRoleAction,
  newRolePage,
  restoreRoleAction,
  rolePage,
} from './role/pages/role-form.tsx';
import { roleList, roleListPage } from './role/pages/role-list.tsx';
import { editSettingsAction, settingsPage } from './tenant/pages/settings.tsx';
import {
  createUnitAction,
  editUnitAction,
  endUnitAction,
  newUnitPage,
  restoreUnitAction,
  unitPage,
} from './unit/pages/unit-form.tsx';
import { reorderUnitAction, unitList, unitListPage } from './unit/pages/unit-list.tsx';

/** The pages of the administrator: units, officers and accounts, roles, absence, settings. */
const administrationRoutes: readonly Route[] = [
  get(leadershipLink, leadershipPage),
  post(leadershipLink, 'directory.leadership.set', leadershipAction),
  post(reuseLeadershipLink(':version'), 'directory.leadership.set', reuseLeadershipAction),
  get('/quan-tri/don-vi', unitListPage),
  ...plainListRoutes(unitList),
  get('/quan-tri/don-vi/moi', newUnitPage),
  post('/quan-tri/don-vi/moi', 'directory.unit.create', createUnitAction),
  get('/quan-tri/don-vi/:id', unitPage),
  post('/quan-tri/don-vi/:id', 'directory.unit.edit', editUnitAction),
  post('/quan-tri/don-vi/:id/thu-tu', 'directory.unit.reorder', reorderUnitAction),
  post('/quan-tri/don-vi/:id/ket-thuc', 'directory.unit.end', endUnitAction),
  post('/quan-tri/don-vi/:id/khoi-phuc', 'directory.unit.restore', restoreUnitAction),
  get('/quan-tri/can-bo', officerListPage),
  ...plainListRoutes(officerList),
  get('/quan-tri/can-bo/moi', newOfficerPage),
  post('/quan-tri/can-bo/moi', 'directory.officer.create', createOfficerAction),
  get('/quan-tri/can-bo/nhap', officerImportPage),
  post('/quan-tri/can-bo/nhap', 'directory.officer-import.enter', officerImportAction, {
    maxBytes: 2 * 1024 * 1024,
  }),
  post('/quan-tri/nhap-can-bo/:id/lay-lai', 'directory.officer-import.take-back', takeBackImportAction),
  post('/quan-tri/nhap-can-bo/:id/khoi-phuc', 'directory.officer-import.restore', restoreImportAction),
  get('/quan-tri/can-bo/:id', officerPage),
  post('/quan-tri/can-bo/:id', 'directory.officer.edit', editOfficerAction),
  post('/quan-tri/can-bo/:id/chuyen', 'directory.officer.move', moveOfficerAction),
  post('/quan-tri/can-bo/:id/ket-thuc', 'directory.officer.end', endOfficerAction),
  post('/quan-tri/can-bo/:id/khoi-phuc', 'directory.officer.restore', restoreOfficerAction),
  post('/quan-tri/can-bo/:id/tai-khoan', 'directory.account.create', openAccountAction),
  post('/quan-tri/can-bo/:id/tai-khoan/khoa', 'directory.account.lock', lockAccountAction),
  post('/quan-tri/can-bo/:id/tai-khoan/mo-khoa', 'directory.account.unlock', unlockAccountAction),
  post('/quan-tri/can-bo/:id/tai-khoan/mat-khau', 'directory.account.reset-password', resetPasswordAction),
  post('/quan-tri/can-bo/:id/tai-khoan/vai-tro', 'directory.account.set-roles', setRolesAction),
  post('/quan-tri/tai-khoan', 'directory.account.create', openAllAction),
  get('/quan-tri/vang-mat', absenceListPage),
  ...plainListRoutes(absenceList),
  post('/quan-tri/vang-mat', 'directory.absence.record', recordAbsenceAction),
  post('/quan-tri/vang-mat/:id/huy', 'directory.absence.cancel', cancelAbsenceAction),
  post('/quan-tri/vang-mat/:id/khoi-phuc', 'directory.absence.restore', restoreAbsenceAction),
  get('/quan-tri/cai-dat', settingsPage),
  post('/quan-tri/cai-dat', 'directory.tenant.edit', editSettingsAction),
  get('/quan-tri/vai-tro', roleListPage),
  ...plainListRoutes(roleList),
  get('/quan-tri/vai-tro/moi', newRolePage),
  post('/quan-tri/vai-tro/moi', 'directory.role.create', createRoleAction),
  get('/quan-tri/vai-tro/:id', rolePage),
  post('/quan-tri/vai-tro/:id', 'directory.role.edit', editRoleAction),
  post('/quan-tri/vai-tro/:id/ket-thuc', 'directory.role.end', endRoleAction),
  post('/quan-tri/vai-tro/:id/khoi-phuc', 'directory.role.restore', restoreRoleAction),
  get(machinesLink, machineListPage),
  post(machinesLink, 'directory.machine.create', createMachineAction),
  get(machineLink(':id'), machinePage),
  post(machineLink(':id', 'ngung'), 'directory.machine.end', endMachineAction),
  post(machineLink(':id', 'dung-lai'), 'directory.machine.restore', restoreMachineAction),
  post(machineTokensLink(':id'), 'directory.machine.create-token', createMachineTokenAction),
  post(revokeMachineTokenLink(':id', ':token'), 'directory.machine.revoke-token', revokeMachineTokenAction),
  get(webhooksLink, webhookListPage),
  post(webhooksLink, 'directory.webhook.create', createWebhookAction),
  get(webhookLink(':id'), webhookPage),
  post(webhookLink(':id', 'doi-khoa'), 'directory.webhook.rotate', rotateSecretAction),
  post(webhookLink(':id', 'tam-ngung'), 'directory.webhook.pause', pauseWebhookAction),
  post(webhookLink(':id', 'gui-tiep'), 'directory.webhook.resume', resumeWebhookAction),
  post(webhookLink(':id', 'gui-thu'), 'directory.webhook.test', testWebhookAction),
  post(webhookLink(':id', 'bo'), 'directory.webhook.end', endWebhookAction),
  post(redeliverLink(':id'), 'directory.webhook.redeliver', redeliverAction),
  post(redeliverLink(':id', ':letter'), 'directory.webhook.redeliver', redeliverAction),
];

export const routes: readonly Route[] = [
  post(signOutLink, 'directory.session.close', signOutAction),
  get(accountLink, myAccountPage),
  get(changePasswordLink, changePasswordPage),
  post(changePasswordLink, 'directory.account.change-password', changePasswordAction),
  get(changeEmailLink, changeEmailPage),
  post(changeEmailLink, 'directory.account.change-email', changeEmailAction),
  post(chooseKeysLink, 'directory.account.choose-keys', chooseKeysAction),
  get(proofLink(), proofPage),
  post(proofLink(), 'directory.session.prove', proofAction),
  post(closeSessionLink(':id'), 'directory.session.close', closeSessionAction),
  post(closeAllSessionsLink, 'directory.session.close-all', closeAllSessionsAction),
  post(proveByPasskeyLink, 'directory.session.prove', proveByPasskeyAction),
  get(passkeysLink, addPasskeyPage),
  post(passkeysLink, 'directory.passkey.add', addPasskeyAction),
  post(removePasskeyLink(':id'), 'directory.passkey.remove', removePasskeyAction),
  get(secondFactorLink, secondFactorPage),
  post(secondFactorLink, 'directory.second-factor.begin', beginAction),
  post(secondFactorDeedLink('xac-nhan'), 'directory.second-factor.turn-on', confirmAction),
  post(secondFactorDeedLink('tat'), 'directory.second-factor.turn-off', turnOffAction),
  post(secondFactorDeedLink('ma-du-phong'), 'directory.second-factor.renew-codes', renewCodesAction),
  get(signInRulesLink, signInRulesPage),
  ...plainListRoutes(accountList),
  post(signInRulesLink, 'directory.role.require-factor', requireFactorAction),
  post(takeFactorAwayLink(':id'), 'directory.second-factor.take-away', takeFactorAwayAction),
  post(makeLinkLink(':id'), 'directory.password-link.make', makeLinkAction),
  get(apiTokensLink, ownTokensPage),
  post(apiTokensLink, 'directory.api-token.create', createOwnTokenAction),
  post(revokeApiTokenLink(':id'), 'directory.api-token.revoke', revokeOwnTokenAction),
  ...administrationRoutes,
];

export const visitRoutes: readonly VisitRoute[] = [
  { verb: 'get', path: signInLink(), handler: signInPage },
  { verb: 'post', path: signInLink(), handler: signInAction },
  { verb: 'get', path: signInStepLink(), handler: signInStepPage },
  { verb: 'post', path: signInStepLink(), handler: signInStepAction },
  { verb: 'get', path: challengeLink, handler: challengeData },
  { verb: 'post', path: signInByPasskeyLink, handler: signInByPasskeyAction },
  { verb: 'get', path: providerLink(), handler: toProvider },
  { verb: 'get', path: providerReturnLink, handler: fromProvider },
  { verb: 'get', path: forgottenLink, handler: forgottenPage },
  { verb: 'post', path: forgottenLink, handler: forgottenAction },
  { verb: 'get', path: passwordLinkLink(':token'), handler: freshPasswordPage },
  { verb: 'post', path: passwordLinkLink(':token'), handler: freshPasswordAction },
];
