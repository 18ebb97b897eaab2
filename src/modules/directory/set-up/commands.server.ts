import { sql } from 'kysely';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, type Refused, refused } from '#platform/db/outcome.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx, TenantRef } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import type { PasswordProblem } from '../account/account.ts';
import { createAccount } from '../account/commands.server.ts';
import { createOfficer } from '../officer/commands.server.ts';
import { createTenant } from '../tenant/commands.server.ts';
import { whatIsSetUp } from '../tenant/queries.server.ts';
import { createUnits } from '../unit/commands.server.ts';
import { type Place, slugOf } from './place.ts';

/** The first office of a database: its place, its administrator, its units; the administrator stands in the first. */
export interface FirstOffice {
  readonly place: Place;
  /** What the office is called, with its level. */
  readonly tenantName: string;
  readonly fullName: string;
  readonly positionTitle: string;
  readonly signInName: string;
  readonly password: string;
  readonly units: readonly string[];
}

type SetUpRefusal = 'set-up-already' | 'name-taken' | PasswordProblem | 'no-such-unit';

const acts = [
  'directory.tenant.create',
  'directory.unit.create',
  'directory.officer.create',
  'directory.account.create',
] as const;

const lock = 7_301_207;

/**
 * Sets the first office up in one transaction: all of it stands, or nothing does. Refuses when any tenant stands,
 * also when two set up at the same time.
 */
export async function setUpFirstOffice(
  visit: Pick<Visit, 'services' | 'lang' | 'requestId'>,
  office: FirstOffice,
): Promise<Outcome<TenantRef, SetUpRefusal>> {
  const { place } = office;
  const tenant: TenantRef = {
    id: newId<'tenant'>(),
    kind: place.kind,
    name: office.tenantName,
    level: place.level,
    slug: slugOf(place.name),
    isDemo: false,
  };
  try {
    await openCtx(visit.services, 'write', { ...visit, tenant, actor: systemActor('set-up', acts) }, (ctx) =>
      build(ctx, office),
    );
    return done(tenant);
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal;
    throw error;
  }
}

async function build(ctx: Ctx, office: FirstOffice): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lock})`.execute(ctx.db);
  if ((await whatIsSetUp(ctx.db)) !== 'nothing') throw new TakenBack(refused('set-up-already'));
  const { place } = office;
  await createTenant(ctx, { parentId: null, provinceName: place.provinceName, officialCode: place.code });
  const units = kept(
    await createUnits(
      ctx,
      office.units.map((name) => ({ name, isCollective: false })),
    ),
  );
  const officerId = kept(
    await createOfficer(ctx, {
      fullName: office.fullName,
      unitId: units.get(office.units[0] ?? '') as Id<'unit'>,
      positionTitle: office.positionTitle,
      isHead: false,
    }),
  );
  kept(await createAccount(ctx, { ...office, officerId, roles: ['admin'] }));
}

/** A part was refused: the whole transaction ends, and the refusal is the answer. */
class TakenBack extends Error {
  override readonly name = 'TakenBack';
  constructor(readonly refusal: Refused<SetUpRefusal>) {
    super(refusal.code);
  }
}

function kept<Value>(outcome: Outcome<Value, SetUpRefusal>): Value {
  if (!outcome.ok) throw new TakenBack(outcome);
  return outcome.value;
}
