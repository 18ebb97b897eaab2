import reference from '../../../../seed/reference/communes.json' with { type: 'json' };
import { officialList } from './input.ts';
import type { Place } from './place.ts';

let kept: readonly Place[] | undefined;

/** Every province and commune of the official list. Throws when the file is not well formed. */
export function listPlaces(): readonly Place[] {
  kept ??= officialList.parse(reference);
  return kept;
}
