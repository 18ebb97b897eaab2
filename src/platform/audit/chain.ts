import { createHash } from 'node:crypto';

/** A sealed audit line as it is hashed and exported: every value as text, JSON as the database writes it. */
export interface ChainLine {
  /** From 1 without a gap. */
  readonly position: number;
  readonly tenantId: string;
  /** UTC with microseconds, as `2026-05-12T03:30:00.000000Z`. */
  readonly at: string;
  readonly id: string;
  readonly act: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly requestId: string;
  readonly remoteAddress: string | null;
  /** The database's clock; null for lines older than the chain. */
  readonly storedAt: string | null;
  /** SHA-256 as 64 hex digits. */
  readonly hash: string;
}

/** The end of a chain, or any place in it: how many lines lie behind, and the hash of the last. */
export interface ChainPlace {
  readonly position: number;
  readonly hash: string;
}

/** Where every chain begins. */
export const chainStart: ChainPlace = { position: 0, hash: '00'.repeat(32) };

/** What is wrong at a place: lines gone, a line that should not be there, or one that is not what was sealed. */
export interface ChainFault {
  readonly kind: 'missing' | 'extra' | 'changed';
  /** The first place that is wrong. */
  readonly from: number;
  /** The last; the same as `from` for one line. */
  readonly to: number;
}

/** The hash that the line must carry after a line with the hash `before`. */
export function hashOf(before: string, line: Omit<ChainLine, 'hash'>): string {
  return createHash('sha256').update(Buffer.from(before, 'hex')).update(contentOf(line)).digest('hex');
}

/** Twin of `platform.audit_content` in the database: each value with its length in bytes before it. */
function contentOf(line: Omit<ChainLine, 'hash'>): string {
  const values = [
    line.tenantId,
    String(line.position),
    line.at,
    line.id,
    line.act,
    line.actorKind,
    line.actorId,
    line.actorName,
    line.recordKind,
    line.recordId,
    line.before,
    line.after,
    line.requestId,
    line.remoteAddress,
    line.storedAt,
  ];
  return `sauro-audit-1${values.map(measured).join('')}`;
}

function measured(value: string | null): string {
  return value === null ? '-' : `${Buffer.byteLength(value)}:${value}`;
}

/** Faults beyond so many are counted no further: one is enough to begin asking. */
const mostFaults = 20;

/** Goes along a chain line by line, in the order of their places, and notes where it is broken. */
export class ChainCheck {
  readonly #faults: ChainFault[] = [];
  #last: ChainPlace;
  #lines = 0;

  /** @param start the place before the first line that will be shown */
  constructor(start: ChainPlace = chainStart) {
    this.#last = start;
  }

  /** Looks at the next line. What follows a broken place is checked against the hash that stands there. */
  take(line: ChainLine): void {
    this.#lines += 1;
    const expected = this.#last.position + 1;
    if (line.position < expected) {
      this.#note('extra', line.position, line.position);
      return;
    }
    if (line.position > expected) this.#note('missing', expected, line.position - 1);
    // After a gap the hash before is unknown: the line itself is proven by the hash of the one after it.
    else if (hashOf(this.#last.hash, line) !== line.hash) this.#note('changed', line.position, line.position);
    this.#last = { position: line.position, hash: line.hash };
  }

  /** Ends at the place where the chain is known to end; gives every fault, first places first. */
  end(head: ChainPlace): readonly ChainFault[] {
    const { position, hash } = this.#last;
    if (position < head.position) this.#note('missing', position + 1, head.position);
    else if (position > head.position) this.#note('extra', head.position + 1, position);
    else if (hash !== head.hash) this.#note('changed', position, position);
    return this.#faults;
  }

  /** How many lines were looked at. */
  get lines(): number {
    return this.#lines;
  }

  #note(kind: ChainFault['kind'], from: number, to: number): void {
    const known = this.#faults.some((fault) => fault.from === from && fault.kind === kind);
    if (!known && this.#faults.length < mostFaults) this.#faults.push({ kind, from, to });
  }
}
