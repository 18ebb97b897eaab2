import { get, post, type Route, type VisitRoute } from '#platform/http/route.ts';
import { administrationRoutes } from './administration-routes.ts';
import { changeEmailAction, changeEmailPage } from './account/pages/change-email.tsx';
import { changePasswordAction, changePasswordPage } from './account/pages/change-password.tsx';
import { myAccountPage } from './account/pages/my-account.tsx';
import {
  accountLink,
  changeEmailLink,
  challengeLink,
  changePasswordLink,
  closeAllSessionsLink,
  closeSessionLink,
  forgottenLink,
  makeLinkLink,
  passkeysLink,
  passwordLinkLink,
  proveByPasskeyLink,
  providerLink,
  providerReturnLink,
  removePasskeyLink,
  proofLink,
  secondFactorDeedLink,
  secondFactorLink,
  signInByPasskeyLink,
  signInLink,
  signInRulesLink,
  signInStepLink,
  takeFactorAwayLink,
  signOutLink,
} from './links.ts';
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
import {
  requireFactorAction,
  signInRulesPage,
  takeFactorAwayAction,
} from './second-factor/pages/sign-in-rules.tsx';

export const routes: readonly Route[] = [
  post(signOutLink, 'directory.session.close', signOutAction),
  get(accountLink, myAccountPage),
  get(changePasswordLink, changePasswordPage),
  post(changePasswordLink, 'directory.account.change-password', changePasswordAction),
  get(changeEmailLink, changeEmailPage),
  post(changeEmailLink, 'directory.account.change-email', changeEmailAction),
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
  post(signInRulesLink, 'directory.role.require-factor', requireFactorAction),
  post(takeFactorAwayLink(':id'), 'directory.second-factor.take-away', takeFactorAwayAction),
  post(makeLinkLink(':id'), 'directory.password-link.make', makeLinkAction),
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
