import type { BulkDeed, RowResult } from '#modules/lists/index.server.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { cancelAbsence, restoreAbsence } from '../commands.server.ts';
import { absenceRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** Takes many absences back, or makes them count again; each deed is the other's way back. */
function deed(name: string, verb: 'cancel' | 'restore'): BulkDeed {
  const other = verb === 'cancel' ? 'restore' : 'cancel';
  return {
    name,
    label: (ctx) => texts(ctx.lang).many[verb],
    may: (ctx) => ctx.actor.grants.has(`directory.absence.${verb}`),
    fields: () => Promise.resolve(null),
    read: () => Promise.resolve({ ok: true, input: {}, words: [] }),
    foresee: async (ctx, ids) => {
      const found = new Map((await absenceRows.find(ctx, ids)).map((one) => [one.id as string, one]));
      return new Map(
        ids.map((id) => {
          const absence = found.get(id);
          if (!absence) return [id, 'not-found'];
          if (!policy[verb](ctx.actor, absence).allowed) return [id, 'no-right'];
          if (verb === 'cancel') return [id, absence.isCancelled ? 'cancelled' : undefined];
          return [id, absence.isCancelled ? undefined : 'not-cancelled'];
        }),
      );
    },
    run: async (ctx, id) => resultOf(await run[verb](ctx, id)),
    undo: async (ctx, id) => resultOf(await run[other](ctx, id)),
  };
}

const run: Readonly<
  Record<'cancel' | 'restore', (ctx: Ctx, id: string) => Promise<Outcome<undefined, string>>>
> = { cancel: cancelAbsence, restore: restoreAbsence };

function resultOf(outcome: Outcome<undefined, string>): RowResult {
  return outcome.ok ? { ok: true, undo: {} } : { ok: false, reason: outcome.code };
}

/** What can be done with many absences at once. */
export const absenceDeeds: readonly BulkDeed[] = [deed('huy', 'cancel'), deed('khoi-phuc', 'restore')];

/** Why a deed is refused with an absence. */
export function reasonWords(ctx: Ctx, code: string): string {
  const refusal: Readonly<Record<string, string>> = texts(ctx.lang).refusal;
  return refusal[code] ?? code;
}
