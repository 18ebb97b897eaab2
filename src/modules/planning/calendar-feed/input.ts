import { z } from 'zod';
import { chosen } from '#platform/http/typed-fields.ts';
import { feedKinds, longestFeedName } from './calendar-feed.ts';

/** What the form of a new link sends. */
export const feedForm = z.object({
  name: z.string().trim().min(1).max(longestFeedName),
  kind: z.enum(feedKinds),
  plan: chosen,
  view: chosen,
});
