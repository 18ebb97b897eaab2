import type { Lang } from '#platform/i18n/lang.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { NumberField, TextareaField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { reviewRulesLink } from '../../links.ts';
import { resultParts } from '../review-rules.ts';
import { texts } from '../texts.ts';

export const ruleFields = [
  ...resultParts,
  'plan',
  'above',
  'exceptionPercent',
  'capPercent',
  'rubric',
] as const;
export type RuleValues = Readonly<Record<(typeof ruleFields)[number] | 'version', string>>;

/** What an office sets for itself, said to be unverified. */
export function RulesForm(props: { lang: Lang; values: RuleValues; problems: readonly FieldProblem[] }) {
  const { lang, values, problems } = props;
  const t = texts(lang);
  const about = (name: (typeof ruleFields)[number]) => ({
    name,
    value: values[name],
    error: problems.find(({ fieldId }) => fieldId === name)?.text,
  });
  return (
    <KeptForm action={reviewRulesLink} class="form">
      <HiddenField name="version" value={values.version} />
      <Notice tone="soon" title={t.rules.unverified} />
      <Panel id="weights" title={t.rules.weights}>
        <p class="form-lead">{t.rules.weightsHint}</p>
        <div class="form">
          {resultParts.map((part) => (
            <NumberField key={part} {...about(part)} label={t.part[part]} width="short" />
          ))}
        </div>
      </Panel>
      <Panel id="conversion" title={t.rules.conversion}>
        <div class="form">
          <NumberField {...about('plan')} label={t.rules.plan} width="short" />
          <NumberField {...about('above')} label={t.rules.above} width="short" />
        </div>
      </Panel>
      <NumberField
        {...about('exceptionPercent')}
        label={t.rules.exceptionPercent}
        hint={t.rules.exceptionHint}
        width="short"
      />
      <NumberField {...about('capPercent')} label={t.rules.capPercent} hint={t.rules.capHint} width="short" />
      <TextareaField {...about('rubric')} label={t.rules.rubric} hint={t.rules.rubricHint} rows={5} />
      <p class="form-actions">
        <Button kind="primary">{t.rules.save}</Button>
      </p>
    </KeptForm>
  );
}
