import reference from '../../../../seed/reference/abolished-bodies.json' with { type: 'json' };
import type { AbolishedBody } from './abolished-body.ts';
import { referenceBodies } from './input.ts';

let kept: readonly AbolishedBody[] | undefined;

/** The bodies, tiers and posts that no longer exist, as the product ships them; throws when the file is not well formed. */
export function loadAbolishedBodies(): readonly AbolishedBody[] {
  kept ??= referenceBodies.parse(reference);
  return kept;
}
