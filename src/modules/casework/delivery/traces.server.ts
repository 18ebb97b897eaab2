import type { Trace } from '#platform/retention/purge-traces.server.ts';

/**
 * Letters that have come to an end and were queued long ago, with what they carried; and by which events of Zalo no
 * other is taken in twice. What waits or is uncertain stays until somebody has looked at it.
 */
export const deliveryTraces: readonly Trace[] = [
  {
    what: 'delivery',
    table: 'casework.delivery',
    isOld: "queued_at < $1 and state in ('sent', 'delivered', 'failed', 'dropped')",
  },
  { what: 'zalo-event', table: 'casework.zalo_event', isOld: 'at < $1' },
];
