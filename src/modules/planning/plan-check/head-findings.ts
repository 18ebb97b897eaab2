import { type Finding, finding, type HeadField } from './finding.ts';
import type { PlanContent } from './plan-content.ts';

/** What is missing on the face of the plan: its title or its years. Number, day and signer are asked for when it is issued. */
export function headFindings({ head }: PlanContent): Finding[] {
  const given: Record<HeadField, boolean> = {
    title: Boolean(head.title?.trim()),
    years: head.year_from !== null && head.year_to !== null,
  };
  return (Object.keys(given) as HeadField[])
    .filter((field) => !given[field])
    .map((field) => finding('head-incomplete', { field }, { field: fieldOf[field] }));
}

const fieldOf: Readonly<Record<HeadField, string>> = { title: 'title', years: 'year_from' };
