import { z } from 'zod';
import type { BulkDeed } from '#modules/lists/index.server.ts';
import { parsePlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { endUnit, restoreUnit } from '../commands.server.ts';
import { unitRows } from '../listed.server.ts';
import { endFields } from '../parts/end-fields.tsx';
import * as policy from '../policy.ts';
import { getKeptUnit } from '../queries.server.ts';
import { texts } from '../texts.ts';
import type { KeptUnit } from '../unit.ts';

/** The names of the fields by which the deed of ending asks for more. */
export const changeWords = { day: 'ket-thuc-tu', reason: 'ly-do' } as const;
const { day: dayWord, reason: reasonWord } = changeWords;

const end: BulkDeed = {
  name: 'ket-thuc',
  label: (ctx) => texts(ctx.lang).end,
  may: (ctx) => policy.end(ctx.actor).allowed,
  ...endFields(changeWords, texts, (t, day) => t.state.ended(day)),
  foresee: (ctx, ids) => foresee(ctx, ids, 'end'),
  run: async (ctx, id, input) => {
    const day = parsePlainDate(input[dayWord] ?? '') ?? ctx.clock.today();
    const outcome = await endUnit(ctx, id, day, input[reasonWord]);
    return outcome.ok ? { ok: true, undo: {} } : { ok: false, reason: outcome.code };
  },
  undo: async (ctx, id) => {
    const outcome = await restoreUnit(ctx, id);
    return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
  },
};

const restore: BulkDeed = {
  name: 'khoi-phuc',
  label: (ctx) => texts(ctx.lang).restoreMany,
  may: (ctx) => policy.restore(ctx.actor).allowed,
  fields: () => Promise.resolve(null),
  read: () => Promise.resolve({ ok: true, input: {}, words: [] }),
  foresee: (ctx, ids) => foresee(ctx, ids, 'restore'),
  run: async (ctx, id) => {
    const { endedOn } = await getKeptUnit(ctx, id);
    const outcome = await restoreUnit(ctx, id);
    return outcome.ok ? { ok: true, undo: { endedOn } } : { ok: false, reason: outcome.code };
  },
  undo: async (ctx, id, undo) => {
    const { endedOn } = z.object({ endedOn: z.iso.date() }).parse(undo);
    const outcome = await endUnit(ctx, id, plainDate(endedOn));
    return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
  },
};

/** What can be done with many units at once. */
export const unitDeeds: readonly BulkDeed[] = [end, restore];

/** Why a deed is refused with a unit. */
export function reasonWords(ctx: Ctx, code: string): string {
  const refusal: Readonly<Record<string, string>> = texts(ctx.lang).refusal;
  return refusal[code] ?? code;
}

async function foresee(ctx: Ctx, ids: readonly string[], deed: 'end' | 'restore') {
  const units = new Map((await unitRows.find(ctx, ids)).map((one) => [one.id as string, one]));
  return new Map(
    ids.map((id): [string, string | undefined] => {
      const unit = units.get(id);
      if (!unit) return [id, 'not-found'];
      if (!policy[deed](ctx.actor).allowed) return [id, 'no-right'];
      return [id, deed === 'end' ? whyNotEnd(unit) : unit.endedOn === null ? 'not-ended' : undefined];
    }),
  );
}

function whyNotEnd(unit: KeptUnit): string | undefined {
  if (unit.endedOn !== null) return 'ended';
  return unit.officerCount > 0 ? 'has-officers' : undefined;
}
