/** What an address asks for; what is undefined or empty is left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/** The address with its query. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
