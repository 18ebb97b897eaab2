import type { AmendTexts } from './amend-texts.ts';

export const en: AmendTexts = {
  title: 'Amend or replace an issued plan',
  plan: 'Plan that is replaced',
  hint: 'Choose it when this draft amends or replaces a plan in force. Tasks that stay keep their progress, proofs and history.',
  none: 'Replaces no plan',
  submit: 'Save the choice',
  compare: 'Show what changes',
  saved: 'The choice is saved.',
  pairLabel: 'Goes on from',
  pairNew: 'New, goes on from no row',
  pairSubmit: 'Pair',
  unpair: 'Not the same thing',
  back: 'Back to the review',
  noPlan: 'This draft replaces no plan, so there is nothing to compare.',
};
