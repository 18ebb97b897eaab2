import { z } from 'zod';
import { longestPassword } from '../account/account.ts';
import { signInName } from '../account/input.ts';

/** A password that somebody has already; one longer than the limit is refused before it costs any work. */
const knownPassword = z.string().min(1).max(longestPassword);

/** What the sign-in form sends. */
export const signInForm = z.object({ name: signInName, password: knownPassword });

/** A code of the second factor as it was typed; the longest is a recovery code with spaces. */
const typedCode = z.string().min(1).max(40);

/** What the second step of signing in sends. */
export const codeForm = z.object({ code: typedCode });

/** What a person shows to prove again who they are: the second factor, or the password where there is none. */
export const proofForm = z.union([z.object({ code: typedCode }), z.object({ password: knownPassword })]);
