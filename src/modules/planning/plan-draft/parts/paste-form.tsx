import { Button } from '#ui/button/button.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
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
    <form method="post" action={pasteLink} class="form" novalidate data-paste>
      <p>{t.paste.lead}</p>
      <input type="hidden" name="html" value="" />
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
    </form>
  );
}
