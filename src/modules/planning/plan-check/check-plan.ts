import { abolishedFindings } from './abolished-findings.ts';
import { citationFindings } from './citation-findings.ts';
import { contradictionFindings } from './contradiction-findings.ts';
import { dueFindings } from './due-findings.ts';
import type { Finding } from './finding.ts';
import { dutyFindings } from './duty-findings.ts';
import { headFindings } from './head-findings.ts';
import { headingFindings } from './heading-findings.ts';
import { numberingFindings } from './numbering-findings.ts';
import type { CheckFacts, PlanContent } from './plan-content.ts';
import { reportFindings } from './report-findings.ts';
import { sectionFindings } from './section-findings.ts';
import { targetFindings } from './target-findings.ts';
import { taskFindings } from './task-findings.ts';

/**
 * Reads a plan as a careful colleague does before it is issued, and names each point that contradicts itself, the
 * calendar or the law, or that nobody could carry out: what stands in the way of issuing first, then in the order of
 * the plan.
 */
export function checkPlan(content: PlanContent, facts: CheckFacts): Finding[] {
  const found = [
    ...headFindings(content),
    ...contradictionFindings(content),
    ...taskFindings(content),
    ...dueFindings(content, facts),
    ...dutyFindings(content),
    ...abolishedFindings(content, facts),
    ...reportFindings(content, facts),
    ...targetFindings(content),
    ...citationFindings(content, facts),
    ...sectionFindings(content),
    ...numberingFindings(content),
    ...headingFindings(content),
  ];
  return [
    ...found.filter((one) => one.severity === 'must'),
    ...found.filter((one) => one.severity === 'should'),
  ];
}
