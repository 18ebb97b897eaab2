import { reportNotices, paperNotices, reviewNotices, taskNotices } from '#modules/planning/index.server.ts';
import type { NoticeSource } from '#modules/casework/index.server.ts';

/** Every kind of record of which people are told. */
export const noticeSources: readonly NoticeSource[] = [
  taskNotices,
  reviewNotices,
  paperNotices,
  reportNotices,
];
