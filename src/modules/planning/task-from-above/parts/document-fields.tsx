import type { Lang } from '#platform/i18n/lang.ts';
import { DateField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { longestAbstract, longestIssuer, longestNumber } from '../task-from-above.ts';
import { texts } from '../texts.ts';

type Name = 'number' | 'on' | 'issuer' | 'abstract';

/** The fields by which a document is found again. */
export function DocumentFields({
  lang,
  field,
}: {
  lang: Lang;
  field: (name: Name) => { name: string; value: string; error: string | undefined };
}) {
  const t = texts(lang);
  return (
    <>
      <TextField
        {...field('number')}
        label={t.number}
        hint={t.numberHint}
        maxLength={longestNumber}
        required
      />
      <DateField {...field('on')} label={t.on} hint={t.dayHint} required />
      <TextField
        {...field('issuer')}
        label={t.issuer}
        hint={t.issuerHint}
        maxLength={longestIssuer}
        required
      />
      <TextareaField {...field('abstract')} label={t.abstract} maxLength={longestAbstract} rows={2} />
    </>
  );
}
