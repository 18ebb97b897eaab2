import type { BulkDeed, ManyDeeds } from '#modules/lists/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { acceptReport, askForReport, takeJudgementBack } from '../commands.server.ts';
import { handInRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { getHandIn } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** Accepts many reports, each as it stands now; taken back together they wait again. */
const acceptMany = manyOf('nhan', 'accept', (ctx) => texts(ctx.lang).many.accept);
/** Reminds many units; what was said cannot be unsaid. */
const askMany = manyOf('nhac', 'ask', (ctx) => texts(ctx.lang).many.ask);

/** What can be done with many reports of units at once. */
export const handInDeedsOnMany: ManyDeeds = {
  act: 'planning.report-hand-in.change-many',
  deeds: [acceptMany, askMany],
  reason: (ctx, code) => (texts(ctx.lang).many.reason as Readonly<Record<string, string>>)[code] ?? code,
};

function manyOf(name: string, deed: 'accept' | 'ask', label: (ctx: Ctx) => string): BulkDeed {
  return {
    name,
    label,
    may: (ctx) =>
      policy.changeMany(ctx.actor).allowed && ctx.actor.grants.has(`planning.report-hand-in.${deed}`),
    fields: () => Promise.resolve(null),
    read: () => Promise.resolve({ ok: true, input: {}, words: [] }),
    foresee: async (ctx, ids) => {
      const found = new Map((await handInRows.find(ctx, ids)).map((row) => [row.id as string, row]));
      const reasonFor = (id: string) => {
        const row = found.get(id);
        if (row === undefined) return 'not-found';
        const decision = policy.may(ctx.actor, deed, row);
        if (decision.allowed) return undefined;
        return decision.reason === 'wrong-state' ? 'wrong-state' : 'no-right';
      };
      return new Map(ids.map((id) => [id, reasonFor(id)]));
    },
    run: async (ctx, id) => {
      const { version } = await getHandIn(ctx, id);
      const outcome = await (deed === 'accept' ? acceptReport : askForReport)(ctx, { id, version });
      return outcome.ok ? { ok: true, undo: version + 1 } : { ok: false, reason: outcome.code };
    },
    undo: async (ctx, id, undo) => {
      if (deed === 'ask') return { ok: false, reason: 'not-undone' };
      const outcome = await takeJudgementBack(ctx, { id, version: Number(undo) });
      return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
    },
  };
}
