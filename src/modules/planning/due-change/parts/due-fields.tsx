import { parseDayFirstDate, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Req } from '#platform/http/req.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, TextareaField } from '#ui/field/text-field.tsx';
import { longestClosingText } from '../../task/task.ts';
import { dueForm } from '../input.ts';
import { texts } from '../texts.ts';

export type DueValues = Record<'due' | 'text', string>;

/** What was typed into the two fields. */
export function typedDue(req: Req): DueValues {
  return { due: req.form.text('due'), text: req.form.text('text') };
}

/** The deadline and the reason of the form, or what is wrong with them. */
export function readDue(
  lang: Lang,
  values: DueValues,
): { ok: true; dueOn: PlainDate; text: string } | { ok: false; problems: FieldProblem[] } {
  const t = texts(lang).fault;
  const given = dueForm.safeParse(values);
  const dueOn = parseDayFirstDate(values.due.trim());
  if (given.success && dueOn) return { ok: true, dueOn, text: given.data.text };
  const isReasonWrong = !given.success && given.error.issues.some((issue) => issue.path[0] === 'text');
  return {
    ok: false,
    problems: [
      ...(dueOn ? [] : [{ fieldId: 'due', text: t.due }]),
      ...(isReasonWrong ? [{ fieldId: 'text', text: t.reason }] : []),
    ],
  };
}

/** The new deadline and why. */
export function DueFields({
  lang,
  values,
  problems,
}: {
  lang: Lang;
  values: DueValues;
  problems: readonly FieldProblem[];
}) {
  const t = texts(lang);
  const errorOf = (name: string) => problems.find((problem) => problem.fieldId === name)?.text;
  return (
    <>
      <DateField
        name="due"
        label={t.dueOn}
        hint={t.dueHint}
        value={values.due}
        required
        error={errorOf('due')}
      />
      <TextareaField
        name="text"
        label={t.reason}
        hint={t.reasonHint}
        value={values.text}
        maxLength={longestClosingText}
        rows={3}
        required
        error={errorOf('text')}
      />
    </>
  );
}
