import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { draftDeedLink } from '../../links.ts';
import type { PlanDraft } from '../plan-draft.ts';
import type { ReviewStep } from '../review.server.ts';
import { texts } from '../texts.ts';

/** Undo and redo, each naming the step it is about, and the steps so far. */
export function StepBar(props: {
  ctx: Ctx;
  found: PlanDraft;
  steps: readonly ReviewStep[];
  /** The row to come back to. */
  openRowId: string | undefined;
}) {
  const { ctx, found, steps } = props;
  const r = texts(ctx.lang).reviewing;
  const words = (step: ReviewStep) => r.step[step.deed] ?? step.deed;
  const toUndo = steps.find((step) => !step.isUndone);
  const toRedo = steps.findLast((step) => step.isUndone);
  if (steps.length === 0) return null;
  const back = props.openRowId && <input type="hidden" name="dong" value={props.openRowId} />;
  return (
    <div class="stack">
      <ButtonRow>
        {toUndo && (
          <form method="post" action={draftDeedLink(found.id, 'lui')}>
            {back}
            <Button size="small" shortcut="Control+Z">
              {r.deed.undo(words(toUndo))}
            </Button>
          </form>
        )}
        {toRedo && (
          <form method="post" action={draftDeedLink(found.id, 'tien')}>
            {back}
            <Button size="small" shortcut="Control+Y">
              {r.deed.redo(words(toRedo))}
            </Button>
          </form>
        )}
      </ButtonRow>
      <details class="fold">
        <summary>{r.steps}</summary>
        <ol>
          {steps.map((step) => (
            <li key={step.ordinal}>
              {words(step)} · {step.actorName} · {formatInstant(ctx.lang, step.at)}
              {step.isUndone && ` · ${r.undoneStep}`}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
