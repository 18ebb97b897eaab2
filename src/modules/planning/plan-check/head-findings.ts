import { type Finding, finding, type HeadField } from './finding.ts';
import type { CheckFacts, PlanContent } from './plan-content.ts';

/** What is missing on the face of the plan: title and years always; number, day and signer when it is issued. */
export function headFindings({ head }: PlanContent, { forIssue }: CheckFacts): Finding[] {
  const given: Record<HeadField, boolean> = {
    title: Boolean(head.title?.trim()),
    years: head.year_from !== null && head.year_to !== null,
    number: !forIssue || Boolean(head.number?.trim()),
    date: !forIssue || Boolean(head.date),
    signer: !forIssue || Boolean(head.signer.name?.trim()),
  };
  return (Object.keys(given) as HeadField[])
    .filter((field) => !given[field])
    .map((field) => finding('head-incomplete', { field }, { field: fieldOf[field] }));
}

const fieldOf: Readonly<Record<HeadField, string>> = {
  title: 'title',
  years: 'year_from',
  number: 'number',
  date: 'date',
  signer: 'signer_name',
};
