import {
  issuedPaperTexts,
  longestName,
  longestRecipients,
  longestSymbol,
} from '#modules/casework/index.server.ts';
import { seenField, seenText } from '#platform/conflict/seen.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup, SelectField } from '#ui/field/choice-field.tsx';
import { DateField, NumberField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { SectionHead } from '#ui/page-head/page-head.tsx';
import { type ChasingKind, longestPlace, longestWords, mostNearDays } from '../chasing-paper.ts';
import { texts } from '../texts.ts';
import { choices, factsOfValues, type PaperValues, type textFields } from './paper-values.tsx';

/** The form that drafts or edits a paper of a kind: what it is about, and how it is framed. */
export function PaperForm(props: {
  lang: Lang;
  kind: ChasingKind;
  action: string;
  backHref: string;
  values: PaperValues;
  /** What the draft says now, where it is edited. */
  seen: { readonly values: PaperValues; readonly version: string } | undefined;
  problems: readonly FieldProblem[];
  units: readonly { readonly value: string; readonly label: string }[];
}) {
  const { lang, kind, values } = props;
  const t = texts(lang);
  const issued = issuedPaperTexts(lang);
  const errorOf = (name: string) => props.problems.find((problem) => problem.fieldId === name)?.text;
  const field = (name: (typeof textFields)[number]) => ({
    name,
    value: values[name],
    label: t.field[name],
    error: errorOf(name),
  });
  return (
    <KeptForm action={props.action} class="form">
      {props.seen && <HiddenField name={seenField} value={seenText(factsOfValues(props.seen.values))} />}
      {props.seen && <input type="hidden" name="version" value={props.seen.version} />}
      <input type="hidden" name="loai" value={kind} />
      <input type="hidden" name="tasks" value={values.tasks.join(',')} />
      <SectionHead id="what" title={t.what} />
      {values.tasks.length > 0 ? (
        <p class="form-lead" id="tasks">
          {t.chosenTasks(formatNumber(lang, values.tasks.length))}
        </p>
      ) : (
        <CheckboxGroup
          name="units"
          label={t.field.units}
          hint={t.field.unitsHint}
          values={[...values.units]}
          options={[...props.units]}
          error={errorOf('units')}
        />
      )}
      {(kind === 'reminder-letter' || kind === 'late-agenda') && (
        <NumberField {...field('near')} hint={t.field.nearHint(String(mostNearDays))} width="short" isWhole />
      )}
      {(kind === 'reminder-letter' || kind === 'reminder-sheet') && (
        <DateField {...field('answerBy')} hint={t.field.answerByHint} />
      )}
      {kind === 'late-agenda' && (
        <>
          <DateField {...field('meetingOn')} />
          <TextField {...field('meetingTime')} hint={t.field.meetingTimeHint} maxLength={20} width="medium" />
          <TextField {...field('meetingPlace')} maxLength={longestPlace} />
          <TextField {...field('meetingChair')} maxLength={longestPlace} />
        </>
      )}
      <TextareaField {...field('words')} hint={t.field.wordsHint} rows={3} maxLength={longestWords} />
      <SectionHead id="frame" title={t.frame} />
      <TextField {...field('signerName')} hint={t.field.signerNameHint} maxLength={longestName} required />
      <TextField {...field('signerPosition')} maxLength={longestName} required />
      <SelectField
        {...field('authority')}
        options={choices.authorities.map((value) => ({ value, label: issued.authority[value] }))}
      />
      <TextareaField
        {...field('recipients')}
        hint={t.field.recipientsHint}
        rows={3}
        maxLength={longestRecipients}
        required
      />
      <TextField
        {...field('symbol')}
        hint={t.field.symbolHint}
        maxLength={longestSymbol}
        width="medium"
        required
      />
      <SelectField
        {...field('urgency')}
        options={choices.urgencies.map((value) => ({ value, label: issued.urgency[value] }))}
      />
      <p class="form-actions">
        <Button kind="primary">{t.preview}</Button>
        <LinkButton kind="quiet" href={props.backHref}>
          {t.cancel}
        </LinkButton>
      </p>
    </KeptForm>
  );
}
