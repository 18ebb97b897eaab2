import type { Lang } from '#platform/i18n/lang.ts';

/** An answer that says what is wrong (RFC 9457): a stable code for programs, a sentence for people. */
export interface Problem {
  readonly status: number;
  /** Stable: programs may decide by it. */
  readonly code: string;
  readonly detail: string;
  /** One entry for each value that has to be mended. */
  readonly errors?: readonly FieldError[];
  /** The version that the record has now, where the one that was named is old. */
  readonly version?: number;
}

interface FieldError {
  /** Where in the body (a JSON pointer), or which parameter of the address. */
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: string;
  readonly detail: string;
}

/** A refusal of the API itself, thrown and answered as a problem; `values` are for its sentence. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428,
    readonly code: ApiRefusalCode,
    readonly more: {
      readonly errors?: readonly FieldError[];
      readonly version?: number;
      readonly value?: string;
    } = {},
  ) {
    super(code);
  }
}

/** Why the API declines before or beside what a slice says. */
export const apiRefusalCodes = [
  'no-token',
  'bad-token',
  'wrong-network',
  'not-in-scope',
  'not-allowed',
  'people-only',
  'not-found',
  'wrong-verb',
  'too-large',
  'too-slow',
  'not-json',
  'not-bytes',
  'bad-digest',
  'bad-json',
  'too-deep',
  'wrong-shape',
  'wrong-query',
  'version-needed',
  'bad-version',
  'bad-key',
  'key-reused',
  'too-many',
  'unavailable',
  'fault',
] as const;
export type ApiRefusalCode = (typeof apiRefusalCodes)[number];

/** What stands under `type`: a name, not an address, since every code is described in the document of the API. */
export function problemType(code: string): string {
  return `urn:sauro:problem:${code}`;
}

/** The whole body of a problem. */
export function problemBody(problem: Problem, title: string, requestId: string): object {
  const { detail, errors, version, code, status } = problem;
  return {
    type: problemType(code),
    title,
    status,
    code,
    detail,
    requestId,
    ...(errors ? { errors } : {}),
    ...(version === undefined ? {} : { version }),
  };
}

/**
 * The language in which a program wants sentences, by its Accept-Language; Vietnamese unless English comes first.
 */
export function acceptedLang(header: string | undefined): Lang {
  const asked = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => (tag === 'vi' || tag === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return asked[0]?.tag === 'en' ? 'en' : 'vi';
}
