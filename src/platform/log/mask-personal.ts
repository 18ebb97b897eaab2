/** What a log line must not carry, found by its form wherever it stands in a text. */
const forms: readonly (readonly [RegExp, string])[] = [
  // Sign-ins inside addresses of databases and sites.
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1…@'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '…@…'],
  // What was searched for stands behind the question mark.
  [/(\/[^\s?"']*)\?[^\s"']+/g, '$1?…'],
  // Identity numbers (9 or 12 digits) and telephone numbers, also written in groups.
  [/(?<![\p{L}\p{N}-])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\p{L}\p{N}-])/gu, '…'],
  [/(?<![\p{L}\p{N}.-])(?:\d{12}|\d{9})(?![\p{L}\p{N}.-])/gu, '…'],
];

/** Takes personal data and secrets that can be told by their form out of a text: e-mail, telephone and identity
 *  numbers, sign-ins in addresses, and what follows the question mark of an address. */
export function maskPersonal(text: string): string {
  return forms.reduce((masked, [form, shown]) => masked.replace(form, shown), text);
}

/** Takes out what a database quotes in its complaints: the value that somebody typed. Names of its own tables and
 *  columns go with it; the log carries those apart. */
export function maskQuoted(text: string): string {
  return text.replaceAll(/"[^"]*"/g, '"…"').replaceAll(/'[^']*'/g, "'…'");
}
