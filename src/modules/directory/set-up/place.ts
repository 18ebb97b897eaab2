/** A commune or a province of the official list. */
export interface Place {
  readonly code: string;
  readonly kind: 'commune' | 'province';
  readonly level: 'xa' | 'phuong' | 'dac-khu' | 'tinh' | 'thanh-pho';
  /** Without its level. */
  readonly name: string;
  readonly provinceName: string;
}

const marks = /[\u0300-\u036f]/g;

/** A name as it is searched: lower case, no marks, d for đ, single blanks. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('\u0111', 'd')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A name as part of an address. */
export function slugOf(name: string): string {
  return foldName(name).replaceAll(' ', '-');
}

/**
 * The places whose name or code begins with the term, then those that hold it, marks and case aside; "dong ky bac
 * ninh" finds a commune by its province too. Nothing for an empty term.
 */
export function findPlaces(places: readonly Place[], term: string, most: number): Place[] {
  const wanted = foldName(term);
  if (wanted === '') return [];
  const rank = (place: Place) => {
    const name = foldName(place.name);
    if (place.code === wanted || name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    return `${name} ${foldName(place.provinceName)}`.includes(wanted) ? 2 : undefined;
  };
  return places
    .flatMap((place) => {
      const at = rank(place);
      return at === undefined ? [] : [{ place, at }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ place }) => place);
}
