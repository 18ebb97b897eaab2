import { createHash } from 'node:crypto';
import type { CompiledQuery } from 'kysely';
import type { Clock } from '#platform/clock/clock.ts';
import { askKept, keep, places } from '#platform/db/kept-query.ts';
import type { Actor } from './actor.ts';
import type { Ctx } from './ctx.ts';

/** What such a query may be put together from: who asks, where and on which day. */
export type Asker = Pick<Ctx, 'tenant' | 'actor' | 'db'> & { readonly clock: Pick<Clock, 'today'> };

/** So many askers are known at once; then they are learned anew. */
const mostAskers = 500;
const keys = new WeakMap<Actor, string>();
const keysOfGrants = new WeakMap<Actor['grants'], string>();

/**
 * A query whose text depends on nothing but who asks and the day: put together and compiled once for each person with
 * the same rights, since that takes longer than the database needs to answer. Everything that `build` may look at is
 * part of what it is kept by, so that a right that is given or taken counts at the next request. What is kept is the
 * question; it is asked anew each time, with the values of the moment. Nothing is asked where `build` gives `undefined`.
 *
 * @param build puts the query together; each value must go into it as it was given, for only its place is remembered
 */
export function keptForActor<Row, Values extends object = object>(
  build: (asker: Asker, values: Values) => { compile(): CompiledQuery<Row> } | undefined,
): (ctx: Ctx, values: Values) => Promise<Row[]> {
  const known = new Map<string, CompiledQuery<Row> | null>();
  return async (ctx, values) => {
    const today = ctx.clock.today();
    const key = `${ctx.tenant.id} ${today} ${keyOf(ctx.actor)}`;
    let kept = known.get(key);
    if (kept === undefined) {
      const { tenant, actor, db } = ctx;
      const query = build({ tenant, actor, db, clock: { today: () => today } }, places as Values);
      kept = query ? keep(query) : null;
      if (known.size >= mostAskers) known.clear();
      known.set(key, kept);
    }
    return kept === null ? [] : askKept(ctx.db, kept, values);
  };
}

/**
 * The same for a query that is put together from a description too: kept apart for each, so that descriptions are
 * constants of the code.
 */
export function keptForActorAndEach<Each extends object, Row, Values extends object>(
  build: (each: Each, asker: Asker, values: Values) => { compile(): CompiledQuery<Row> },
): (each: Each, ctx: Ctx, values: Values) => Promise<Row[]> {
  const known = new WeakMap<Each, (ctx: Ctx, values: Values) => Promise<Row[]>>();
  return (each, ctx, values) => {
    let kept = known.get(each);
    if (!kept) {
      kept = keptForActor((asker, placed: Values) => build(each, asker, placed));
      known.set(each, kept);
    }
    return kept(ctx, values);
  };
}

/** All of an actor that a query may depend on. */
function keyOf(actor: Actor): string {
  const known = keys.get(actor);
  if (known !== undefined) return known;
  const { grants, standsInFor, ...plain } = actor;
  const absent = standsInFor?.map((one) => [one.officerId, one.unitIds, keyOfGrants(one.grants)]);
  const key = JSON.stringify([plain, keyOfGrants(grants), absent]);
  keys.set(actor, key);
  return key;
}

function keyOfGrants(grants: Actor['grants']): string {
  const known = keysOfGrants.get(grants);
  if (known !== undefined) return known;
  const key = createHash('sha256')
    .update(JSON.stringify([...grants]))
    .digest('base64');
  keysOfGrants.set(grants, key);
  return key;
}
