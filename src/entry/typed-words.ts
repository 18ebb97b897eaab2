import type { FormValues } from '#platform/http/req.ts';

/** Fields whose content is never shown again. */
const secretField = /pass|mat-?khau|code|ma-|token|secret|otp|credential/i;
/** What a page writes into a form for the program: ids, versions, choices. */
const forProgram = /^(?:[\w-]{0,40}|[0-9a-f-]{36})$/i;

/** The words that a person typed into a form which no page takes any more, so that they can be copied from the answer. */
export function typedWords(form: FormValues): string[] {
  return Object.entries(form.all())
    .filter(([name, value]) => !secretField.test(name) && !forProgram.test(value))
    .map(([, value]) => value);
}
