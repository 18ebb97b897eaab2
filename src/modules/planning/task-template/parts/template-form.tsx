import { seenField, seenText } from '#platform/conflict/seen.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup, SelectField } from '#ui/field/choice-field.tsx';
import { NumberField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { SectionHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { longestProduct } from '../../task/task.ts';
import { longestEvidence, longestText, longestTitle, mostSteps } from '../task-template.ts';
import { texts } from '../texts.ts';
import { factsOfValues, stepField, type TemplateValues, type wholeFields } from './template-values.tsx';

/** A unit that can be chosen. */
export interface UnitOption {
  readonly value: string;
  readonly label: string;
}

/** The whole of a template and its parts, with room for more. */
export function TemplateForm(props: {
  lang: Lang;
  action: string;
  backHref: string;
  values: TemplateValues;
  /** What the template says now, where it is edited. */
  seen: { readonly values: TemplateValues; readonly version: string } | undefined;
  /** What goes along unseen: where the words are from. */
  carry: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
  units: readonly UnitOption[];
}) {
  const { lang, values, units } = props;
  const t = texts(lang);
  const errorOf = (name: string) => props.problems.find((problem) => problem.fieldId === name)?.text;
  const field = (name: (typeof wholeFields)[number]) => ({ name, value: values[name], error: errorOf(name) });
  return (
    <KeptForm action={props.action} class="form">
      {props.seen && <HiddenField name={seenField} value={seenText(factsOfValues(props.seen.values))} />}
      {props.seen && <input type="hidden" name="version" value={props.seen.version} />}
      {Object.entries(props.carry).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SectionHead id="whole" title={t.whole} />
      <TextField
        {...field('title')}
        label={t.fields.title}
        hint={t.fields.titleHint}
        maxLength={longestTitle}
        required
      />
      <TextareaField {...field('activity')} label={t.fields.activity} rows={3} maxLength={longestText} />
      <TextField
        {...field('product')}
        label={t.fields.product}
        hint={t.fields.productHint}
        maxLength={longestProduct}
      />
      <TextField
        {...field('evidence')}
        label={t.fields.evidence}
        hint={t.fields.evidenceHint}
        maxLength={longestEvidence}
      />
      <TextareaField {...field('note')} label={t.fields.note} rows={2} maxLength={longestText} />
      <SelectField {...field('unit')} label={t.fields.unit} options={units} emptyLabel={t.choose} />
      <CheckboxGroup
        name="coordinating"
        label={t.fields.coordinating}
        values={[...values.coordinating]}
        options={[...units]}
        error={errorOf('coordinating')}
      />
      <NumberField {...field('due')} label={t.fields.due} hint={t.fields.dueHint} isWhole />
      <SectionHead id="steps" title={t.steps} />
      <p class="form-lead">{t.stepsLead(formatNumber(lang, mostSteps))}</p>
      {values.steps.map((step, index) => {
        const number = index + 1;
        const one = (name: keyof typeof step) => ({
          name: stepField(number, name),
          value: step[name],
          error: errorOf(stepField(number, name)),
        });
        return (
          <Panel key={number} id={`v${number}`} title={t.step(formatNumber(lang, number))}>
            <div class="form">
              <TextField {...one('title')} label={t.fields.title} maxLength={longestTitle} />
              <NumberField {...one('due')} label={t.fields.due} isWhole />
              <TextField {...one('after')} label={t.fields.after} hint={t.fields.afterHint} maxLength={60} />
              <TextField {...one('product')} label={t.fields.product} maxLength={longestProduct} />
              <TextField {...one('evidence')} label={t.fields.evidence} maxLength={longestEvidence} />
              <SelectField {...one('unit')} label={t.fields.unit} options={units} emptyLabel={t.choose} />
            </div>
          </Panel>
        );
      })}
      <p class="form-actions">
        <Button kind="primary">{t.save}</Button>
        {values.steps.length < mostSteps && (
          <Button name="deed" value="more">
            {t.more}
          </Button>
        )}
        <LinkButton kind="quiet" href={props.backHref}>
          {props.seen ? t.toTemplate : t.back}
        </LinkButton>
      </p>
    </KeptForm>
  );
}
