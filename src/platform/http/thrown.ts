/** The record is not there, or is not for this person: both look the same from outside. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** The person is known and may see the record, but not do this. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Too many attempts; `retryAfterSeconds` says when to come back. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  constructor(readonly retryAfterSeconds: number) {
    super('too many attempts');
  }
}

/** Why a part we stand on does not serve now: it is away, its disk has no room, or too many wait for it already. */
export type UnavailableReason = 'away' | 'full' | 'busy';

/** A part we stand on (the database, a queue) does not answer now; `retryAfterSeconds` says when asking again helps. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly reason: UnavailableReason;

  constructor(message: string, options: ErrorOptions & { reason?: UnavailableReason } = {}) {
    super(message, options);
    this.reason = options.reason ?? 'away';
  }

  get retryAfterSeconds(): number {
    return this.reason === 'full' ? 60 : 5;
  }
}
