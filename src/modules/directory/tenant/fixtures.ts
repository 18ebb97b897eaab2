import { type Id, newId } from '#platform/db/id.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx, TenantRef } from '#platform/session/ctx.ts';
import { openCtx, type Services } from '#platform/session/open-ctx.ts';
import { createAccount } from '../account/commands.server.ts';
import type { BuiltInRole } from '../account/role.ts';
import { createOfficer } from '../officer/commands.server.ts';
import { createUnits } from '../unit/commands.server.ts';
import { createTenant } from './commands.server.ts';
import { type StandingTenant, standingTenant } from './standing.server.ts';

export type { StandingTenant };

/** A tenant to set up, with its units and the people in them. */
export interface TenantPlan {
  readonly kind: TenantRef['kind'];
  readonly name: string;
  readonly level: string;
  readonly slug: string;
  readonly provinceName: string;
  readonly parentId: string | null;
  readonly isDemo: boolean;
  readonly units: readonly string[];
  readonly people: readonly PersonPlan[];
}

export interface PersonPlan {
  readonly fullName: string;
  readonly unit: string;
  readonly title: string;
  readonly isHead: boolean;
  readonly role: BuiltInRole;
  readonly signInName: string;
  readonly password: string;
}

/** Sets a tenant up by the product's own commands, all in one transaction. */
export async function setUpTenant(services: Services, plan: TenantPlan): Promise<StandingTenant> {
  const tenant: TenantRef = { ...plan, id: newId<'tenant'>() };
  const setUp = systemActor('set-up', [
    'directory.tenant.create',
    'directory.unit.create',
    'directory.officer.create',
    'directory.account.create',
  ]);
  const occasion = { tenant, lang: 'vi' as const, requestId: 'set-up', actor: setUp };
  const { units, accounts } = await openCtx(services, 'write', occasion, async (ctx) => {
    await createTenant(ctx, plan);
    const made = await createUnits(
      ctx,
      plan.units.map((name) => ({ name, isCollective: false })),
    );
    const accountIds = new Map<string, string>();
    for (const person of plan.people) accountIds.set(person.signInName, await enter(ctx, made, person));
    return { units: made.ok ? made.value : new Map<string, Id<'unit'>>(), accounts: accountIds };
  });
  return standingTenant(services, tenant, { units, accounts });
}

async function enter(
  ctx: Ctx,
  units: Awaited<ReturnType<typeof createUnits>>,
  person: PersonPlan,
): Promise<string> {
  const unitId = units.ok ? units.value.get(person.unit) : undefined;
  if (!unitId) throw new Error(`no unit ${person.unit}`);
  const officer = await createOfficer(ctx, { ...person, unitId, positionTitle: person.title });
  if (!officer.ok) throw new Error('the officer was refused');
  const account = await createAccount(ctx, { ...person, officerId: officer.value, roles: [person.role] });
  if (!account.ok) throw new Error(`the account ${person.signInName} was refused: ${account.code}`);
  return account.value;
}

const office = 'Văn phòng HĐND và UBND';
const culture = 'Phòng Văn hóa - Xã hội';
const economy = 'Phòng Kinh tế';
const centre = 'Trung tâm Phục vụ hành chính công';

/** The units that every commune has since July 2025. */
export const communeUnits: readonly string[] = [office, culture, economy, centre];

const testPeople: readonly (readonly [BuiltInRole, string, boolean])[] = [
  ['focal', culture, false],
  ['unit-head', culture, true],
  ['officer', economy, false],
  ['leader', office, true],
  ['clerk', centre, false],
  ['community', economy, false],
  ['admin', office, false],
  ['auditor', office, false],
];

let made = 0;

/** A commune of its own for a test, under a province if one is given, with one person of each role, signed in as `<role>.<slug>`. */
export async function testTenant(
  services: Services,
  parentId: string | null = null,
): Promise<StandingTenant & { signIn: (role: BuiltInRole) => string }> {
  made += 1;
  const slug = `xa-thu-${made}-${newId().slice(-8)}`;
  const signIn = (role: BuiltInRole) => `${role}.${slug}`;
  const standing = await setUpTenant(services, {
    kind: 'commune',
    name: `xã Thử ${made}`,
    level: 'xa',
    slug,
    provinceName: 'Tỉnh Thử',
    parentId,
    isDemo: true,
    units: communeUnits,
    people: testPeople.map(([role, unit, isHead]) => ({
      fullName: `Người ${role}`,
      unit,
      title: role,
      isHead,
      role,
      signInName: signIn(role),
      password: testPassword,
    })),
  });
  return { ...standing, signIn };
}

export const testPassword = 'mat-khau-thu';
