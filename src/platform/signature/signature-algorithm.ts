import { constants, type KeyObject, verify } from 'node:crypto';
import * as pkijs from 'pkijs';

/** Hashes that still prove something, by their identifiers. */
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};
/** MD5, SHA-1, RIPEMD-160: contents can be made to fit them. */
const weakHashes = new Set(['1.2.840.113549.2.5', '1.3.14.3.2.26', '1.3.36.3.2.1']);

/** Ways to sign; where the way fixes the hash, the one that the signer names beside it must be the same. */
const ways: Readonly<Record<string, { padding: 'pkcs1' | 'pss' | 'none'; hash?: string }>> = {
  '1.2.840.113549.1.1.1': { padding: 'pkcs1' },
  '1.2.840.113549.1.1.11': { padding: 'pkcs1', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { padding: 'pkcs1', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { padding: 'pkcs1', hash: 'sha512' },
  '1.2.840.113549.1.1.10': { padding: 'pss' },
  '1.2.840.10045.2.1': { padding: 'none' },
  '1.2.840.10045.4.3.2': { padding: 'none', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { padding: 'none', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { padding: 'none', hash: 'sha512' },
};
const weakWays = new Set(['1.2.840.113549.1.1.4', '1.2.840.113549.1.1.5', '1.2.840.10045.4.1']);
const fewestRsaBits = 2_048;
const fewestCurveBits = 224;

/** How the signed bytes are hashed, by the name that Node knows; or why nothing can be said. */
export function hashNameOf(id: string): { hash: string } | { problem: 'weak' | 'algorithm' } {
  const hash = hashes[id];
  if (hash) return { hash };
  return { problem: weakHashes.has(id) ? 'weak' : 'algorithm' };
}

/** Tells whether a signature over these bytes was made by the owner of a key; or why nothing can be said. */
export function fitsKey(
  given: { readonly bytes: Buffer; readonly signature: Buffer; readonly hash: string },
  way: pkijs.AlgorithmIdentifier,
  key: KeyObject,
): 'yes' | 'no' | 'weak' | 'algorithm' {
  if (weakWays.has(way.algorithmId)) return 'weak';
  const known = ways[way.algorithmId];
  if (!known || (known.hash !== undefined && known.hash !== given.hash)) return 'algorithm';
  const isRsa = key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss';
  if (isRsa !== (known.padding !== 'none') || (!isRsa && key.asymmetricKeyType !== 'ec')) return 'algorithm';
  if (isWeak(key, isRsa)) return 'weak';
  const saltLength = known.padding === 'pss' ? saltOf(way, given.hash) : 0;
  if (saltLength === undefined) return 'algorithm';
  const fits = verify(
    given.hash,
    given.bytes,
    {
      key,
      ...(known.padding === 'pkcs1' && { padding: constants.RSA_PKCS1_PADDING }),
      ...(known.padding === 'pss' && { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }),
    },
    given.signature,
  );
  return fits ? 'yes' : 'no';
}

function isWeak({ asymmetricKeyDetails }: KeyObject, isRsa: boolean): boolean {
  if (isRsa) return (asymmetricKeyDetails?.modulusLength ?? 0) < fewestRsaBits;
  const bits = Number(/(\d{3})/.exec(asymmetricKeyDetails?.namedCurve ?? '')?.[1] ?? 0);
  return bits < fewestCurveBits;
}

/** The salt of RSASSA-PSS; undefined where its own hash is another than the one named beside it. */
function saltOf({ algorithmParams }: pkijs.AlgorithmIdentifier, hash: string): number | undefined {
  const params = new pkijs.RSASSAPSSParams({ schema: algorithmParams });
  return hashes[params.hashAlgorithm.algorithmId] === hash ? params.saltLength : undefined;
}
