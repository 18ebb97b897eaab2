import * as oidc from 'openid-client';
import { z } from 'zod';
import { Unavailable } from '#platform/http/thrown.ts';
import { isThisMachine, type ProviderSettings } from './provider-settings.ts';

/** Whom the provider vouches for. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | undefined;
  /** Roles here, by the map of the settings; undefined when the provider says nothing of roles. */
  readonly roles: readonly string[] | undefined;
  /** Whether the provider itself has asked for more than a password. */
  readonly isTwofold: boolean;
}

/** Somebody else who knows the people of the office and vouches for them (OpenID Connect, code flow with PKCE). */
export interface IdentityProvider {
  readonly label: string;
  /** Where to send the person, and what to remember until they come back. Throws `Unavailable`. */
  begin(returnTo: string): Promise<{ address: string; memory: string }>;
  /** Whom the provider vouches for; undefined when the answer does not hold. Throws `Unavailable`. */
  finish(answerAddress: URL, memory: string): Promise<Vouched | undefined>;
}

const memoryShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** Ways of signing in that are more than a password (RFC 8176). */
const strongMethods = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc']);

/** Speaks to the provider of the settings; asks it for its addresses when it is first needed. */
export function openIdProvider(settings: ProviderSettings): IdentityProvider {
  let known: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    known ??= discover(settings).catch((cause: unknown) => {
      known = undefined;
      throw new Unavailable('the identity provider does not answer', { cause });
    });
    return known;
  };
  return {
    label: settings.label,
    begin: async (returnTo) => {
      const verifier = oidc.randomPKCECodeVerifier();
      const memory = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnTo,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: memory.state,
        nonce: memory.nonce,
      });
      return { address: address.href, memory: JSON.stringify(memory) };
    },
    finish: async (answerAddress, memory) => {
      const remembered = readMemory(memory);
      const config = await configuration();
      return remembered && exchange(config, settings, answerAddress, remembered);
    },
  };
}

function discover(settings: ProviderSettings): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  return oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    timeout: 10,
    // Marked as deprecated by its makers only to stand out: plain http is for a provider on this very machine.
    // oxlint-disable-next-line typescript/no-deprecated
    execute: isThisMachine(issuer) ? [oidc.allowInsecureRequests] : [],
  });
}

async function exchange(
  config: oidc.Configuration,
  settings: ProviderSettings,
  answerAddress: URL,
  remembered: z.infer<typeof memoryShape>,
): Promise<Vouched | undefined> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, answerAddress, {
      pkceCodeVerifier: remembered.verifier,
      expectedState: remembered.state,
      expectedNonce: remembered.nonce,
      idTokenExpected: true,
    });
    const own = tokens.claims();
    if (!own) return undefined;
    const more = config.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(config, tokens.access_token, own.sub)
      : {};
    return vouchedBy({ ...more, ...own }, own.iss, own.sub, settings);
  } catch (error) {
    if (error instanceof TypeError)
      throw new Unavailable('the identity provider broke off', { cause: error });
    return undefined;
  }
}

function vouchedBy(
  claims: Readonly<Record<string, unknown>>,
  issuer: string,
  subject: string,
  settings: ProviderSettings,
): Vouched {
  const name = claims[settings.nameClaim];
  const theirs = settings.roleClaim === undefined ? undefined : texts(claimAt(claims, settings.roleClaim));
  return {
    issuer,
    subject,
    name: typeof name === 'string' ? name : undefined,
    roles: theirs?.flatMap((role) => settings.roles.get(role) ?? []),
    isTwofold: texts(claims.amr).some((method) => strongMethods.has(method)),
  };
}

/** A claim by its path, as Keycloak keeps `realm_access.roles`. */
function claimAt(claims: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (found, part) =>
        typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[part] : undefined,
      claims,
    );
}

function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string');
}

function readMemory(memory: string): z.infer<typeof memoryShape> | undefined {
  try {
    return memoryShape.safeParse(JSON.parse(memory)).data;
  } catch {
    return undefined;
  }
}
