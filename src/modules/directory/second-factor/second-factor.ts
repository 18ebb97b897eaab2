/** So many recovery codes are made at once. */
export const recoveryCodeCount = 10;

/** Which ways an account has to show a second factor. */
export interface Factors {
  /** Since when an authenticator app counts; null while there is none. */
  readonly authenticatorSince: Date | null;
  /** How many passkeys there are. */
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
}

/** Whether the account has a second factor, which is then asked for at every sign-in. */
export function hasFactor(factors: Factors): boolean {
  return factors.authenticatorSince !== null || factors.passkeys > 0;
}

/** An authenticator app that was begun and has not shown its first code. */
export interface PendingAuthenticator {
  readonly secret: string;
  /** What the app reads from the camera. */
  readonly address: string;
}

/** What a person typed in the field for a code: six digits of the app, or a recovery code; spaces and dashes are free. */
export function readCode(typed: string): { kind: 'authenticator' | 'recovery'; code: string } | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^\d{6}$/.test(code)) return { kind: 'authenticator', code };
  if (/^[A-Z2-7]{16}$/.test(code)) return { kind: 'recovery', code };
  return undefined;
}

/** A recovery code as it is written down: in groups of four. */
export function writeRecoveryCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}
