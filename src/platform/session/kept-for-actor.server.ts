import { CompiledQuery } from 'kysely';
import type { Clock } from '#platform/clock/clock.ts';
import type { Actor } from './actor.ts';
import type { Ctx } from './ctx.ts';

/** What such a query may be put together from: who asks, where and on which day. */
export type Asker = Pick<Ctx, 'tenant' | 'actor' | 'db'> & { readonly clock: Pick<Clock, 'today'> };

interface Kept {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** So many askers are known at once; then they are learned anew. */
const mostAskers = 500;
const keys = new WeakMap<Actor, string>();

/**
 * A query that depends on nothing but who asks and the day: put together and compiled once for each person with the same
 * rights, since that takes longer than the database needs to answer. Everything that `build` may look at is part of what
 * it is kept by, so that a right that is given or taken counts at the next request. What is kept is the question; it is
 * asked anew each time. `undefined` where there is nothing to ask.
 */
export function keptForActor<Row>(
  build: (asker: Asker) => { compile(): CompiledQuery<Row> } | undefined,
): (ctx: Ctx) => Promise<Row[]> {
  const known = new Map<string, Kept | null>();
  return async (ctx) => {
    const today = ctx.clock.today();
    const key = `${ctx.tenant.id} ${today} ${keyOf(ctx.actor)}`;
    let kept = known.get(key);
    if (kept === undefined) {
      const { tenant, actor, db } = ctx;
      const compiled = build({ tenant, actor, db, clock: { today: () => today } })?.compile();
      kept = compiled ? { text: compiled.sql, values: compiled.parameters } : null;
      if (known.size >= mostAskers) known.clear();
      known.set(key, kept);
    }
    if (kept === null) return [];
    const { rows } = await ctx.db.executeQuery<Row>(CompiledQuery.raw(kept.text, [...kept.values]));
    return rows;
  };
}

/** All of an actor that a query may depend on. */
function keyOf(actor: Actor): string {
  const known = keys.get(actor);
  if (known !== undefined) return known;
  const { grants, standsInFor, ...plain } = actor;
  const absent = standsInFor?.map((one) => [one.officerId, one.unitIds, [...one.grants]]);
  const key = JSON.stringify([plain, [...grants], absent]);
  keys.set(actor, key);
  return key;
}
