/**
 * Takes an address to return to that came from outside: only a path of our own, never another site
 * (`//host`, `/\host`, `https:`); anything else becomes the fallback.
 */
export function localAddress(value: string | null | undefined, fallback: string): string {
  if (!value || value.length > 2_000) return fallback;
  return /^\/(?![/\\])[\w\-./~%?=&+,:;@!$'()*À-ỹ]*$/.test(value) ? value : fallback;
}
