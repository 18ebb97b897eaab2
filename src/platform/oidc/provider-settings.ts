/** What has to be known of an identity provider, and how its words map to ours. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it; shown on the button. */
  readonly label: string;
  /** The claim that holds the sign-in name. */
  readonly nameClaim: string;
  /** The claim that holds the provider's roles, dots leading inside; without it the provider says nothing of roles. */
  readonly roleClaim: string | undefined;
  /** From a role of the provider to a role here. */
  readonly roles: ReadonlyMap<string, string>;
}

/** Reads `their-role=our-role,…`; undefined when it is written otherwise. */
export function readRoleMap(text: string): Map<string, string> | undefined {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  if (pairs.some((pair) => pair.length !== 2 || pair.some((part) => part === ''))) return undefined;
  return new Map(pairs as [string, string][]);
}

/** Plain http is for a provider on this very machine alone. */
export function isIssuerAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.search || url.hash) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url));
}

export function isThisMachine(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
