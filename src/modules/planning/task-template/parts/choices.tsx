import { listOfficers, listUnits, noteOfficersSeen } from '#modules/directory/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** The units and officers of the office among whom a form lets choose; showing them is noted. */
export interface Choices {
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly people: readonly { readonly value: string; readonly label: string }[];
}

export async function loadChoices(ctx: Ctx): Promise<Choices> {
  const officers = await listOfficers(ctx);
  const units = await listUnits(ctx);
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  return {
    units: units.map((unit) => ({ value: unit.id, label: unit.name })),
    people: officers.map((one) => ({ value: one.id, label: `${one.fullName} · ${one.unitName}` })),
  };
}
