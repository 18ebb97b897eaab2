import type { Lang } from '#platform/i18n/lang.ts';
import { Case, Cases } from '#ui/cases/cases.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup, SelectField } from '#ui/field/choice-field.tsx';
import { DateField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { longestProduct } from '../../task/task.ts';
import { longestDueText, longestTitle } from '../../task-from-above/task-from-above.ts';
import { type LineStanding, lineStandings, longestLine, longestReason } from '../conclusion.ts';
import { type LineField, lineField, type LineValues } from '../line-values.server.ts';
import { texts } from '../texts.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The units and leaders that one can choose. */
export interface LineOptions {
  readonly units: readonly Option[];
  readonly leaders: readonly Option[];
}

interface LineFieldsProps {
  lang: Lang;
  number: number;
  values: LineValues;
  options: LineOptions;
  problems: readonly FieldProblem[];
}

/** The place among the options of what a line can become, from 1. */
const placeOf = (standing: LineStanding) => lineStandings.indexOf(standing) + 1;

/** The fields of one line: its text, what is to become of it, and what that needs. */
export function LineFields(props: LineFieldsProps) {
  const t = texts(props.lang).review;
  const field = fieldOf(props);
  return (
    <div class="form">
      <TextareaField {...field('text')} label={t.text} rows={2} maxLength={longestLine} />
      <Cases>
        <SelectField
          {...field('as')}
          label={t.as}
          options={lineStandings.map((one) => ({ value: one, label: texts(props.lang).standing[one] }))}
        />
        <Case of={[placeOf('task')]}>
          <TaskFields {...props} />
        </Case>
        <Case of={[placeOf('joined')]}>
          <TextField {...field('task')} label={t.joined} hint={t.joinedHint} maxLength={300} />
        </Case>
        <Case of={[placeOf('none')]}>
          <TextField {...field('reason')} label={t.reason} maxLength={longestReason} />
        </Case>
      </Cases>
    </div>
  );
}

/** The text alone, of a line that has become a task: the task itself is changed where it stands. */
export function TextOfLine(props: LineFieldsProps) {
  return (
    <TextareaField
      {...fieldOf(props)('text')}
      label={texts(props.lang).review.text}
      rows={4}
      maxLength={longestLine}
    />
  );
}

function TaskFields(props: LineFieldsProps) {
  const { lang, number, values, options } = props;
  const t = texts(lang).review;
  const field = fieldOf(props);
  return (
    <>
      <TextareaField {...field('title')} label={t.task} rows={2} maxLength={longestTitle} />
      {values.unmatched && (
        <>
          <Notice tone="soon" title={t.unmatched(values.unmatched)}>
            {t.unmatchedHint}
          </Notice>
          <input type="hidden" name={lineField(number, 'unmatched')} value={values.unmatched} />
        </>
      )}
      <SelectField {...field('unit')} label={t.unit} options={[...options.units]} emptyLabel={t.choose} />
      <HelpingUnits {...props} />
      <DateField {...field('due')} label={t.due} />
      <TextField {...field('dueText')} label={t.dueText} maxLength={longestDueText} />
      <TextField {...field('product')} label={t.product} maxLength={longestProduct} />
      <SelectField
        {...field('leader')}
        label={t.leader}
        options={[...options.leaders]}
        emptyLabel={t.choose}
      />
    </>
  );
}

/** The units that help, folded, with those that are ticked in sight. */
function HelpingUnits(props: LineFieldsProps) {
  const { number, values, options, problems } = props;
  const t = texts(props.lang).review;
  const name = lineField(number, 'with');
  const error = problems.find((problem) => problem.fieldId === name)?.text;
  const chosen = options.units.filter((unit) => values.with.includes(unit.value));
  return (
    <details class="fold" open={error !== undefined || values.unmatched !== ''}>
      <summary>
        {chosen.length === 0 ? t.withNone : `${t.with}: ${chosen.map(({ label }) => label).join(', ')}`}
      </summary>
      <CheckboxGroup
        name={name}
        label={t.with}
        values={values.with}
        options={[...options.units]}
        error={error}
      />
    </details>
  );
}

function fieldOf({ number, values, problems }: LineFieldsProps) {
  return (name: Exclude<LineField, 'with'>) => {
    const id = lineField(number, name);
    return {
      name: id,
      value: values[name],
      error: problems.find((problem) => problem.fieldId === id)?.text,
    };
  };
}
