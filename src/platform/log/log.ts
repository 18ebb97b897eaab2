import { type DestinationStream, type LogFn, type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from '../config/config.ts';
import { maskPersonal, maskQuoted } from './mask-personal.ts';

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

/** The program's own log: one JSON object a line, with ids instead of names of people. Keys that are private are never
 *  shown, and texts are searched for what is private by its form. It goes to standard error, because standard output
 *  is what a command answers.
 *  @param destination where lines go instead, for a test that reads them */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }), log: maskTexts },
    redact: { paths: PRIVATE_KEYS.flatMap((key) => [key, `*.${key}`]), censor: '…' },
    serializers: { err: (error: unknown) => serializeError(error) },
    hooks: { logMethod: maskMessage },
  };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}

/** Texts of a line that stand directly under their key; ids and counts pass as they are. */
function maskTexts(line: Record<string, unknown>): Record<string, unknown> {
  const masked = Object.entries(line).map(([key, value]) => [
    key,
    typeof value === 'string' ? maskPersonal(value) : value,
  ]);
  return Object.fromEntries(masked) as Record<string, unknown>;
}

function maskMessage(this: Logger, given: Parameters<LogFn>, method: LogFn): void {
  const masked = given.map((part: unknown) => (typeof part === 'string' ? maskPersonal(part) : part));
  method.apply(this, masked as Parameters<LogFn>);
}

const deepestCause = 3;

/** A database error carries the offending row in `detail` and quotes what was typed in its message: only its code, its
 *  names and the words of its own are kept. */
function serializeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { message: maskPersonal(String(error)) };
  const { code, constraint, table, severity } = error as Error & Record<string, string | undefined>;
  const mask = (text: string) => maskPersonal(severity === undefined ? text : maskQuoted(text));
  const { cause } = error;
  return {
    name: error.name,
    message: mask(error.message),
    code,
    constraint,
    table,
    stack: error.stack && mask(error.stack),
    ...(cause !== undefined && depth < deepestCause ? { cause: serializeError(cause, depth + 1) } : {}),
  };
}
