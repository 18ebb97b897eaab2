/** One line of the audit: who did what to which record, when, from where, and what changed. */
export interface HistoryLine {
  readonly id: string;
  readonly at: Date;
  /** The moment with all its digits, by which a list goes on. */
  readonly atText: string;
  readonly act: string;
  readonly actorKind: 'person' | 'system';
  readonly actorName: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly before: Facts | null;
  readonly after: Facts | null;
  readonly requestId: string;
  readonly remoteAddress: string | null;
  /** Place in the chain; null until the line is sealed. */
  readonly position: number | null;
  readonly hash: string | null;
}

export type Facts = Readonly<Record<string, unknown>>;

type Dictionary = Readonly<Record<string, string>>;

/**
 * What acts, kinds of records, fields and their values are called: each module gives those of its own acts. A field may
 * be written `<kind of record>.<field>`, which is then asked first.
 */
export interface AuditWords {
  readonly acts: Dictionary;
  readonly kinds: Dictionary;
  readonly fields: Dictionary;
  /** Names of parts of the system that act in their own name. */
  readonly systems?: Dictionary;
  /** Words for coded values, by field. */
  readonly values: Readonly<Record<string, Dictionary>>;
}

/** One field that an act set or changed; `path` leads to it from the record, through what lies within. */
export interface Change {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Deeper than this, what lies within is one value. */
const deepest = 4;

/** The fields in which two states of a record differ, those of the later state first, in the order they were written. */
export function changesBetween(before: Facts | null, after: Facts | null): Change[] {
  return differences([], before ?? undefined, after ?? undefined);
}

function differences(path: readonly string[], before: unknown, after: unknown): Change[] {
  const canOpen = path.length < deepest && (before === undefined || isFacts(before) || before === null);
  if (canOpen && (isFacts(after) || (isFacts(before) && (after === undefined || after === null)))) {
    const [old, fresh] = [isFacts(before) ? before : {}, isFacts(after) ? after : {}];
    const keys = [...new Set([...Object.keys(fresh), ...Object.keys(old)])];
    return keys.flatMap((key) => differences([...path, key], old[key], fresh[key]));
  }
  return path.length === 0 || isSame(before, after) ? [] : [{ path, before, after }];
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a value, or a step of a path, is the id of some record. */
export function isRecordId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}

/** The id of each record and every id in what changed, to be shown by a name where there is one. */
export function idsIn(lines: readonly Pick<HistoryLine, 'recordId' | 'before' | 'after'>[]): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (isRecordId(value)) found.add(value);
    else if (Array.isArray(value)) for (const one of value) look(one);
    else if (isFacts(value)) for (const one of Object.values(value)) look(one);
  };
  for (const line of lines) {
    look(line.recordId);
    look(line.before);
    look(line.after);
  }
  return [...found];
}
