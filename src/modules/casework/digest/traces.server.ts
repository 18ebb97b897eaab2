import type { Trace } from '#platform/retention/purge-traces.server.ts';

/** Letters of mornings long ago: what they told of keeps its own history. */
export const digestTraces: readonly Trace[] = [
  { what: 'digest', table: 'casework.digest', isOld: 'made_at < $1' },
];
