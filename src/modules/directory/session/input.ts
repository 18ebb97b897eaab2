import { z } from 'zod';
import { longestPassword } from '../account/account.ts';
import { signInName } from '../account/input.ts';

/** What the sign-in form sends. A password longer than the limit is refused before it costs any work. */
export const signInForm = z.object({
  name: signInName,
  password: z.string().min(1).max(longestPassword),
});
