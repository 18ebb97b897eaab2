import { get, post, type Route, type VisitRoute } from '#platform/http/route.ts';
import { changePasswordAction, changePasswordPage } from './account/pages/change-password.tsx';
import { myAccountPage } from './account/pages/my-account.tsx';
import {
  accountLink,
  changePasswordLink,
  closeAllSessionsLink,
  closeSessionLink,
  proofLink,
  signInLink,
  signOutLink,
} from './links.ts';
import { proofAction, proofPage } from './session/pages/proof.tsx';
import { closeAllSessionsAction, closeSessionAction } from './session/pages/sessions.tsx';
import { signInAction, signInPage, signOutAction } from './session/pages/sign-in.tsx';

export const routes: readonly Route[] = [
  post(signOutLink, 'directory.session.close', signOutAction),
  get(accountLink, myAccountPage),
  get(changePasswordLink, changePasswordPage),
  post(changePasswordLink, 'directory.account.change-password', changePasswordAction),
  get(proofLink(), proofPage),
  post(proofLink(), 'directory.session.prove', proofAction),
  post(closeSessionLink(':id'), 'directory.session.close', closeSessionAction),
  post(closeAllSessionsLink, 'directory.session.close-all', closeAllSessionsAction),
];

export const visitRoutes: readonly VisitRoute[] = [
  { verb: 'get', path: signInLink(), handler: signInPage },
  { verb: 'post', path: signInLink(), handler: signInAction },
];
