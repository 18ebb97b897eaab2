import type { Lang } from '#platform/i18n/lang.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup, type Choice } from '#ui/field/choice-field.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { newNoteLink } from '../links.ts';
import { longestNote } from '../note.ts';
import { texts } from '../texts.ts';

/** What was typed into a note, and whom the person chose to mention. */
export interface TypedNote {
  readonly text: string;
  readonly mentions: readonly string[];
}

interface NoteFormProps {
  readonly lang: Lang;
  /** Where it is sent. */
  readonly action: string;
  readonly typed: TypedNote;
  readonly problems: readonly FieldProblem[];
  /** Those who can be chosen. */
  readonly people: readonly Choice[];
  /** The version of the note that is edited; left out for a new one. */
  readonly version?: number;
}

/** A note with the list of those whom it can mention: for pages of their own. */
export function NoteForm({ lang, action, typed, problems, people, version }: NoteFormProps) {
  const t = texts(lang);
  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.text;
  return (
    <KeptForm action={action} class="form">
      <TextareaField
        name="text"
        label={t.text}
        hint={t.textHint}
        value={typed.text}
        maxLength={longestNote}
        rows={6}
        required
        error={errorOf('text')}
      />
      <details class="fold" open={typed.mentions.length > 0 || errorOf('mentions') !== undefined}>
        <summary>{t.choose}</summary>
        <CheckboxGroup
          name="mentions"
          label={t.mentions}
          hint={t.mentionsHint}
          values={typed.mentions}
          options={people}
          error={errorOf('mentions')}
        />
      </details>
      {version !== undefined && <HiddenField name="version" value={String(version)} />}
      <p class="form-actions">
        <Button kind="primary">{version === undefined ? t.send : t.page.save}</Button>
      </p>
    </KeptForm>
  );
}

/** A note in one box, for the page of its record; the list of people is one press away. */
export function QuickNote({ lang, link }: { lang: Lang; link: string }) {
  const t = texts(lang);
  return (
    <KeptForm action={newNoteLink(link)} class="form">
      <TextareaField
        name="text"
        id="note-text"
        label={t.text}
        hint={t.textHint}
        maxLength={longestNote}
        rows={2}
        required
      />
      <p class="form-actions">
        <Button>{t.send}</Button>
        <LinkButton kind="quiet" href={newNoteLink(link)}>
          {t.choose}
        </LinkButton>
      </p>
    </KeptForm>
  );
}
