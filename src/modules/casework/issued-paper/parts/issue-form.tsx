import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { DateField, NumberField, TextField } from '#ui/field/text-field.tsx';
import { type Book, longestReason } from '../issued-paper.ts';
import { texts } from '../texts.ts';

/** What is typed to issue a paper. */
export interface IssueValues {
  readonly number: string;
  readonly on: string;
  readonly note: string;
}

/** The form that gives a paper its number and day. */
export function IssueForm(props: {
  lang: Lang;
  action: string;
  book: Book;
  next: number;
  year: number;
  version: number;
  values: IssueValues;
  problems: readonly FieldProblem[];
}) {
  const t = texts(props.lang);
  const errorOf = (name: string) => props.problems.find((problem) => problem.fieldId === name)?.text;
  return (
    <form method="post" action={props.action} class="form" novalidate>
      <input type="hidden" name="version" value={String(props.version)} />
      <input type="hidden" name="proposed" value={String(props.next)} />
      <NumberField
        name="number"
        label={t.issue.number}
        hint={t.issue.numberHint(
          t.book[props.book],
          String(props.year),
          formatNumber(props.lang, props.next),
        )}
        value={props.values.number}
        error={errorOf('number')}
        isWhole
        required
      />
      <DateField
        name="on"
        label={t.issue.on}
        hint={t.issue.onHint}
        value={props.values.on}
        error={errorOf('on')}
        required
      />
      <TextField
        name="note"
        label={t.issue.note}
        hint={t.issue.noteHint}
        value={props.values.note}
        error={errorOf('note')}
        maxLength={longestReason}
      />
      <p class="form-actions">
        <Button kind="primary">{t.issue.send}</Button>
      </p>
    </form>
  );
}
