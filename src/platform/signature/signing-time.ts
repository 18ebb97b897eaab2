import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { ReadCertificate } from './certificate.ts';
import { vouchFor } from './certificate-path.ts';
import { hashNameOf } from './signature-algorithm.ts';
import type { Signature } from './signature-report.ts';
import { readSignedMessage, type SignedMessage } from './signed-message.ts';

const timeInformation = '1.2.840.113549.1.9.16.1.4';

/** When a signature was made, and what proves it. */
export interface SigningTime {
  readonly at: Date | undefined;
  readonly proof: Signature['timeProof'];
}

/**
 * Tells when a signature was made: by the token of an authority of time over it, where there is one that fits; else by
 * what the signer says, which proves nothing. Only a token whose authority is trusted is a proof.
 */
export function signingTimeOf(
  message: SignedMessage,
  claimedByFile: Date | undefined,
  trusted: readonly ReadCertificate[],
): SigningTime {
  const token = message.timestamp && readToken(message.timestamp, message.signature, trusted);
  if (token) return token;
  const at = message.claimedAt ?? claimedByFile;
  return { at, proof: at ? 'claimed' : 'none' };
}

/** Undefined where the token does not fit the signature: it says nothing then. */
function readToken(
  der: Uint8Array,
  signature: Buffer,
  trusted: readonly ReadCertificate[],
): SigningTime | undefined {
  try {
    const message = readSignedMessage(der, timeInformation);
    if (message.problem !== null || !message.content || !message.signer) return undefined;
    const info = new pkijs.TSTInfo({ schema: asn1js.fromBER(message.content).result });
    const hashed = hashNameOf(info.messageImprint.hashAlgorithm.algorithmId);
    if ('problem' in hashed) return undefined;
    const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
    if (!createHash(hashed.hash).update(signature).digest().equals(imprint)) return undefined;
    const { trust } = vouchFor(message.signer, message.brought, trusted, info.genTime, 'time');
    return { at: info.genTime, proof: trust === 'trusted' ? 'timestamp' : 'unknown-timestamp' };
  } catch {
    return undefined;
  }
}
