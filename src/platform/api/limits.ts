/** How many requests a minute one token, and one address, may send. */
export interface ApiLimits {
  readonly perToken: number;
  readonly perAddress: number;
}

export const usualLimits: ApiLimits = { perToken: 600, perAddress: 1_200 };
