import { Forbidden } from '#platform/http/thrown.ts';

/** The answer of a policy: yes, or no with the code of the reason. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

export const allow: Decision = { allowed: true };

/** No, and why: the code is turned into a sentence by the page that shows it. */
export function deny(reason: string): Decision {
  return { allowed: false, reason };
}

/** Goes on only when the policy allows; otherwise throws `Forbidden`, which becomes a 403 page. */
export function must(decision: Decision): void {
  if (!decision.allowed) throw new Forbidden(decision.reason);
}
