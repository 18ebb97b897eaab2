import { seenField, seenText } from '#platform/conflict/seen.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { DateField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { useIsKept } from '#ui/kept-form/kept-forms.ts';
import { FormGrid, WideField } from '#ui/layout/layout.tsx';
import { draftDeedLink } from '../../links.ts';
import { headFields } from './head-fields.tsx';
import type { ReturnedForm } from '../returned-form.ts';
import type { PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

const short = [
  'number',
  'issuer',
  'year_from',
  'year_to',
  'signer_name',
  'signer_title',
  'signer_authority',
] as const;

/** The facts of the plan as a whole, folded until somebody mends them; open when something is missing. */
export function HeadPanel({
  ctx,
  found,
  returned,
}: {
  ctx: Ctx;
  found: PlanDraft;
  returned: ReturnedForm | undefined;
}) {
  const t = texts(ctx.lang);
  const action = draftDeedLink(found.id, 'thong-tin');
  const isKept = useIsKept(action);
  const { head } = found;
  if (!head || !policy.edit(ctx.actor).allowed) return null;
  const values = returned?.values ?? headFields(head);
  const about = (name: 'title' | 'date' | 'recipients' | (typeof short)[number]) => ({
    name,
    label: t.field[name],
    value: values[name],
    error: returned?.problems.find((problem) => problem.fieldId === name)?.text,
  });
  return (
    <details class="fold" open={isKept || returned !== undefined || !head.title || head.year_from === null}>
      <summary>{t.review.editHead}</summary>
      <KeptForm action={action}>
        <HiddenField name="version" value={String(found.version)} />
        <HiddenField name={seenField} value={seenText(headFields(head))} />
        <FormGrid>
          <WideField>
            <TextareaField {...about('title')} rows={2} required />
          </WideField>
          <DateField {...about('date')} />
          {short.map((name) => (
            <TextField
              key={name}
              {...about(name)}
              hint={name === 'signer_authority' ? t.hint.signer_authority : undefined}
            />
          ))}
          <WideField>
            <TextareaField {...about('recipients')} hint={t.hint.recipients} rows={4} />
          </WideField>
        </FormGrid>
        <p class="form-actions">
          <Button>{t.deed.saveHead}</Button>
        </p>
      </KeptForm>
    </details>
  );
}
