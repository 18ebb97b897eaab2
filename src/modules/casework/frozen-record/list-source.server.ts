import { type ExportedList, exportOf, filterWords, type PlainList } from '#modules/lists/index.server.ts';
import { addressOf, readList, writeFilter } from '#platform/list/address.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Decision } from '#platform/session/decision.ts';
import type { FrozenList } from './frozen-source.ts';

/**
 * A list that goes into files, as a source of proof: who may take its rows out in a file may freeze them.
 * @param mayRead who may open the list at all, where the list itself does not tell by its rows
 */
export function listSource<Row>(list: ExportedList<Row>, mayRead?: (actor: Actor) => Decision): FrozenList {
  const filterOf = (query: string): ListFilter => readList(list.shape, new URLSearchParams(query));
  const written = (query: string) => addressOf('', writeFilter(list.shape, filterOf(query))).slice(1);
  return {
    name: list.path,
    isList: true,
    mayFreeze: (actor) => actor.grants.has(list.act) && (mayRead?.(actor).allowed ?? true),
    title: (ctx) => list.title(ctx),
    titleOf: (ctx) => Promise.resolve(list.title(ctx)),
    readQuery: written,
    unknownIn: (query) =>
      readList(list.shape, new URLSearchParams(query))
        .dropped.map(({ part }) => part)
        .join(', '),
    href: (query) => addressOf(list.path, writeFilter(list.shape, filterOf(query))),
    conditions: async (ctx, query) => {
      const filter = filterOf(query);
      return filterWords({ lang: ctx.lang, shape: list.shape, words: await list.words(ctx, filter) }, filter);
    },
    count: (ctx, query) => list.count(ctx, filterOf(query)),
    heads: (ctx) => list.columns(ctx).map(({ label }) => label),
    next: async (ctx, query, after, size) => {
      const columns = list.columns(ctx);
      const batch = await list.next(ctx, filterOf(query), after, size);
      return {
        rows: batch.rows.map((row) => columns.map((column) => column.value(row))),
        after: batch.after,
      };
    },
  };
}

/** The same for a list that is just a list. */
export function plainListSource<Row extends { readonly id: string }>(list: PlainList<Row>): FrozenList {
  return listSource(exportOf(list), (actor) => list.mayRead(actor));
}
