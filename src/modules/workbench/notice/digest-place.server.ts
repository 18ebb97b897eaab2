import type { DigestPlace } from '#modules/casework/index.server.ts';
import { taskDigest } from '#modules/planning/index.server.ts';
import { noticeLink } from '../links.ts';
import { noticeSources } from './sources.server.ts';

/** What letters of the morning are made of. */
export const digestPlace: DigestPlace = { sources: [taskDigest], notices: noticeSources, noticeLink };
