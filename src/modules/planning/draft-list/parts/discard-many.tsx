import type { BulkDeed } from '#modules/lists/index.server.ts';
import { TextField } from '#ui/field/text-field.tsx';
import { discardDraft, restoreDraft } from '../../plan-draft/commands/set-aside.server.ts';
import { allowedIn, longestDiscardReason } from '../../plan-draft/plan-draft.ts';
import * as policy from '../../plan-draft/policy.ts';
import { texts as draftTexts } from '../../plan-draft/texts.ts';
import { draftRows } from '../listed.server.ts';
import { texts } from '../texts.ts';

/** The field of the form that holds the common reason. */
export const reasonWord = 'ly-do';

/** Puts many drafts aside with one reason; each goes to the trash and is taken up again from there or by undoing. */
export const discardMany: BulkDeed = {
  name: 'bo',
  label: (ctx) => texts(ctx.lang).discard,
  may: (ctx) => policy.discard(ctx.actor).allowed,
  fields: (ctx, given, problems) => {
    const t = draftTexts(ctx.lang);
    return Promise.resolve(
      <TextField
        name={reasonWord}
        label={t.discardReason}
        hint={t.discardReasonHint}
        value={given[reasonWord] ?? ''}
        maxLength={longestDiscardReason}
        error={problems[0]?.text}
      />,
    );
  },
  read: (ctx, given) => {
    const reason = given[reasonWord] ?? '';
    return Promise.resolve(
      reason.length > longestDiscardReason
        ? { ok: false, problems: [{ fieldId: reasonWord, text: texts(ctx.lang).reasonTooLong }] }
        : { ok: true, input: { [reasonWord]: reason }, words: reason === '' ? [] : [reason] },
    );
  },
  foresee: async (ctx, ids) => {
    const found = new Map((await draftRows.find(ctx, ids)).map((row) => [row.id as string, row.state]));
    const reasonFor = (id: string) => {
      const state = found.get(id);
      if (state === undefined) return 'not-found';
      if (!policy.discard(ctx.actor).allowed) return 'no-right';
      return allowedIn.discard.includes(state) ? undefined : 'wrong-state';
    };
    return new Map(ids.map((id) => [id, reasonFor(id)]));
  },
  run: async (ctx, id, input) => {
    const outcome = await discardDraft(ctx, id, input[reasonWord] ?? '');
    return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
  },
  undo: async (ctx, id) => {
    const outcome = await restoreDraft(ctx, id);
    return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
  },
};
