import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

type Fields = readonly (readonly [name: string, value: string])[];

/** What the frame knows of the forms of a page that were typed into and not sent, and the words for it. */
export type KeptForms = {
  /** By the address that a form is sent to. */
  kept: ReadonlyMap<string, { fields: Fields; title: string }>;
  /** The person has chosen to go on: forms show what was kept of them. */
  isContinued: boolean;
  /** Where the script keeps what is typed, and where a kept form is given up (both POST). */
  keepHref: string;
  dropHref: string;
  /** The page as it is when the person goes on. */
  goOnHref: string;
  /** The path of the page, by which kept forms are found. */
  pagePath: string;
  markField: string;
  labels: KeptFormLabels;
};

export type KeptFormLabels = {
  text: string;
  goOn: string;
  drop: string;
  continued: string;
  saved: string;
  notSaved: string;
  tooMuch: string;
  /** Not sent, since nothing could be reached; and still not sent when it can be reached again. */
  away: string;
  back: string;
  retry: string;
};

export const KeptFormsContext = createContext<KeptForms | null>(null);

/** The fields of the form around, when it goes on from what was kept. */
export const KeptFieldsContext = createContext<Fields | null>(null);

/** What a text field shows: what was kept of it, or the value given. */
export function useKeptText<Value extends string | undefined>(name: string, value: Value): Value | string {
  return useContext(KeptFieldsContext)?.findLast(([kept]) => kept === name)?.[1] ?? value;
}

/** Whether a choice is ticked: as it was kept, or as given. A choice that was not sent was not ticked. */
export function useKeptChoice(name: string): (value: string, isChosen: boolean) => boolean {
  const fields = useContext(KeptFieldsContext);
  return (value, isChosen) =>
    fields ? fields.some(([kept, one]) => kept === name && one === value) : isChosen;
}

/** Whether something was kept of the form that is sent to this address: what folds it away then opens. */
export function useIsKept(action: string): boolean {
  return useContext(KeptFormsContext)?.kept.has(action) ?? false;
}
