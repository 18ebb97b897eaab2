import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Followers',
  none: 'Nobody follows this yet.',
  begin: 'Follow',
  stop: 'Stop following',
  hint: 'What you follow stands under “I follow” in the list.',
  mentioned: 'named in a note',
  more: (count) => `and ${count} more`,
  deed: {
    begun: 'You follow this now. It stands under “I follow” in the list.',
    stopped: 'You do not follow this any more.',
  },
  refusal: {
    followed: 'You follow this already.',
    'not-followed': 'You do not follow this any more.',
  },
  api: {
    list: 'Who follows the record',
    begin: 'Follow the record',
    stop: 'Stop following the record',
  },
};
