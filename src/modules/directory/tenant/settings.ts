/** What an office is called and how people reach it. */
export interface Settings {
  readonly name: string;
  /** The name in public addresses; it stays. */
  readonly slug: string;
  readonly officialCode: string | null;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

export const longestTenantName = 120;
export const longestContact = 200;
