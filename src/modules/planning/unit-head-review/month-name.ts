import type { ReviewMonth } from './review-month.ts';

/** A month as people write it, its number and its year: 05/2026. */
export function monthName({ key }: ReviewMonth): string {
  return `${key.slice(5)}/${key.slice(0, 4)}`;
}
