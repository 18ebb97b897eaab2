import { z } from 'zod';
import { feedKinds, longestFeedName } from './calendar-feed.ts';

const chosen = z.union([z.literal('').transform(() => null), z.uuid()]);

/** What the form of a new link sends. */
export const feedForm = z.object({
  name: z.string().trim().min(1).max(longestFeedName),
  kind: z.enum(feedKinds),
  plan: chosen,
  view: chosen,
});
