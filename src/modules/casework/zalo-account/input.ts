import { z } from 'zod';

const token = z.string().regex(/^[\x21-\x7e]{0,2000}$/);

/** What the form of the Zalo account sends; a secret that is left empty stays as it was. */
export const zaloForm = z.object({
  appId: z.string().regex(/^\d{5,30}$/),
  appSecret: token,
  oaSecret: token,
  refreshToken: token,
  templateId: z.string().regex(/^\d{0,20}$/),
});
