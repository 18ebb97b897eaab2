/** A body, level or post of the administration that has come to its end. */
export interface AbolishedBody {
  /** `body`: a unit that could be given work; `level`: a tier as such; `post`: the title of an officer. */
  readonly kind: 'body' | 'level' | 'post';
  /** All the ways in which it is written, in canonical Unicode form. */
  readonly written: readonly string[];
  /** The first day on which it no longer exists. */
  readonly endedOn: string;
  /** What stands in its place; `{level}` is the kind of commune. Null where nothing does, or it depends. */
  readonly successor: string | null;
}
