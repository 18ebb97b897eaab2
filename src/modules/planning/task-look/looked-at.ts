import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlacedList } from '#modules/lists/index.server.ts';
import { type AddressPart, addressOf, writeFilter } from '#platform/list/address.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { tableOf } from './task-look.ts';

/** The task list as a look draws it. */
export interface LookedAt {
  readonly ctx: Ctx;
  readonly calendar: WorkCalendar;
  readonly list: PlacedList;
  /** What the address says besides the filter. */
  readonly query: URLSearchParams;
  /** On paper nothing is pressed. */
  readonly isPrinted: boolean;
}

/** The address of the plain table of these tasks. */
export function tableAddress({ list }: Pick<LookedAt, 'list'>, filter: ListFilter = list.state): string {
  return addressOf(list.path, writeFilter(list.shape, tableOf(filter)));
}

/** The address of the same look with other words besides its filter. */
export function lookAddress({ list }: Pick<LookedAt, 'list'>, besides: readonly AddressPart[]): string {
  return addressOf(list.path, [...writeFilter(list.shape, list.state), ...besides]);
}
