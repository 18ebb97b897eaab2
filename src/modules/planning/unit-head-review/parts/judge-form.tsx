import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { NumberField, TextareaField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { reviewLink } from '../../links.ts';
import { pointsWords } from './points-words.tsx';
import { toldResults } from '../review-facts.ts';
import { partsToJudge } from '../review-rules.ts';
import type { ReviewView } from '../review-view.server.ts';
import { texts } from '../texts.ts';
import { grades, type ReviewDeed } from '../unit-head-review.ts';

/** What stands in the fields of a deed. */
export const judgeFields = ['common', 'unit', 'organising', 'uniting', 'results', 'grade', 'text'] as const;
export type JudgeField = (typeof judgeFields)[number];
export type JudgeValues = Readonly<Record<JudgeField | 'version', string>>;

export const deedPath = {
  score: 'tu-cham',
  propose: 'de-xuat',
  decide: 'quyet-dinh',
  reopen: 'mo-lai',
} as const satisfies Readonly<Record<ReviewDeed, string>>;

/** The form of one deed: points, the parts that people judge, grade and reason, as far as the deed asks for them. */
export function JudgeForm(props: {
  lang: Lang;
  view: ReviewView;
  deed: ReviewDeed;
  values: JudgeValues;
  problems: readonly FieldProblem[];
}) {
  const { lang, view, deed, values, problems } = props;
  const t = texts(lang);
  const { review, facts } = view;
  if (!facts) return null;
  const { rules } = facts;
  const about = (name: JudgeField) => ({
    name,
    id: `${deed}-${name}`,
    value: values[name],
    error: problems.find(({ fieldId }) => fieldId === `${deed}-${name}`)?.text,
  });
  const most = formatNumber(lang, rules.resultsMax);
  const isGrading = deed === 'propose' || deed === 'decide';
  const lead = {
    score: t.form.scoreLead,
    propose: review.state === 'draft' ? t.form.withoutSelf : t.form.proposeLead,
    decide: t.form.decideLead,
    reopen: t.form.reopenLead,
  }[deed];
  return (
    <Panel id={`form-${deed}`} title={t.form[deed]}>
      <p class="form-lead">{lead}</p>
      <KeptForm action={reviewLink(review.id, deedPath[deed])} class="form">
        <HiddenField name="version" value={values.version} />
        {deed !== 'reopen' && (
          <>
            <NumberField
              {...about('common')}
              label={t.form.common(formatNumber(lang, rules.commonMax))}
              width="short"
            />
            {partsToJudge(rules).map((part) => (
              <NumberField
                key={part}
                {...about(part)}
                label={t.part[part]}
                hint={t.form.partHint}
                width="short"
                suffix="%"
              />
            ))}
          </>
        )}
        {isGrading && (
          <>
            <NumberField
              {...about('results')}
              label={t.form.results}
              hint={t.form.resultsHint(pointsWords(lang, toldResults(facts)), most)}
              width="short"
            />
            <SelectField
              {...about('grade')}
              label={t.form.grade}
              hint={t.form.gradeHint}
              emptyLabel={t.form.gradeEmpty}
              options={grades.map((grade) => ({ value: grade, label: t.grade[grade] }))}
            />
          </>
        )}
        <TextareaField
          {...about('text')}
          label={
            {
              score: t.form.comment,
              propose: t.form.reason,
              decide: t.form.decideReason,
              reopen: t.form.reopenReason,
            }[deed]
          }
          rows={3}
        />
        <p class="form-actions">
          <Button kind={deed === 'reopen' ? undefined : 'primary'}>
            {deed === 'score' && review.state !== 'draft' ? t.form.scoreAgain : t.form[deed]}
          </Button>
        </p>
      </KeptForm>
    </Panel>
  );
}
