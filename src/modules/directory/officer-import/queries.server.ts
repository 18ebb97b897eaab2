import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { listOfficers } from '../officer/queries.server.ts';
import { foldName } from '../set-up/place.ts';
import { listKeptUnits } from '../unit/queries.server.ts';
import { officerKey, type Standing } from './officer-import.ts';
import * as policy from './policy.ts';

/** A list that was entered. */
export interface EnteredList {
  readonly id: Id<'officer-import'>;
  readonly officerCount: number;
  readonly actorName: string;
  readonly createdAt: Date;
  readonly isTakenBack: boolean;
}

const mostShown = 10;

/** The lists entered last, the newest first. */
export async function listEntered(ctx: Ctx): Promise<EnteredList[]> {
  must(policy.enter(ctx.actor));
  const rows = await ctx.db
    .selectFrom('directory.officer_import')
    .select(['id', 'officer_ids', 'actor_name', 'created_at', 'taken_back_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'officer-import'>,
    officerCount: row.officer_ids.length,
    actorName: row.actor_name,
    createdAt: new Date(row.created_at),
    isTakenBack: row.taken_back_at !== null,
  }));
}

/** The units and officers that a list is compared with. */
export async function findStanding(ctx: Ctx): Promise<Standing> {
  const units = await listKeptUnits(ctx);
  const officers = await listOfficers(ctx);
  return {
    units: new Map(
      units.map((unit) => [
        foldName(unit.name),
        unit.endedOn !== null ? 'ended' : unit.isCollective ? 'collective' : 'standing',
      ]),
    ),
    officers: new Set(officers.map((one) => officerKey(one.fullName, one.unitName))),
  };
}
