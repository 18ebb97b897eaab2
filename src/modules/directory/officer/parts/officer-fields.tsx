import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxField, SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import type { Unit } from '../../unit/unit.ts';
import { longestOfficerName, longestTitle } from '../officer.ts';
import { texts } from '../texts.ts';

interface PersonFieldsProps {
  readonly lang: Lang;
  readonly values: { fullName: string; positionTitle: string; isHead: boolean };
  readonly problems: readonly FieldProblem[];
}

/** Name and position of an officer. */
export function PersonFields({ lang, values, problems }: PersonFieldsProps) {
  const t = texts(lang);
  return (
    <>
      <TextField
        name="fullName"
        label={t.fullName}
        value={values.fullName}
        maxLength={longestOfficerName}
        autocomplete="off"
        error={errorOf(problems, 'fullName')}
        required
      />
      <TextField
        name="positionTitle"
        label={t.position}
        hint={t.positionHint}
        value={values.positionTitle}
        maxLength={longestTitle}
        error={errorOf(problems, 'positionTitle')}
      />
      <CheckboxField name="isHead" label={t.isHead} checked={values.isHead} />
    </>
  );
}

interface UnitFieldProps {
  readonly lang: Lang;
  readonly label: string;
  readonly units: readonly Unit[];
  readonly value: string;
  readonly problems: readonly FieldProblem[];
}

/** The unit in which an officer stands: one that takes officers. */
export function UnitField({ lang, label, units, value, problems }: UnitFieldProps) {
  return (
    <SelectField
      name="unitId"
      label={label}
      value={value}
      emptyLabel={texts(lang).unitChoose}
      options={units
        .filter((unit) => !unit.isCollective)
        .map((unit) => ({ value: unit.id, label: unit.name }))}
      error={errorOf(problems, 'unitId')}
      required
    />
  );
}

/** The sentence for one field, if something is wrong with it. */
export function errorOf(problems: readonly FieldProblem[], fieldId: string): string | undefined {
  return problems.find((problem) => problem.fieldId === fieldId)?.text;
}
