import { z } from 'zod';
import { longestPassword } from '../account/account.ts';
import { signInName } from '../account/input.ts';

/** A password that somebody has already; one longer than the limit is refused before it costs any work. */
const knownPassword = z.string().min(1).max(longestPassword);

/** What the sign-in form sends. */
export const signInForm = z.object({ name: signInName, password: knownPassword });

/** What a person shows to prove again who they are. */
export const proofForm = z.object({ password: knownPassword });
