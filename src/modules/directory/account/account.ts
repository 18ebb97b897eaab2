import { isCommonPassword } from './common-password.ts';

/** Length is what makes a password hard to guess; which kinds of characters it holds is nobody's business. */
export const shortestPassword = 10;
/** A longer one would only cost work. */
export const longestPassword = 200;

export type PasswordProblem = 'password-short' | 'password-long' | 'password-common' | 'password-name';

/**
 * What is wrong with a new password, if anything: too short, too long, among those that everybody tries first, or the
 * sign-in name with something around it. No rule asks for capitals, digits or a change every quarter.
 */
export function passwordProblem(password: string, signInName: string): PasswordProblem | undefined {
  const length = [...password].length;
  if (length < shortestPassword) return 'password-short';
  if (length > longestPassword) return 'password-long';
  if (isCommonPassword(password)) return 'password-common';
  const isMostlyName = password.toLowerCase().includes(signInName) && length - signInName.length < 6;
  return isMostlyName ? 'password-name' : undefined;
}
