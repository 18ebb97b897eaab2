import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { recoveryCodeCount } from './second-factor.ts';

const periodSeconds = 30;

/** As every authenticator app assumes: SHA-1, six digits, thirty seconds (RFC 6238). */
function totp(secret: Uint8Array, labels: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({
    ...labels,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
}

/** A new secret of 160 bits. */
export function newSecret(): Buffer {
  return randomBytes(20);
}

/** The secret as it is typed where no camera reads, and the address that a camera reads. */
export function showSecret(
  secret: Uint8Array,
  labels: { issuer: string; label: string },
): { secret: string; address: string } {
  const shown = totp(secret, labels);
  return { secret: shown.secret.base32, address: shown.toString() };
}

/** The 30-second step to which a code belongs; clocks may be one step apart. Undefined when the code is wrong. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
}

/** Fresh recovery codes of 80 random bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const { base32 } = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer });
    return base32;
  });
}

/** What is kept of a recovery code. */
export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
