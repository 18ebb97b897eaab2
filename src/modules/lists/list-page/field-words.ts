/** What a field is called, and what its values are called where they are chosen from a list. */
export interface FieldWords {
  readonly label: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** The words of a list's fields by their names in addresses, in the order in which a person is offered them. */
export type ListWords = Readonly<Record<string, FieldWords>>;

/** The value's name; the value itself where the list of names does not hold it any more. */
export function nameOf(words: FieldWords | undefined, value: string): string {
  return words?.options?.find((option) => option.value === value)?.label ?? value;
}
