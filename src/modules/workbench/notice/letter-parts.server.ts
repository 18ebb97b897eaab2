import type { LetterParts } from '#modules/casework/index.server.ts';
import { noticeLink } from '../links.ts';
import { noticeSources } from './sources.server.ts';

/** What letters about notices are made of. */
export const letterParts: LetterParts = { sources: noticeSources, noticeLink };
