import { z } from 'zod';

/** The list of notices as it stands in the address: those not read yet, or all; where the page goes on. */
export const noticeQuery = z.object({
  xem: z.enum(['chua-doc', 'tat-ca']).catch('chua-doc'),
  truoc: z.uuid().optional().catch(undefined),
});

/** The list of notices as programs ask for it; what is wrong is refused. */
export const noticeApiQuery = z.strictObject({
  unread: z.enum(['true', 'false']).default('false').describe('Only what has not been read.'),
  before: z.uuid().optional().describe('The last notice of the page before.'),
});
