import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

type Deed = 'create' | 'renew' | 'revoke';

/** Makes links to calendars of one's own, or gives one of one's own another secret, or ends it. */
export function may(actor: Actor, deed: Deed): Decision {
  const isPerson = actor.kind === 'person' && actor.accountId !== null;
  return isPerson && actor.grants.has(`planning.calendar-feed.${deed}`) ? allow : deny('no-grant');
}

/** A feed is seen by the one whose it is, and opens for as long as that person may make one. */
export function read(actor: Actor, feed: { readonly accountId: string }): Decision {
  return feed.accountId === actor.accountId ? may(actor, 'create') : deny('no-grant');
}
