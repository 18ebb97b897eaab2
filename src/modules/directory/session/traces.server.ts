import type { Trace } from '#platform/retention/purge-traces.server.ts';

/** What signing in leaves behind: sessions that have ended, second steps that were never taken, links for passwords. */
export const signInTraces: readonly Trace[] = [
  { what: 'ended-session', table: 'directory.session', isOld: 'expires_at < $1' },
  { what: 'sign-in-step', table: 'directory.sign_in_step', isOld: 'expires_at < $1' },
  { what: 'password-link', table: 'directory.password_link', isOld: 'expires_at < $1' },
];
