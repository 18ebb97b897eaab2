import { z } from 'zod';
import { signInName } from '../account/input.ts';

/** Who has forgotten the password. */
export const forgottenForm = z.object({ name: signInName });
