/** A passkey as its owner knows it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

export const longestPasskeyName = 60;

/** Where passkeys hold: the address that the browser shows, from which it also takes the name of the site. */
export interface Place {
  readonly origin: string;
}
