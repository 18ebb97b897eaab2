/** A place of a record at which it does not say now what it said then; null where there was, or is, nothing. */
export interface Difference {
  readonly label: string;
  readonly frozen: string | null;
  readonly now: string | null;
}

type SaidRow = readonly string[];

/**
 * What a record says now beside what it said when it was frozen, in the order of then; what is new stands at the end. A
 * label that stands several times is compared place by place.
 */
export function differencesOf(then: readonly SaidRow[], now: readonly SaidRow[]): readonly Difference[] {
  const before = placed(then);
  const after = placed(now);
  const changed = [...before].flatMap(([key, [label = '', text = '']]) => {
    const present = after.get(key)?.[1] ?? null;
    return present === text ? [] : [{ label, frozen: text, now: present }];
  });
  const added = [...after].flatMap(([key, [label = '', text = '']]) =>
    before.has(key) ? [] : [{ label, frozen: null, now: text }],
  );
  return [...changed, ...added];
}

/** Rows by their label and by which of the rows with this label they are. */
function placed(rows: readonly SaidRow[]): ReadonlyMap<string, SaidRow> {
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const label = row[0] ?? '';
      const at = (counts.get(label) ?? 0) + 1;
      counts.set(label, at);
      return [`${at} ${label}`, row];
    }),
  );
}
