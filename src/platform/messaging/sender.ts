/** What is sent to one person: a mail has a subject, short messages have their text alone. */
export interface Outgoing {
  /** Stays the same over all attempts; what the other side is told to know the letter by is made from it. */
  readonly id: string;
  readonly to: string;
  /** A confirmed telephone number of the same person, for ways that have a second one. */
  readonly phone?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

/** What may be in the way of a letter, by names that pages have words for. */
export const troubles = [
  'no-connection',
  'sign-in',
  'busy',
  'timeout',
  'refused',
  'no-such-address',
  'blocked',
  'outside-window',
  'quota',
  'wrong-settings',
  'bad-answer',
  'lost-in-between',
  'interrupted',
  'no-address',
  'too-old',
  'undelivered',
  'read-before',
  'not-readable',
] as const;
export type Trouble = (typeof troubles)[number];

/**
 * How handing over ended. `accepted`: the other side has it. `declined`: it took nothing and would decline again.
 * `passing`: it took nothing, and may later; `ofAll` where the way itself is closed and not this letter's. `unknown`:
 * all of the letter may have gone over, and nobody said so; sending it again could send it twice.
 */
export type Handed =
  | { readonly came: 'accepted'; readonly providerId: string | null }
  | { readonly came: 'declined'; readonly trouble: Trouble; readonly detail?: string }
  | { readonly came: 'passing'; readonly trouble: Trouble; readonly ofAll: boolean; readonly detail?: string }
  | { readonly came: 'unknown'; readonly trouble: Trouble };

/** A message that arrived where it was to, or did not, as the other side reports later. */
export interface Receipt {
  readonly providerId: string;
  readonly isDelivered: boolean;
}

/** One way to reach people outside of the program. */
export interface Sender {
  /** Hands one letter over, once. Never throws, and ends within a minute. */
  send(letter: Outgoing): Promise<Handed>;
  /** What has come back about these messages, once; ways without receipts have none. */
  receipts?(providerIds: readonly string[]): readonly Receipt[];
  /** Lets go of what it holds open. */
  close(): Promise<void>;
}
