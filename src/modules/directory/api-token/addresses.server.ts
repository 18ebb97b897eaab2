import ipaddr from 'ipaddr.js';

/** An address or a network as it is written (203.0.113.7, 203.0.113.0/24, 2001:db8::/32); undefined for anything else. */
export function readNetwork(text: string): string | undefined {
  const trimmed = text.trim();
  if (ipaddr.isValidCIDR(trimmed)) {
    const [address, bits] = ipaddr.parseCIDR(trimmed);
    return `${address.toString()}/${bits}`;
  }
  return isPlain(trimmed) ? ipaddr.process(trimmed).toString() : undefined;
}

/** Whether an address lies in one of the networks; no network at all lets every address in. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  if (!isPlain(address)) return false;
  const caller = ipaddr.process(address);
  return networks.some((network) => {
    const [base, bits] = network.includes('/')
      ? ipaddr.parseCIDR(network)
      : ([ipaddr.parse(network), network.includes(':') ? 128 : 32] as const);
    return base.kind() === caller.kind() && caller.match(base, bits);
  });
}

/** Four whole numbers, or an IPv6 address: `10.1` and `0x7f.1`, which some programs take for addresses, are none. */
function isPlain(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(':') && ipaddr.IPv6.isValid(text));
}
