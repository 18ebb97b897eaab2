/** What a field of a list holds; it decides which comparisons there are and how a value is written. */
export const fieldKinds = ['text', 'choice', 'id', 'date', 'number', 'yes-no'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** How many values a comparison takes; `period` is a stretch of days told from today. */
type Takes = 'none' | 'one' | 'many' | 'two' | 'period';

/** Every comparison: its word in an address, and what stands after it. */
export const operators = {
  contains: { address: 'chua', takes: 'one' },
  lacks: { address: 'khong-chua', takes: 'one' },
  is: { address: 'la', takes: 'one' },
  'is-not': { address: 'khac', takes: 'one' },
  'one-of': { address: 'mot-trong', takes: 'many' },
  before: { address: 'truoc', takes: 'one' },
  after: { address: 'sau', takes: 'one' },
  between: { address: 'khoang', takes: 'two' },
  within: { address: 'ky', takes: 'period' },
  'at-least': { address: 'tu', takes: 'one' },
  'at-most': { address: 'den', takes: 'one' },
  empty: { address: 'de-trong', takes: 'none' },
  filled: { address: 'da-co', takes: 'none' },
} as const satisfies Readonly<Record<string, { address: string; takes: Takes }>>;
export type OperatorName = keyof typeof operators;

/** The comparisons of each kind; the first is meant where an address names none. */
const ofKind: Readonly<Record<FieldKind, readonly OperatorName[]>> = {
  text: ['contains', 'lacks', 'is', 'is-not'],
  choice: ['is', 'is-not', 'one-of'],
  id: ['is', 'is-not', 'one-of'],
  date: ['is', 'is-not', 'before', 'after', 'between', 'within'],
  number: ['is', 'is-not', 'at-least', 'at-most', 'between'],
  'yes-no': ['is'],
};

/** A field by which a list can be filtered. */
export interface ListField {
  readonly kind: FieldKind;
  /** The values of a `choice`. */
  readonly choices?: readonly string[];
  /** Rows may lack it; only then can one ask whether they do. */
  readonly canBeEmpty?: boolean;
}

/** The comparisons that a field knows; the first is the one meant where none is named. */
export function operatorsOf(field: ListField): readonly OperatorName[] {
  return field.canBeEmpty ? [...ofKind[field.kind], 'empty', 'filled'] : ofKind[field.kind];
}

/** The comparison with this word in an address, where the field knows it; without a word, the field's first. */
export function operatorOf(field: ListField, word: string | undefined): OperatorName | undefined {
  const known = operatorsOf(field);
  return word === undefined ? known[0] : known.find((name) => operators[name].address === word);
}
