import type { Lang } from '#platform/i18n/lang.ts';
import { TextField } from '#ui/field/text-field.tsx';
import { texts } from '../texts.ts';

/** One field for a code of the authenticator app or a recovery code. */
export function CodeField({
  lang,
  error,
  isAppOnly,
}: {
  lang: Lang;
  error?: string | undefined;
  isAppOnly?: boolean;
}) {
  const t = texts(lang).code;
  return (
    <TextField
      name="code"
      label={t.label}
      hint={isAppOnly ? t.appHint : t.hint}
      error={error}
      required
      width="medium"
      autocomplete="one-time-code"
      inputMode="text"
      spellcheck={false}
      maxLength={40}
    />
  );
}
