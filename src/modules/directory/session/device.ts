/** In this order, because each browser also calls itself by the names of those below it. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Zalo', /Zalo/],
  ['Coc Coc', /coc_coc_browser/],
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:HeadlessChrome|Chrome|CriOS)\//],
  ['Safari', /Safari\//],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ['Windows', /Windows/],
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['macOS', /Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
];

/** Browser and system by the names people know them under; either is undefined when it does not say. */
export function deviceOf(userAgent: string): { browser: string | undefined; system: string | undefined } {
  const first = (names: typeof browsers) => names.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return { browser: first(browsers), system: first(systems) };
}
