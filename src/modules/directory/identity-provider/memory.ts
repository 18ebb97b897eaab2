/** What is remembered in a cookie while the person is at the identity provider. */
export const providerCookie = 'sauro_sso';
export const providerMinutes = 10;

/** The provider's memory and the page to open afterwards, as the cookie's text. */
export function writeMemory(memory: string, back: string): string {
  return [memory, back].map((part) => encodeURIComponent(part).replaceAll('.', '%2E')).join('.');
}

/** Reads the cookie; anything that cannot be ours is undefined. */
export function readMemory(cookie: string | undefined): { memory: string; back: string } | undefined {
  const parts = cookie?.split('.') ?? [];
  if (parts.length !== 2) return undefined;
  try {
    const [memory = '', back = ''] = parts.map((part) => decodeURIComponent(part));
    return { memory, back };
  } catch {
    return undefined;
  }
}
