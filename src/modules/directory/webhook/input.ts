import { z } from 'zod';
import { longestWebhookName, tellableEvents } from './webhook.ts';

/** What the form of a new address sends; whether the address may be written to is a rule. */
export const webhookForm = z.object({
  name: z.string().min(1).max(longestWebhookName),
  url: z.string().min(1).max(2_000),
  events: z.array(z.string().refine((event) => tellableEvents.includes(event))).min(1),
});
