import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';

/** The facts of a plan as a person reads and types them. */
export function headFields(head: PlanHead): Record<string, string> {
  return {
    title: head.title ?? '',
    issuer: head.issuer ?? '',
    number: head.number ?? '',
    date: head.date ? formatDate(head.date as PlainDate) : '',
    year_from: head.year_from === null ? '' : String(head.year_from),
    year_to: head.year_to === null ? '' : String(head.year_to),
    signer_name: head.signer.name ?? '',
    signer_title: head.signer.title ?? '',
    signer_authority: head.signer.authority ?? '',
    recipients: head.recipients.join('\n'),
  };
}
