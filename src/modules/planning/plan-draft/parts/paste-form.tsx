import { Button } from '#ui/button/button.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { pasteLink } from '../../links.ts';
import type { Texts } from '../texts.ts';

/** A box for pasted text; a script beside it keeps the cells of a pasted table in the hidden field. */
export function PasteForm({
  t,
  text,
  problem,
}: {
  t: Texts['beginning'];
  text: string;
  problem: string | undefined;
}) {
  return (
    <div data-paste>
      <KeptForm action={pasteLink} class="form">
        <p>{t.paste.lead}</p>
        {/* A table's cells are many times as heavy as its words, which say its columns by tabs as well. */}
        <input type="hidden" name="html" value="" data-never-kept />
        <TextareaField
          name="text"
          label={t.paste.field}
          hint={t.paste.hint}
          value={text}
          rows={14}
          required
          error={problem}
        />
        <p class="form-actions">
          <Button kind="primary">{t.paste.submit}</Button>
        </p>
      </KeptForm>
    </div>
  );
}
