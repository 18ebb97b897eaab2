import { remindedRecordField } from '#modules/casework/links.ts';
import type { ListShape } from '#platform/list/filter.ts';

/** Every step of which a line can be, for those who look for one. */
export const stepGroups = [
  'truoc-han',
  'dung-han',
  'tre-han',
  'nguoi-lam',
  'truong-don-vi',
  'lanh-dao-phu-trach',
  'nguoi-dung-dau',
] as const;
export type StepGroup = (typeof stepGroups)[number];

/** The channels of letters, as far as the ledger is asked by them. */
export const letterChannels = ['mail', 'zalo', 'sms'] as const;

/** What the ledger can be filtered and sorted by, as addresses name it; the latest comes first. */
export const reminderListShape: ListShape = {
  fields: {
    buoc: { kind: 'choice', choices: stepGroups },
    'don-vi': { kind: 'id', canBeEmpty: true },
    'bao-len': { kind: 'yes-no' },
    'da-mo': { kind: 'yes-no' },
    'da-lam': { kind: 'yes-no' },
    ngay: { kind: 'date' },
    nguoi: { kind: 'text' },
    ten: { kind: 'text' },
    [remindedRecordField]: { kind: 'id' },
    han: { kind: 'date' },
    'ngay-tre': { kind: 'number' },
    kenh: { kind: 'choice', choices: letterChannels },
  },
  sorts: ['luc', 'nguoi', 'han', 'ngay-tre'],
  startsDown: true,
};

/** The group of a step as it is kept. */
export function groupOf(step: string): StepGroup {
  if (step.startsWith('before-')) return 'truoc-han';
  if (step === 'on-the-day') return 'dung-han';
  if (step.startsWith('late-')) return 'tre-han';
  if (step === 'escalated-officer') return 'nguoi-lam';
  if (step === 'escalated-unit-head') return 'truong-don-vi';
  return step === 'escalated-vice-chair' ? 'lanh-dao-phu-trach' : 'nguoi-dung-dau';
}
