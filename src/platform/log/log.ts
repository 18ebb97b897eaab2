import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.ts';

export type Log = Logger;

/** Keys whose values never reach a log line, wherever a caller puts them at the first two depths. */
const PRIVATE_KEYS = [
  'password',
  'token',
  'cookie',
  'authorization',
  'email',
  'phone',
  'fullName',
  'nationalId',
  'address',
  'connectionString',
];

/** The program's own log: one JSON object a line, with ids instead of names of people. It goes to standard error,
 *  because standard output is what a command answers.
 *  @param destination where lines go instead, for a test that reads them */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: PRIVATE_KEYS.flatMap((key) => [key, `*.${key}`]), censor: '…' },
    serializers: { err: serializeError },
  };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}

/** A database error carries the offending row in `detail`: only its code and names are kept. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string };
  return { name: error.name, message: error.message, code, constraint, table, stack: error.stack };
}
