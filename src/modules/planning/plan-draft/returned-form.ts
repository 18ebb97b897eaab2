/** A form that came back with problems: what was typed, and what is wrong where; `rowId` for the form of a row. */
export interface ReturnedForm {
  readonly rowId?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly fieldId: string; readonly text: string }[];
}
