import { z } from 'zod';
import { parseDayFirstDate, parsePlainDate } from '#platform/clock/plain-date.ts';
import { limits } from './filter.ts';
import type { ListField, OperatorName } from './operator.ts';
import { operators } from './operator.ts';
import { parsePeriod } from './period.ts';

/** Characters that no field holds and that a database refuses. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A text to search for: composed, without characters that cannot be seen, trimmed and bounded. */
export const searchText = z
  .string()
  .transform((text) => text.normalize('NFC').replace(unseen, '').trim())
  .pipe(z.string().max(limits.text));

const filledText = searchText.pipe(z.string().min(1));

/** A day, as addresses write it or as people type it. */
const day = z.string().transform((text, check) => {
  const date = parsePlainDate(text) ?? parseDayFirstDate(text);
  if (date !== undefined) return date;
  check.addIssue({ code: 'custom', message: 'no day' });
  return z.NEVER;
});

/** A number with a decimal point or, as people type it here, a decimal comma; kept as it is, without a needless zero. */
const number = z
  .string()
  .transform((text) => text.trim().replace(',', '.'))
  .pipe(z.string().regex(/^-?\d{1,14}(?:\.\d{1,4})?$/))
  .transform((text) => String(Number(text)));

const period = z.string().refine((text) => parsePeriod(text) !== undefined);
const yesNo = z.string().regex(/^(?:co|khong)$/);

/** What one value of the field must be for this comparison. */
function valueOf(field: ListField, operator: OperatorName): z.ZodType<string, string> {
  if (operators[operator].takes === 'period') return period;
  switch (field.kind) {
    case 'text':
      return filledText;
    case 'choice':
      return z.string().refine((text) => field.choices?.includes(text) ?? false);
    case 'id':
      return z.uuid().transform((id) => id.toLowerCase());
    case 'date':
      return day;
    case 'number':
      return number;
    case 'yes-no':
      return yesNo;
  }
}

/** What all values of the field must be for this comparison, apart from one another. */
function valuesOf(field: ListField, operator: OperatorName): z.ZodType<readonly string[], readonly string[]> {
  const value = valueOf(field, operator);
  switch (operators[operator].takes) {
    case 'two':
      return z.tuple([value, value]).refine(([from, to]) => inOrder(field, from, to));
    case 'many':
      return z.array(value).min(1).max(limits.values);
    default:
      return z.tuple([value]);
  }
}

/** Schemas by what they are of, made once: making one takes longer than reading a whole address by it. */
const schemas = new WeakMap<ListField, Map<OperatorName, ReturnType<typeof valuesOf>>>();

function schemaOf(field: ListField, operator: OperatorName): ReturnType<typeof valuesOf> {
  const ofField = schemas.get(field) ?? new Map<OperatorName, ReturnType<typeof valuesOf>>();
  schemas.set(field, ofField);
  const schema = ofField.get(operator) ?? valuesOf(field, operator);
  ofField.set(operator, schema);
  return schema;
}

/** What stands between several values of one comparison. */
const between = { two: '..', many: ',' } as const;

/** Reads what stands after a comparison; undefined where it is not what the comparison takes. */
export function readValues(
  field: ListField,
  operator: OperatorName,
  given: string,
): readonly string[] | undefined {
  const { takes } = operators[operator];
  if (takes === 'none') return given === '1' ? [] : undefined;
  const parts = takes === 'two' || takes === 'many' ? given.split(between[takes]) : [given];
  return schemaOf(field, operator).safeParse(parts).data;
}

/** Values as they stand in an address. */
export function writeValues(operator: OperatorName, values: readonly string[]): string {
  const { takes } = operators[operator];
  if (takes === 'none') return '1';
  return values.join(takes === 'two' ? between.two : between.many);
}

function inOrder(field: ListField, from: string, to: string): boolean {
  return field.kind === 'number' ? Number(from) <= Number(to) : from <= to;
}
