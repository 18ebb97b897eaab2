import type { Lang } from '#platform/i18n/lang.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { NumberField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { FormGrid, WideField } from '#ui/layout/layout.tsx';
import {
  longestMetric,
  longestReason,
  longestTargetText,
  longestUnit,
  operators,
  type TargetFacts,
} from '../target.ts';
import { texts } from '../texts.ts';

type FactValues = Record<'text' | 'metric' | 'operator' | 'value' | 'unit' | 'scope' | 'year', string>;

/** What the form of a target holds, as it is typed. */
export type TargetValues = FactValues & { readonly reason: string; readonly version: string };

/** A target as a person reads and types it: a decimal comma, nothing where nothing is said. */
export function targetValues(target: TargetFacts): FactValues {
  return {
    text: target.text,
    metric: target.metric ?? '',
    operator: target.operator,
    value: String(target.value).replace('.', ','),
    unit: target.unit,
    scope: target.denominatorScope ?? '',
    year: target.year === null ? '' : String(target.year),
  };
}

/** The fields of a target and why they are mended. */
export function TargetForm(props: {
  lang: Lang;
  action: string;
  backHref: string;
  values: TargetValues;
  seen: { name: string; text: string };
  problems: readonly FieldProblem[];
}) {
  const t = texts(props.lang);
  const { values } = props;
  const about = (name: 'reason' | keyof FactValues) => ({
    name,
    value: values[name],
    error: props.problems.find((one) => one.fieldId === name)?.text,
  });
  return (
    <KeptForm action={props.action} class="form">
      <HiddenField name="version" value={values.version} />
      <HiddenField name={props.seen.name} value={props.seen.text} />
      <FormGrid>
        <WideField>
          <TextareaField
            {...about('text')}
            label={t.fields.text}
            hint={t.edit.textHint}
            rows={4}
            maxLength={longestTargetText}
            required
          />
        </WideField>
        <SelectField
          {...about('operator')}
          label={t.edit.operator}
          options={operators.map((sign) => ({ value: sign, label: t.operator[sign] }))}
        />
        <NumberField {...about('value')} label={t.fields.value} hint={t.edit.valueHint} required />
        <TextField {...about('unit')} label={t.fields.unit} hint={t.edit.unitHint} maxLength={longestUnit} />
        <NumberField {...about('year')} label={t.fields.year} hint={t.edit.yearHint} isWhole />
        <WideField>
          <TextareaField
            {...about('metric')}
            label={t.fields.metric}
            hint={t.edit.metricHint}
            rows={2}
            maxLength={longestMetric}
          />
        </WideField>
        <WideField>
          <TextareaField
            {...about('scope')}
            label={t.fields.scope}
            hint={t.edit.scopeHint}
            rows={2}
            maxLength={longestMetric}
          />
        </WideField>
        <WideField>
          <TextField
            {...about('reason')}
            label={t.edit.reason}
            hint={t.edit.reasonHint}
            maxLength={longestReason}
            required
          />
        </WideField>
      </FormGrid>
      <p class="form-actions">
        <Button kind="primary">{t.edit.save}</Button>
        <LinkButton kind="quiet" href={props.backHref}>
          {t.edit.back}
        </LinkButton>
      </p>
    </KeptForm>
  );
}
