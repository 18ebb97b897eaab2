import type { SourceDocument } from '#platform/docread/document.ts';
import type { PlanReading } from './plan-reading.ts';

/**
 * Reads an issued plan: head, sections, tasks, targets, report regime and citations.
 *
 * Pure; never throws on strange content: what is not found is null or an empty list.
 */
export function readPlan(_source: SourceDocument, sourceName: string): PlanReading {
  return {
    source: sourceName,
    plan: {
      title: null,
      issuer: null,
      commune: null,
      level: null,
      province: null,
      kind: 'cchc-plan',
      number: null,
      date: null,
      year_from: null,
      year_to: null,
      signer: { name: null, title: null, authority: null },
      basis: [],
      recipients: [],
    },
    citations: [],
    sections: [],
    tasks: [],
    targets: [],
    report_regime: [],
    responsibilities: [],
    repairs: [],
    conflicts: [],
  };
}
