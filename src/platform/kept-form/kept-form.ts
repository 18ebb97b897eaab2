/** The field of a form that is kept while it is typed into; it holds the path of the form's page. */
export const keptMark = '_giu';

/** Reads a path of the product that came from outside; anything else is undefined. */
export function parseOwnPath(value: string): string | undefined {
  return value.length <= 300 && /^\/(?![/\\])[\w\-/]*$/.test(value) ? value : undefined;
}

/** In the address of a page: the forms show what was kept of them. */
export const goOnQuery = 'viet-tiep';

/** Whether an address of the product is that of a page that goes on from what was kept of its form. */
export function goesOn(address: string): boolean {
  return new URL(address, 'http://local').searchParams.has(goOnQuery);
}

/** What was typed into a form and not sent: names and values as the browser would send them. */
export interface KeptForm {
  readonly formAddress: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly keptAt: Date;
}

/** So many forms of one person are kept, each so large at most; the oldest gives way. */
export const mostForms = 20;
const mostFields = 200;
/** Sixty pages of a plan that is pasted fit into a field. */
const longestField = 200_000;
const longestForm = 250_000;

/** What may be kept of a form: without secrets and the form's own marks; undefined when it is too much to keep. */
export function keepable(
  entries: Iterable<readonly [string, string | File]>,
): readonly (readonly [string, string])[] | undefined {
  const fields: [string, string][] = [];
  let size = 0;
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || name.startsWith('_') || isSecret(name)) continue;
    size += name.length + value.length;
    if (value.length > longestField || size > longestForm || fields.length >= mostFields) return undefined;
    fields.push([name, value]);
  }
  return fields;
}

/**
 * The script leaves out what is typed hidden and codes for one time; a name that speaks of a secret is left out whoever
 * sends it. A bare `code` is what sections and units go by.
 */
function isSecret(name: string): boolean {
  return /pass|secret|token|credential|mat-?khau|otp|[\w-]code$/i.test(name);
}
