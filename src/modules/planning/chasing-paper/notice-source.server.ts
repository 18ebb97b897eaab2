import { paperNoticeSource } from '#modules/casework/index.server.ts';
import type { Tone } from '#ui/tag/tag.tsx';
import { type PaperNoticeKind, paperNoticeKinds } from './paper-sources.server.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<PaperNoticeKind, Tone>> = {
  'paper-reminder': 'late',
  'paper-sheet': 'late',
  'paper-assignment': 'soon',
  'paper-agenda': 'info',
  'paper-to-issue': 'soon',
  'paper-recalled': 'neutral',
};

/** Papers to units, as the list of notices shows them. */
export const paperNotices = paperNoticeSource({
  words: (lang, kind) => {
    const known = paperNoticeKinds.find((one) => one === kind);
    const t = texts(lang).notice;
    return known ? { text: t[known], tone: tones[known] } : { text: t.other, tone: 'neutral' };
  },
  group: (kind) => (kind === 'paper-to-issue' || kind === 'paper-recalled' ? 'step' : 'reminder'),
});
