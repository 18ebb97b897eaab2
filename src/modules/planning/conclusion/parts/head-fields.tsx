import type { Lang } from '#platform/i18n/lang.ts';
import { SelectField } from '#ui/field/choice-field.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { longestIssuer, longestNumber } from '../../task-from-above/task-from-above.ts';
import { conclusionKinds, longestChair, longestLink, longestTitle } from '../conclusion.ts';
import { texts } from '../texts.ts';

export const headFields = ['kind', 'number', 'on', 'issuer', 'chair', 'title', 'link'] as const;
export type HeadField = (typeof headFields)[number];
export type HeadValues = Readonly<Record<HeadField, string>>;

/** The fields of the document of a conclusion. */
export function HeadFields({
  lang,
  field,
}: {
  lang: Lang;
  field: (name: HeadField) => { name: string; value: string; error: string | undefined };
}) {
  const t = texts(lang);
  const f = t.fields;
  return (
    <>
      <SelectField
        {...field('kind')}
        label={f.kind}
        options={conclusionKinds.map((value) => ({ value, label: t.kind[value] }))}
      />
      <TextField
        {...field('number')}
        label={f.number}
        hint={f.numberHint}
        maxLength={longestNumber}
        required
      />
      <DateField {...field('on')} label={f.on} hint={f.onHint} required />
      <TextField {...field('issuer')} label={f.issuer} maxLength={longestIssuer} required />
      <TextField {...field('chair')} label={f.chair} maxLength={longestChair} />
      <TextField {...field('title')} label={f.title} maxLength={longestTitle} required />
      <TextField {...field('link')} label={f.link} hint={f.linkHint} maxLength={longestLink} />
    </>
  );
}
