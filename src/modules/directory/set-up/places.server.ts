import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { officialList } from './input.ts';
import type { Place } from './place.ts';

// Not imported: every process would hold the list from its start, and only the set-up of an empty product asks for it.
const file = join(productRoot, 'seed', 'reference', 'communes.json');

let kept: readonly Place[] | undefined;

/** Every province and commune of the official list. Throws when the file is not well formed. */
export function listPlaces(): readonly Place[] {
  kept ??= officialList.parse(JSON.parse(readFileSync(file, 'utf8')));
  return kept;
}
