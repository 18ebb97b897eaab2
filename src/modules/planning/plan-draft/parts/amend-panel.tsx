import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { draftDeedLink } from '../../links.ts';
import type { PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** Says which issued plan this draft takes the place of, and leads to the difference. */
export function AmendPanel(props: {
  ctx: Ctx;
  found: PlanDraft;
  plans: readonly { id: string; words: string }[];
}) {
  const { ctx, found, plans } = props;
  const t = texts(ctx.lang).amending;
  if (plans.length === 0 || !policy.edit(ctx.actor).allowed) return null;
  return (
    <details class="fold" open={found.amendsPlanId !== null}>
      <summary>{t.title}</summary>
      <form method="post" action={draftDeedLink(found.id, 'thay-the')}>
        <SelectField
          name="plan"
          label={t.plan}
          hint={t.hint}
          emptyLabel={t.none}
          value={found.amendsPlanId ?? ''}
          options={plans.map((plan) => ({ value: plan.id, label: plan.words }))}
        />
        <p class="form-actions">
          <Button>{t.submit}</Button>
          {found.amendsPlanId && (
            <LinkButton href={draftDeedLink(found.id, 'so-sanh')}>{t.compare}</LinkButton>
          )}
        </p>
      </form>
    </details>
  );
}
