import type { Trace } from '#platform/retention/purge-traces.server.ts';

/** What people were told long ago, read or not: the records keep their own history. */
export const noticeTraces: readonly Trace[] = [
  { what: 'notice', table: 'casework.notice', isOld: 'at < $1' },
];
