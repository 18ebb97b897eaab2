import { createHash, randomInt } from 'node:crypto';

/** Without letters and digits that are taken for each other when read aloud. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const linkLength = 8;

/** Six digits that are sent to an address and typed back. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** What a person writes to the Zalo account of the office; too long to be found by trying. */
export function newLinkCode(): string {
  return Array.from({ length: linkLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** What somebody wrote to the Zalo account, if it is such a code. */
export function readLinkCode(text: string): string | undefined {
  const found = /^\s*(?:SAURO\s+)?([A-Z2-9]{8})\s*$/i.exec(text)?.[1]?.toUpperCase();
  return found && [...found].every((letter) => alphabet.includes(letter)) ? found : undefined;
}

/** Codes are stored by a hash that holds only for this office. */
export function hashCode(tenantId: string, code: string): Buffer {
  return createHash('sha256').update(`${tenantId} ${code}`).digest();
}
