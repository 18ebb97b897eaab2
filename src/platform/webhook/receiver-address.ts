import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Why an address is not written to. */
export type AddressTrouble = 'not-a-url' | 'not-https' | 'inside' | 'unknown-host';

/** An address that may be written to, with the one network address to which the connection goes. */
export interface CheckedAddress {
  readonly url: URL;
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks the name servers for every address of a name. Throws where there is none. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

const askNameServers: Resolve = (host) => lookup(host, { all: true });

/** Whether a text can be the address of a receiver at all; names are resolved only when a letter goes out. */
export function readReceiver(text: string, internalHosts: readonly string[]): URL | AddressTrouble {
  const url = text.length <= 2_000 && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username !== '' || url.password !== '' || url.hash !== '') return 'not-a-url';
  const isInternal = internalHosts.includes(url.host);
  if (url.protocol !== 'https:' && !(isInternal && url.protocol === 'http:')) return 'not-https';
  const literal = bare(url.hostname);
  if (!isInternal && ipaddr.isValid(literal) && !isPublic(literal)) return 'inside';
  return url;
}

/**
 * Resolves the receiver and refuses it where any of its addresses lies in a network of ours or of the machine itself,
 * except for hosts that the operator has named. The connection then goes to the address that was judged, so that a name
 * cannot lead elsewhere in between.
 */
export async function checkReceiver(
  text: string,
  internalHosts: readonly string[],
  resolve: Resolve = askNameServers,
): Promise<CheckedAddress | AddressTrouble> {
  const url = readReceiver(text, internalHosts);
  if (typeof url === 'string') return url;
  const found = await resolve(bare(url.hostname)).catch(() => []);
  const [first] = found;
  if (!first) return 'unknown-host';
  const isInternal = internalHosts.includes(url.host);
  if (!isInternal && !found.every(({ address }) => isPublic(address))) return 'inside';
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

/** All that was ever given out for the open internet of IPv6; what lies beside it leads into tunnels or nowhere. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** An address of the open internet: neither private, nor of this machine, nor for special use. */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  return read.range() === 'unicast' && (read instanceof ipaddr.IPv4 || read.match(globalUnicast));
}

/** The name or address without brackets, and without the dot of the root at its end. */
function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
