import { Unavailable, type UnavailableReason } from '#platform/http/thrown.ts';

/** Classes and codes of PostgreSQL by which it says that it cannot serve anybody now, and the system's own. */
const reasons: readonly (readonly [RegExp, UnavailableReason])[] = [
  [/^53100$|^ENOSPC$|^EDQUOT$/, 'full'],
  [/^53[234]00$|^57014$/, 'busy'],
  [/^08...$|^57P0[1-5]$|^25P0[34]$|^58...$|^XX00[12]$/, 'away'],
  [/^E(?:CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND)$/, 'away'],
];

/** What the driver says without a code when a connection broke or did not answer. */
const driverWords =
  /^(?:Connection terminated|Client (?:has encountered|was closed)|Query read timeout|timeout exceeded when trying to connect|timeout expired)/;

/** Whether an error means that the database cannot serve now, and why; undefined for a fault of a statement. */
export function unavailabilityOf(error: unknown): UnavailableReason | undefined {
  if (error instanceof Unavailable) return error.reason;
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  // A socket that is not there; any other file that is not there is a fault of ours.
  if (code === 'ENOENT' && syscall === 'connect') return 'away';
  if (typeof code === 'string') return reasons.find(([form]) => form.test(code))?.[1];
  return driverWords.test(error.message) ? 'away' : undefined;
}

/** The error as callers are to see it: `Unavailable` where the database cannot serve, itself otherwise. */
export function asUnavailable(error: unknown): unknown {
  const reason = unavailabilityOf(error);
  if (reason === undefined || error instanceof Unavailable) return error;
  return new Unavailable('the database does not serve', { reason, cause: error });
}
