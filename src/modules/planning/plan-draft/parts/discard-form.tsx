import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { draftDeedLink } from '../../links.ts';
import { longestDiscardReason, type PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** Puts a draft aside, and asks why. Nothing for those who may not. */
export function DiscardForm({ ctx, draft }: { ctx: Ctx; draft: PlanDraft }) {
  const t = texts(ctx.lang);
  if (!policy.discard(ctx.actor).allowed) return null;
  return (
    <details class="fold">
      <summary>{t.discard}</summary>
      <form method="post" action={draftDeedLink(draft.id, 'bo')} class="form" novalidate>
        <TextField
          name="reason"
          id="discard-reason"
          label={t.discardReason}
          hint={t.discardReasonHint}
          maxLength={longestDiscardReason}
        />
        <p class="form-actions">
          <Button kind="danger">{t.discard}</Button>
        </p>
      </form>
    </details>
  );
}
