import type { FormValues } from '#platform/http/req.ts';

/** What a form shows of a record, field by field, as it would be sent; several values of a field are one line each. */
export type Facts = Readonly<Record<string, string>>;

/** The hidden field that carries what the person saw when they began to edit. */
export const seenField = 'da-thay';

/** What the hidden field holds. */
export function seenText(facts: Facts): string {
  return JSON.stringify(facts);
}

/** What the person saw; undefined when the form does not say, or says nothing that can be read. */
export function seenBy(form: FormValues): Facts | undefined {
  try {
    const seen: unknown = JSON.parse(form.text(seenField));
    if (typeof seen !== 'object' || seen === null || Array.isArray(seen)) return undefined;
    return Object.fromEntries(
      Object.entries(seen).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return undefined;
  }
}

/** True when the record still is what the person saw. A form that does not say what was seen has nothing to compare. */
export function isAsSeen(form: FormValues, now: Facts): boolean {
  const seen = seenBy(form);
  if (!seen) return true;
  const before = new Map(Object.entries(seen));
  return Object.entries(now).every(([name, value]) => plain(before.get(name) ?? '') === plain(value));
}

/** Line ends and outer blanks change on the way through a browser. */
function plain(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}
