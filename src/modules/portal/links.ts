/** The first page of the public site: all communes. */
export const communesLink = '/';

/** The public page of one commune. */
export function communeLink(slug: string): string {
  return `/xa/${encodeURIComponent(slug)}`;
}

/** A plan on the public page of its commune. */
export function publicPlanLink(slug: string, planId: string): string {
  return `${communeLink(slug)}/ke-hoach/${planId}`;
}
