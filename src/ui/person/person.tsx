export type PersonProps = { name: string; note?: string | undefined };

/** Two letters for a Vietnamese name: the given name comes last, the middle name before it; a remark in brackets is none. */
export function initials(name: string): string {
  const words = name
    .replace(/\(.*\)/, '')
    .trim()
    .split(/\s+/)
    .slice(-2);
  return words.map((word) => word.normalize('NFC').slice(0, 1).toLocaleUpperCase('vi')).join('');
}

/** A person: initials, name, and where they sit. */
export function Person({ name, note }: PersonProps) {
  return (
    <span class="person">
      <span class="person-initials" aria-hidden="true">
        {initials(name)}
      </span>
      <span class="person-words">
        {name}
        {note && <small>{note}</small>}
      </span>
    </span>
  );
}

/** A unit by name, with its code when people say it. */
export function Unit({ name, code }: { name: string; code?: string | undefined }) {
  return (
    <span class="unit">
      {name}
      {code && <small>{code}</small>}
    </span>
  );
}
