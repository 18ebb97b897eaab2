import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { DateField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { longestProduct } from '../../task/task.ts';
import { longestDueText, longestTitle } from '../../task-from-above/task-from-above.ts';
import { lineStandings, longestLine, longestReason } from '../conclusion.ts';
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

/** The fields of one line: its text, what is to become of it, and what that needs. */
export function LineFields(props: {
  lang: Lang;
  number: number;
  values: LineValues;
  options: LineOptions;
  problems: readonly FieldProblem[];
}) {
  const { lang, values, options } = props;
  const t = texts(lang).review;
  const field = (name: LineField) => {
    const id = lineField(props.number, name);
    return {
      name: id,
      value: values[name],
      error: props.problems.find((problem) => problem.fieldId === id)?.text,
    };
  };
  return (
    <div class="form">
      <TextareaField {...field('text')} label={t.text} rows={2} maxLength={longestLine} />
      <SelectField
        {...field('as')}
        label={t.as}
        options={lineStandings.map((one) => ({ value: one, label: texts(lang).standing[one] }))}
      />
      <TextareaField {...field('title')} label={t.task} rows={2} maxLength={longestTitle} />
      <SelectField {...field('unit')} label={t.unit} options={[...options.units]} emptyLabel={t.choose} />
      <TextField {...field('with')} label={t.with} hint={t.withHint} maxLength={1_000} />
      <DateField {...field('due')} label={t.due} />
      <TextField {...field('dueText')} label={t.dueText} maxLength={longestDueText} />
      <TextField {...field('product')} label={t.product} maxLength={longestProduct} />
      <SelectField
        {...field('leader')}
        label={t.leader}
        options={[...options.leaders]}
        emptyLabel={t.choose}
      />
      <TextField {...field('task')} label={t.joined} hint={t.joinedHint} maxLength={300} />
      <TextField {...field('reason')} label={t.reason} maxLength={longestReason} />
    </div>
  );
}
