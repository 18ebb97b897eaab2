import type { Context } from 'hono';
import { z } from 'zod';
import { isJsonType, readJson } from '#platform/api/json-body.ts';
import type { Operation } from '#platform/api/operation.ts';
import { ApiRefusal } from '#platform/api/problem.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { AppEnv } from '../respond.ts';

const sentences = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };
type Issue = z.core.$ZodIssue;

/** Reads query and body by the schemas of an operation. Throws `ApiRefusal` with one entry for each wrong value. */
export function readGiven(
  c: Context<AppEnv>,
  operation: Operation,
  bytes: Uint8Array,
  lang: Lang,
): { query: unknown; body: unknown } {
  const error = sentences[lang];
  const query = operation.query.safeParse(queryOf(c), { error });
  if (!query.success) {
    const errors = query.error.issues.flatMap((issue) =>
      namesOf(issue).map((parameter) => ({ parameter, code: issue.code, detail: issue.message })),
    );
    throw new ApiRefusal(400, 'wrong-query', { errors });
  }
  // The body of a file is no text, and has been taken in already.
  if (operation.verb === 'get' || operation.admit) return { query: query.data, body: undefined };
  const body = (operation.body ?? nothing).safeParse(bodyOf(c, operation, bytes), { error });
  if (!body.success) {
    const errors = body.error.issues.map((issue) => ({
      pointer: pointerOf(issue.path),
      code: issue.code,
      detail: issue.message,
    }));
    throw new ApiRefusal(422, 'wrong-shape', { errors });
  }
  return { query: query.data, body: body.data };
}

/** The version that the caller has read, where the operation demands one. Throws `ApiRefusal` where it is missing. */
export function versionOf(c: Context<AppEnv>, operation: Operation): number {
  if (operation.verb === 'get' || !operation.isVersioned) return 0;
  const header = c.req.header('if-match');
  if (header === undefined) throw new ApiRefusal(428, 'version-needed');
  const [, version] = /^"(\d{1,9})"$/.exec(header.trim()) ?? [];
  if (version === undefined) throw new ApiRefusal(400, 'bad-version');
  return Number(version);
}

const nothing = z.union([z.undefined(), z.strictObject({})]);

function bodyOf(c: Context<AppEnv>, operation: Operation, bytes: Uint8Array): unknown {
  if (bytes.length === 0 && operation.body === null) return undefined;
  if (!isJsonType(c.req.header('content-type'))) throw new ApiRefusal(415, 'not-json');
  return tidy(readJson(bytes));
}

function queryOf(c: Context<AppEnv>): Record<string, unknown> {
  const all = c.req.queries();
  const repeated = Object.entries(all).filter(([, values]) => values.length > 1);
  if (repeated.length > 0) {
    const errors = repeated.map(([parameter]) => ({ parameter, code: 'repeated', detail: parameter }));
    throw new ApiRefusal(400, 'wrong-query', { errors });
  }
  return tidy(Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values[0]]))) as Record<
    string,
    unknown
  >;
}

/** Texts as forms send them: NFC, trimmed at their ends, and without the one character that no database keeps. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new ApiRefusal(400, 'bad-json');
    return value.normalize('NFC').trim();
  }
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidy(one)]));
}

function namesOf(issue: Issue): string[] {
  return issue.code === 'unrecognized_keys' ? [...issue.keys] : [String(issue.path[0] ?? '')];
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
