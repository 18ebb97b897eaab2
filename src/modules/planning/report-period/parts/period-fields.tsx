import type { Lang } from '#platform/i18n/lang.ts';
import { CheckboxGroup } from '#ui/field/choice-field.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { longestTitle } from '../report-period.ts';
import { texts } from '../texts.ts';

/** What the forms of a period hold, as it is typed. */
export type PeriodValues = Readonly<
  Record<
    'title' | 'number' | 'on' | 'issuer' | 'from' | 'to' | 'last' | 'addressee' | 'reason' | 'version',
    string
  >
> & { readonly units: readonly string[] };

export interface PeriodFieldsProps {
  lang: Lang;
  values: PeriodValues;
  units: readonly { value: string; label: string }[];
  errorOf: (name: string) => string | undefined;
  /** A report that a document orders has a day. */
  hasToHaveDay?: boolean;
}

/** The fields that every period has: its window, its day, its addressee, and the units that report. */
export function PeriodFields({ lang, values, units, errorOf, hasToHaveDay }: PeriodFieldsProps) {
  const t = texts(lang).form;
  const field = (name: 'from' | 'to' | 'last' | 'addressee') => ({
    name,
    value: values[name],
    error: errorOf(name),
  });
  return (
    <>
      <DateField
        {...field('last')}
        label={t.last}
        hint={t.lastHint}
        {...(hasToHaveDay && { required: true })}
      />
      <DateField {...field('from')} label={t.from} hint={t.windowHint} />
      <DateField {...field('to')} label={t.to} hint={t.dayHint} />
      <TextField {...field('addressee')} label={t.addressee} maxLength={longestTitle} />
      <CheckboxGroup
        name="units"
        label={t.units}
        values={[...values.units]}
        options={[...units]}
        error={errorOf('units')}
      />
    </>
  );
}
