import type { Axis } from '../reading/plan-reading.ts';

/** The seven axes of administrative reform, in the order of the national programme. */
export const axes = [
  'steering',
  'institution',
  'procedures',
  'organization',
  'civil-service',
  'public-finance',
  'digital-government',
] as const satisfies readonly Axis[];
