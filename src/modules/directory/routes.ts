import { post, type Route } from '#platform/http/route.ts';
import { signOutLink } from './links.ts';
import { signOutAction } from './session/pages/sign-in.tsx';

export const routes: readonly Route[] = [post(signOutLink, 'directory.session.close', signOutAction)];
