import { parse, stringify } from 'uuid';
import { z } from 'zod';
import { type Id, parseId } from '#platform/db/id.ts';
import type { MadeAnswer, SignedAnswer } from './input.ts';
import type { Place } from './passkey.ts';

/** The public half of a passkey, as it is kept. */
export interface PublicHalf {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
}

/** Whose passkey it is: tenant and account, which the device hands back when it signs. */
export interface Owner {
  readonly tenantId: Id<'tenant'>;
  readonly accountId: Id<'account'>;
}

/** Read when somebody first comes with a passkey: it brings a quarter of all that a start would read. */
const webAuthn = () => import('@simplewebauthn/server');

const siteName = (place: Place) => new URL(place.origin).hostname;

/** What a device is asked so that it makes a passkey, but for the challenge, which the page fetches when it begins. */
export async function makingOptions(
  place: Place,
  owner: Owner,
  names: { product: string; signInName: string; fullName: string },
  known: readonly string[],
): Promise<string> {
  const { generateRegistrationOptions } = await webAuthn();
  const { challenge: _, ...options } = await generateRegistrationOptions({
    rpName: names.product,
    rpID: siteName(place),
    userID: new Uint8Array([...parse(owner.tenantId), ...parse(owner.accountId)]),
    userName: names.signInName,
    userDisplayName: names.fullName,
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.stringify(options);
}

/** What a device is asked so that it signs, but for the challenge. Any passkey of this site will do. */
export function signingOptions(place: Place): string {
  return JSON.stringify({ rpId: siteName(place), userVerification: 'required', allowCredentials: [] });
}

/** The challenge that an answer signs; undefined when the answer is none. */
export function challengeOf(answer: MadeAnswer | SignedAnswer): string | undefined {
  try {
    const text = Buffer.from(answer.response.clientDataJSON, 'base64url').toString('utf8');
    return z.object({ challenge: z.string() }).safeParse(JSON.parse(text)).data?.challenge;
  } catch {
    return undefined;
  }
}

/** Whose passkey signed, by what it says itself: to be trusted only once its signature was verified. */
export function ownerOf(answer: SignedAnswer): Owner | undefined {
  const bytes = Buffer.from(answer.response.userHandle, 'base64url');
  if (bytes.length !== 32) return undefined;
  const half = (from: number) => {
    try {
      return stringify(bytes.subarray(from, from + 16));
    } catch {
      return undefined;
    }
  };
  const tenantId = parseId<'tenant'>(half(0));
  const accountId = parseId<'account'>(half(16));
  return tenantId && accountId && { tenantId, accountId };
}

/** The public half of a passkey that a device has just made for this place; undefined when the answer does not hold. */
export async function verifyMade(
  place: Place,
  answer: MadeAnswer,
  challenge: string,
): Promise<PublicHalf | undefined> {
  const { verifyRegistrationResponse } = await webAuthn();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: siteName(place),
      requireUserVerification: true,
    });
    if (!verified || !registrationInfo) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credentialId: id, publicKey, counter };
  } catch {
    return undefined;
  }
}

/** The new counter of a passkey whose signature holds; undefined when it does not, or the counter ran backwards. */
export async function verifySigned(
  place: Place,
  answer: SignedAnswer,
  challenge: string,
  half: PublicHalf,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await webAuthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: siteName(place),
      requireUserVerification: true,
      credential: {
        id: half.credentialId,
        publicKey: new Uint8Array(half.publicKey),
        counter: half.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}
