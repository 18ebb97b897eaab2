/** What a command gives back: the result, or an expected refusal with a code of the slice and what the sentence needs. */
export type Outcome<Value, Code extends string> = Done<Value> | Refused<Code>;

export interface Done<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refused<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  readonly detail: Readonly<Record<string, string | number>>;
}

export function done(): Done<undefined>;
export function done<Value>(value: Value): Done<Value>;
/** The command did what was asked. */
export function done<Value>(value?: Value): Done<Value | undefined> {
  return { ok: true, value };
}

/** The command was understood and declined; nothing was written. */
export function refused<Code extends string>(
  code: Code,
  detail: Record<string, string | number> = {},
): Refused<Code> {
  return { ok: false, code, detail };
}
