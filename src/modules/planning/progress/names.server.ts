import { sql } from 'kysely';
import { noteOpening } from '#platform/audit/opening.ts';
import { parseId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { axes } from '../plan/axis.ts';
import { texts as taskTexts } from '../task/texts.ts';
import type { Grouping } from './progress.ts';
import { texts } from './texts.ts';

/** What groups are called, those that have ended too, in the order in which they stand; what has none comes last. */
export async function groupNames(
  ctx: Ctx,
  by: Grouping,
  keys: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, string>> {
  // An address may name anything.
  const known = keys.filter(
    (key): key is string => key !== null && (by === 'axis' || parseId(key) !== undefined),
  );
  const named = known.length > 0 ? await listNames(ctx, by, known) : [];
  const none: [null, string][] = keys.includes(null) ? [[null, texts(ctx.lang).none[by]]] : [];
  return new Map<string | null, string>([...named, ...none]);
}

async function listNames(
  ctx: Ctx,
  by: Grouping,
  keys: readonly string[],
): Promise<(readonly [string, string])[]> {
  if (by === 'axis') {
    const t = taskTexts(ctx.lang).axis;
    return axes.filter((axis) => keys.includes(axis)).map((axis) => [axis, t[axis]]);
  }
  if (by === 'unit') {
    const units = await ctx.db
      .selectFrom('directory.published_unit')
      .select(['id', 'name'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where(sql`id`, '=', sql`any(${[...keys]}::uuid[])`)
      .orderBy('is_collective')
      .orderBy('ordinal')
      .orderBy(sql`name collate "vi-x-icu"`)
      .execute();
    return units.map((unit) => [unit.id ?? '', unit.name ?? '']);
  }
  const officers = await ctx.db
    .selectFrom('directory.published_officer')
    .select(['id', 'full_name'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where(sql`id`, '=', sql`any(${[...keys]}::uuid[])`)
    .orderBy(sql`given_name collate "vi-x-icu"`)
    .orderBy(sql`full_name collate "vi-x-icu"`)
    .execute();
  noteOpening(ctx, {
    act: 'directory.officer.see',
    recordKind: 'tenant',
    recordId: ctx.tenant.id,
    shown: { officers: officers.length, fields: ['fullName'] },
  });
  return officers.map((one) => [one.id ?? '', one.full_name ?? '']);
}
