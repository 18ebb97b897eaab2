import { readList } from '#platform/list/address.ts';
import type { ListState } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { selectionNames } from '../links.ts';
import { allWord, chosenWord } from '../list-page/selected.ts';
import type { BulkDeed, BulkList, BulkTarget } from './bulk-list.server.ts';
import { type DeedInput, isFilledIn, mostAtOnce, mostRows } from './bulk-run.ts';

/** A selection as an address or a form brings it. */
export interface Selected {
  readonly filter: ListState;
  readonly ids: readonly string[];
  /** All rows of the filter, also those on other pages. */
  readonly isAll: boolean;
}

/** Reads which rows were ticked. `given` is an address or a form, whose further fields are the deed's own. */
export function readSelected(list: BulkList, given: URLSearchParams): Selected {
  const known = [...given].filter(([name]) => !selectionNames.includes(name) && isOfFilter(list, name));
  const ids = [...new Set(given.getAll(chosenWord).map((id) => id.toLowerCase()))];
  return { filter: readList(list.shape, known), ids: ids.slice(0, 500), isAll: given.get(allWord) === '1' };
}

function isOfFilter(list: BulkList, name: string): boolean {
  const [first = '', second] = name.split('.');
  const field = /^hoac\d$/.test(first) ? second : first;
  return ['tim', 'xep'].includes(name) || Object.hasOwn(list.shape.fields, field ?? '');
}

/**
 * The rows of a selection that this person sees; `tooMany` with their number where the deed is not done to so many at
 * once. Of a deed that asks something for each row, the first ones.
 */
export async function rowsOf(
  ctx: Ctx,
  list: BulkList,
  selected: Selected,
  deed: BulkDeed | undefined,
): Promise<{ targets: BulkTarget[]; tooMany?: number }> {
  const most = mostRowsOf(deed);
  if (deed?.eachRow) {
    const found = selected.isAll ? list.all(ctx, selected.filter, most) : list.find(ctx, selected.ids);
    return { targets: (await found).slice(0, most) };
  }
  if (!selected.isAll) {
    const targets = await list.find(ctx, selected.ids);
    return targets.length > most ? { targets: [], tooMany: targets.length } : { targets };
  }
  const count = await list.count(ctx, selected.filter);
  if (count.isMore || count.rows > most) return { targets: [], tooMany: count.rows };
  return { targets: await list.all(ctx, selected.filter, most) };
}

/** The rows that are meant: of a deed that asks something for each row, those for which something was filled in. */
export function rowsMeant(
  deed: Pick<BulkDeed, 'eachRow'>,
  input: DeedInput,
  found: readonly BulkTarget[],
): readonly BulkTarget[] {
  return deed.eachRow ? found.filter(({ id }) => isFilledIn(input, id)) : found;
}

/** To so many rows the deed is done by one order. */
export function mostRowsOf(deed: Pick<BulkDeed, 'needsProof' | 'eachRow'> | undefined): number {
  if (deed?.eachRow) return deed.eachRow.most;
  return deed?.needsProof ? mostAtOnce : mostRows;
}
