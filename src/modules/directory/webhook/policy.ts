import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';

/** Says which other systems are told of what; who may do that sees all of them. */
export function create(actor: Actor): Decision {
  return granted(actor, 'directory.webhook.create');
}

/** Gives an address another signing secret. */
export function rotate(actor: Actor): Decision {
  return granted(actor, 'directory.webhook.rotate');
}

/** Stops sending for a while; the system does so itself after long failure. */
export function pause(actor: Actor): Decision {
  return granted(actor, 'directory.webhook.pause');
}

/** Goes on sending. */
export function resume(actor: Actor): Decision {
  return granted(actor, 'directory.webhook.resume');
}

/** Stops telling an address for good. */
export function end(actor: Actor): Decision {
  return granted(actor, 'directory.webhook.end');
}

/** Sends again what was given up. */
export function redeliver(actor: Actor): Decision {
  return granted(actor, 'directory.webhook.redeliver');
}

/** Sends an event for a trial. */
export function test(actor: Actor): Decision {
  return granted(actor, 'directory.webhook.test');
}

function granted(actor: Actor, act: string): Decision {
  return actor.grants.get(act) === 'all' ? allow : deny('no-grant');
}
