import fc from 'fast-check';
import { newId, type Id } from '#platform/db/id.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Actor, Scope, StoodInFor } from './actor.ts';
import type { Ctx, TenantRef } from './ctx.ts';
import { openCtx, type Services } from './open-ctx.ts';

/** From what actors are drawn: the acts that matter, and whose records there are. */
export interface Drawn {
  readonly acts: readonly string[];
  readonly unitIds?: readonly Id<'unit'>[];
  readonly officerIds?: readonly Id<'officer'>[];
  readonly accountIds?: readonly Id<'account'>[];
}

/** Where a property is tried. */
export interface Place {
  readonly services: Services;
  readonly tenant: TenantRef;
}

/** Something that people do with one record, and who may. */
export interface Deed<Thing> {
  readonly name: string;
  may(actor: Actor, record: Thing): boolean;
  run(ctx: Ctx, id: string): Promise<unknown>;
}

const scopes = ['all', 'unit', 'own', undefined] as const;

/** How an attempt ended; a refusal of the rules (not of rights) counts as allowed. */
export type Attempt = 'allowed' | 'forbidden' | 'not-found';

/** Draws people with any grants, units and absent colleagues for whom they stand in. */
export function anybody(from: Drawn): fc.Arbitrary<Actor> {
  const persona = personaFrom(from);
  const account = fc.option(
    fc.constantFrom(...(from.accountIds?.length ? from.accountIds : [newId<'account'>()])),
    {
      nil: newId<'account'>(),
    },
  );
  return fc
    .record({ self: persona, account, absent: fc.array(persona, { maxLength: 2 }) })
    .map(({ self, account: accountId, absent }) => ({
      ...self,
      kind: 'person' as const,
      accountId,
      name: 'Người thử',
      unitName: '',
      roles: [],
      ...(absent.length > 0 ? { standsInFor: absent } : {}),
    }));
}

function personaFrom(from: Drawn): fc.Arbitrary<StoodInFor> {
  const grants = fc
    .tuple(
      ...from.acts.map((act) =>
        fc.constantFrom<Scope | undefined>(...scopes).map((scope) => [act, scope] as const),
      ),
    )
    .map((pairs) => new Map(pairs.filter((pair): pair is readonly [string, Scope] => pair[1] !== undefined)));
  return fc.record({
    officerId: from.officerIds?.length
      ? fc.option(fc.constantFrom(...from.officerIds), { nil: null })
      : fc.constant(null),
    unitIds: from.unitIds?.length
      ? fc.uniqueArray(fc.constantFrom(...from.unitIds), { maxLength: 3 })
      : fc.constant([]),
    grants,
  });
}

/** Opens a `Ctx` for somebody made up, who has just shown who they are; what is written is taken back. */
export async function asAnybody<Result>(
  { services, tenant }: Place,
  actor: Actor,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  const session = { id: newId<'session'>(), provenAt: services.clock.now() };
  const takenBack = new Error('taken back');
  let result: { value: Result } | undefined;
  const occasion = { tenant, actor, lang: 'vi' as const, requestId: 'rights', session };
  try {
    await openCtx(services, 'write', occasion, async (ctx) => {
      result = { value: await work(ctx) };
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
  if (!result) throw new Error('the work gave nothing');
  return result.value;
}

/** Tries a deed without leaving a trace, and says how far the person came. */
export async function attempt(
  place: Place,
  actor: Actor,
  work: (ctx: Ctx) => Promise<unknown>,
): Promise<Attempt> {
  try {
    await asAnybody(place, actor, work);
    return 'allowed';
  } catch (error) {
    if (error instanceof Forbidden) return 'forbidden';
    if (error instanceof NotFound) return 'not-found';
    throw error;
  }
}

/** Somebody who may do everything, for proving that not even they reach another tenant. */
export function allPowerful(from: Drawn): Actor {
  return {
    kind: 'person',
    accountId: newId<'account'>(),
    officerId: null,
    name: 'Người thử',
    unitIds: from.unitIds ?? [],
    unitName: '',
    roles: [],
    grants: new Map(from.acts.map((act) => [act, 'all' as const])),
  };
}

/** Draws actors and demands that a query shows just the records that the policy lets each of them read. */
export async function showsWhatMayBeRead<Thing>(
  place: Place,
  from: Drawn,
  given: {
    readonly records: ReadonlyMap<string, Thing>;
    mayRead(actor: Actor, record: Thing): boolean;
    /** Ids that the query shows; `Forbidden` counts as none. */
    shown(ctx: Ctx): Promise<readonly string[]>;
  },
  runs = 60,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anybody(from), async (actor) => {
      const allowed = [...given.records]
        .filter(([, record]) => given.mayRead(actor, record))
        .map(([id]) => id);
      const shown = await asAnybody(place, actor, (ctx) => given.shown(ctx)).catch((error: unknown) => {
        if (error instanceof Forbidden) return [];
        throw error;
      });
      const differ = { missing: without(allowed, shown), tooMuch: without(shown, allowed) };
      if (differ.missing.length + differ.tooMuch.length > 0) throw new Error(JSON.stringify(differ));
    }),
    { numRuns: runs },
  );
}

/**
 * Draws actors, records and deeds, and demands that each deed is allowed or refused just as its policy says, and that
 * nobody, whatever their grants, reaches the record from another tenant.
 */
export async function doesWhatIsAllowed<Thing>(
  place: Place,
  elsewhere: TenantRef,
  from: Drawn,
  given: { readonly records: ReadonlyMap<string, Thing>; readonly deeds: readonly Deed<Thing>[] },
  runs = 100,
): Promise<void> {
  const drawn = fc.record({
    actor: anybody(from),
    record: fc.constantFrom(...given.records),
    deed: fc.constantFrom(...given.deeds),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ actor, record: [id, record], deed }) => {
      const came = await attempt(place, actor, (ctx) => deed.run(ctx, id));
      const may = deed.may(actor, record);
      if ((came === 'allowed') !== may) throw new Error(`${deed.name}: ${came}, and the policy says ${may}`);
    }),
    { numRuns: runs },
  );
  const stranger = allPowerful(from);
  for (const deed of given.deeds) {
    for (const id of given.records.keys()) {
      const came = await attempt({ ...place, tenant: elsewhere }, stranger, (ctx) => deed.run(ctx, id));
      if (came !== 'not-found') throw new Error(`${deed.name} from another tenant: ${came}`);
    }
  }
}

function without(these: readonly string[], those: readonly string[]): string[] {
  return these.filter((one) => !those.includes(one));
}
