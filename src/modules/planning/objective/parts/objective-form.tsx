import type { Lang } from '#platform/i18n/lang.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ComboboxField } from '#ui/combobox/combobox-field.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { NumberField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { longestReason, longestTitle } from '../objective.ts';
import { texts } from '../texts.ts';

/** What the form of an objective holds, as it is typed. */
export type ObjectiveValues = Readonly<Record<'title' | 'owner' | 'ordinal' | 'reason' | 'version', string>>;

/** The fields of an objective and why it is added or changed. */
export function ObjectiveForm(props: {
  lang: Lang;
  action: string;
  backHref: string;
  values: ObjectiveValues;
  people: readonly { value: string; label: string }[];
  /** What the person saw of the record that is edited. */
  seen?: { name: string; text: string };
  problems: readonly FieldProblem[];
}) {
  const t = texts(props.lang).form;
  const about = (name: keyof ObjectiveValues) => ({
    name,
    value: props.values[name],
    error: props.problems.find((one) => one.fieldId === name)?.text,
  });
  return (
    <KeptForm action={props.action} class="form">
      <HiddenField name="version" value={props.values.version} />
      {props.seen && <HiddenField name={props.seen.name} value={props.seen.text} />}
      <TextareaField
        {...about('title')}
        label={t.title}
        hint={t.titleHint}
        rows={3}
        maxLength={longestTitle}
        required
      />
      <ComboboxField
        {...about('owner')}
        label={t.owner}
        hint={t.ownerHint}
        emptyLabel={t.noOne}
        options={props.people}
        words={t.finding}
      />
      <NumberField {...about('ordinal')} label={t.ordinal} hint={t.ordinalHint} isWhole />
      <TextField
        {...about('reason')}
        label={t.reason}
        hint={t.reasonHint}
        maxLength={longestReason}
        required
      />
      <p class="form-actions">
        <Button kind="primary">{t.save}</Button>
        <LinkButton kind="quiet" href={props.backHref}>
          {t.back}
        </LinkButton>
      </p>
    </KeptForm>
  );
}
