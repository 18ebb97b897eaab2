import type { Lang } from '#platform/i18n/lang.ts';
import { PasswordField } from '#ui/field/text-field.tsx';
import { shortestPassword } from '../account.ts';
import { texts } from '../texts.ts';

/** A new password, twice. */
export function NewPasswordFields({ lang, problem }: { lang: Lang; problem: string | undefined }) {
  const t = texts(lang).password;
  return (
    <>
      <PasswordField
        name="fresh"
        label={t.fresh}
        hint={t.freshHint(shortestPassword)}
        error={problem}
        required
        width="medium"
        autocomplete="new-password"
      />
      <PasswordField name="again" label={t.again} required width="medium" autocomplete="new-password" />
    </>
  );
}
