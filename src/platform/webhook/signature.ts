import { createHmac, randomBytes } from 'node:crypto';

/** A secret as receivers keep it: `whsec_` and 256 random bits in base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** The headers by which a receiver knows that a letter is ours and not old (standardwebhooks.com). */
export function signedHeaders(
  letter: { readonly id: string; readonly body: string },
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return {
    'webhook-id': letter.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets
      .map((secret) => `v1,${signatureOf(secret, `${letter.id}.${timestamp}.${letter.body}`)}`)
      .join(' '),
  };
}

function signatureOf(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}
