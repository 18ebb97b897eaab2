/** The first page of the public site: all communes. */
export const communesLink = '/';

/** The communes of the filter as open data. */
export const communesCsvLink = '/danh-sach-xa.csv';

/** A page of a public list; `query` are its filters. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
