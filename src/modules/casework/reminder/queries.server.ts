import { sql } from 'kysely';
import { isWorkingDay, loadOfficeCalendar, workingDaysBetween } from '#modules/calendar/index.server.ts';
import { plannedAnew } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { MatterSource } from './matter-source.server.ts';
import { effectiveChoices } from '../notice-choice/effective.server.ts';
import { builtInChoice } from '../notice-choice/notice-choice.ts';
import * as policy from './policy.ts';
import { type Due, escalationsOf, remindersOf } from './reminder.ts';

/** So many dues are looked up in one statement, so that none takes longer in a larger office. */
const lookedUpAtOnce = 5_000;

/** What one kind of record has to tell on a morning, and how many matters were gone through for it. */
export interface DueOfKind {
  readonly recordKind: string;
  readonly matters: number;
  readonly dues: readonly Due[];
}

/** Whether people are reminded on this day at all: only on the office's working days. */
export async function isReminderDay(ctx: Ctx): Promise<boolean> {
  must(policy.send(ctx.actor));
  return isWorkingDay(await loadOfficeCalendar(ctx), ctx.clock.today());
}

/** What a kind of record has to tell today that was not told yet, in a few statements however much there is. */
export async function listDue(ctx: Ctx, source: MatterSource): Promise<DueOfKind> {
  must(policy.send(ctx.actor));
  const today = ctx.clock.today();
  const calendar = await loadOfficeCalendar(ctx);
  const count = (from: typeof today, to: typeof today) => workingDaysBetween(calendar, from, to);
  const matters = await source.mattersOn(ctx, today);
  const escalations = (await source.escalationsOn?.(ctx, today)) ?? [];
  const officerIds = [...new Set(matters.flatMap((matter) => matter.officerIds))];
  const times = await effectiveChoices(ctx.db, ctx.tenant.id, officerIds);
  const all = [
    ...remindersOf(matters, today, (officerId) => times.get(officerId) ?? builtInChoice, count),
    ...escalationsOf(escalations, today, count),
  ];
  return {
    recordKind: source.recordKind,
    matters: matters.length,
    dues: await untold(ctx, source.recordKind, all),
  };
}

/** Those that stand in no ledger yet, matter by matter. */
export async function untold(ctx: Ctx, recordKind: string, dues: readonly Due[]): Promise<Due[]> {
  const found: Due[] = [];
  for (let from = 0; from < dues.length; from += lookedUpAtOnce) {
    found.push(...(await untoldOf(ctx, recordKind, dues.slice(from, from + lookedUpAtOnce))));
  }
  return found;
}

async function untoldOf(ctx: Ctx, recordKind: string, dues: readonly Due[]): Promise<Due[]> {
  const keys = dues.map(({ recordId, officerId, dueOn, step }, place) => ({
    place,
    recordId,
    officerId,
    dueOn,
    step,
  }));
  // The ledger grows by thousands of lines within one round; a plan that was kept would be that of the empty one.
  const { rows } = await sql<{ place: number }>`${sql.raw(plannedAnew)}
    select g.place from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as g(place integer, "recordId" uuid, "officerId" uuid, "dueOn" date, step text)
    left join casework.reminder r on r.tenant_id = ${ctx.tenant.id} and r.record_kind = ${recordKind}
      and r.record_id = g."recordId" and r.officer_id = g."officerId" and r.due_on = g."dueOn" and r.step = g.step
    where r.id is null order by g."recordId", g.place`.execute(ctx.db);
  return rows.flatMap(({ place }) => dues[place] ?? []);
}
