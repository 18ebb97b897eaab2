import { z } from 'zod';
import { pageQuery } from '#platform/api/page-query.ts';
import { deliveryStates, longestWebhookName, tellableEvents } from './webhook.ts';

/** What the form of a new address sends; whether the address may be written to is a rule. */
export const webhookForm = z.object({
  name: z.string().min(1).max(longestWebhookName),
  url: z.string().min(1).max(2_000),
  events: z.array(z.string().refine((event) => tellableEvents.includes(event))).min(1),
});

/** Which letters of an address: the latest hundred of this state, or of any. */
export const deliveryQuery = z.strictObject({ ...pageQuery, state: z.enum(deliveryStates).optional() });

/** Which letter is sent again; all that were given up where none is named. */
export const redeliverBody = z.strictObject({ deliveryId: z.uuid().optional() });
