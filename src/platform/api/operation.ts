import { z } from 'zod';
import { done, type Outcome, type Refused } from '#platform/db/outcome.ts';
import type { FileLimits } from '#platform/files/file-place.ts';
import type { Upload } from '#platform/files/receive-file.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { DeferredReply, DownloadReply, HeldReply, PiecesReply } from '#platform/http/reply.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** What an operation shows: a record, and of it the version that the next write must name. */
export interface Shown {
  readonly value: unknown;
  readonly version?: number;
  /** The address of what was made, within the API. */
  readonly location?: string;
}

/** One page of a list, and where the next begins. */
export interface Listed {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** A file as an operation gives it: whole, piece by piece, as the store holds it, or to be made once the transaction has ended. */
export type Filed = DownloadReply | PiecesReply | HeldReply | DeferredReply;

/** A request as an operation sees it: the parts of the path, and what its schemas let through. */
export interface Given<Query, Body> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** The version that the caller has read (If-Match); 0 where the record has none. */
  readonly version: number;
}

/** How a refusal of a command is answered; the version that was read is old: 412. */
export type RefusalStatus = 409 | 412 | 413 | 422;

/** A request that brings one file: what became of it, and how large files may be. */
export interface GivenFile<Query> extends Given<Query, undefined> {
  readonly upload: Upload;
  readonly fileLimits: FileLimits;
}

export interface Described {
  /** `<module>.<noun>.<verb>`: unique, and a stable name for programs. */
  readonly id: string;
  /** Below the root of the API, with `:name` for each part that names a record. */
  readonly path: string;
  readonly summary: (lang: Lang) => string;
  /** What a key must hold where it is not the usual: any one of these sets, and all scopes of that set. */
  readonly scopes?: readonly ScopeSet[];
}

/** Scopes of a key that open something together. */
export type ScopeSet = readonly string[];

/** One thing that programs can ask for or do, described so that pages, checks and documents can be made of it. */
export interface Operation extends Described {
  readonly verb: 'get' | 'post' | 'put';
  /** The act of the house that it performs; null for one that only reads. */
  readonly act: string | null;
  readonly kind: 'record' | 'list' | 'deed' | 'file';
  /** What kinds of file it gives; none where it shows a record or a list. */
  readonly mediaTypes: readonly string[];
  readonly query: z.ZodObject;
  readonly body: z.ZodType | null;
  /** What is shown, or one entry of a list; null where there is nothing to show. */
  readonly reply: z.ZodType | null;
  readonly isVersioned: boolean;
  readonly status: 200 | 201 | 202;
  readonly refusals: Readonly<Record<string, RefusalStatus>>;
  readonly sentence: (lang: Lang, refused: Refused<string>) => string;
  readonly maxBytes: number;
  readonly example: { readonly query?: object; readonly body?: unknown };
  readonly run: (
    ctx: Ctx,
    given: Given<unknown, unknown>,
  ) => Promise<Outcome<Shown | Listed | Filed, string>>;
  /** The version that the record has now, told to whoever named an old one. */
  readonly presentVersion?: (ctx: Ctx, params: Given<unknown, unknown>['params']) => Promise<number>;
  /**
   * Says before a byte is read whether this caller may send a file here, and throws when not. With it, the body is a
   * file that goes to the store as it comes, and its name stands in the address as `fileName`.
   */
  readonly admit?: (ctx: Ctx, params: Given<unknown, unknown>['params']) => Promise<void>;
}

/**
 * The same operations on what belongs to a record, so that the document names what is truly enough: a key that may not
 * see the record sees nothing of what belongs to it.
 */
export function onRecords(
  ownScope: string,
  recordScope: string,
  operations: readonly Operation[],
): readonly Operation[] {
  const both = [ownScope, recordScope];
  return operations.map((operation) => ({
    ...operation,
    scopes: operation.verb === 'get' ? [['read'], both] : [both],
  }));
}

const nothingAsked = z.strictObject({});
const smallBody = 128 * 1024;

/** Reads one record. */
export function recordOperation<Query extends z.ZodObject = typeof nothingAsked>(
  parts: Described & {
    readonly query?: Query;
    readonly reply: z.ZodType;
    readonly isVersioned?: boolean;
    readonly example?: Operation['example'];
    readonly run: (ctx: Ctx, given: Given<z.infer<Query>, undefined>) => Promise<Shown>;
  },
): Operation {
  return reading('record', parts);
}

/** Reads one page of a list; the query must hold `pageQuery`. */
export function listOperation<Query extends z.ZodObject>(
  parts: Described & {
    readonly query: Query;
    readonly reply: z.ZodType;
    readonly example?: Operation['example'];
    readonly run: (ctx: Ctx, given: Given<z.infer<Query>, undefined>) => Promise<Listed>;
  },
): Operation {
  return reading('list', parts);
}

/** Gives a file. */
export function fileOperation<Query extends z.ZodObject = typeof nothingAsked>(
  parts: Described & {
    readonly query?: Query;
    readonly mediaTypes: readonly string[];
    readonly example?: Operation['example'];
    readonly run: (ctx: Ctx, given: Given<z.infer<Query>, undefined>) => Promise<Filed>;
  },
): Operation {
  return reading('file', { ...parts, reply: null });
}

function reading<Query extends z.ZodObject>(
  kind: 'record' | 'list' | 'file',
  parts: Described & {
    readonly query?: Query;
    readonly reply: z.ZodType | null;
    readonly mediaTypes?: readonly string[];
    readonly isVersioned?: boolean;
    readonly example?: Operation['example'];
    readonly run: (ctx: Ctx, given: Given<z.infer<Query>, undefined>) => Promise<Shown | Listed | Filed>;
  },
): Operation {
  return {
    query: nothingAsked,
    mediaTypes: [],
    isVersioned: false,
    example: {},
    ...parts,
    verb: 'get',
    act: null,
    kind,
    body: null,
    status: 200,
    refusals: {},
    sentence: () => '',
    maxBytes: 0,
    run: async (ctx, given) => ({ ok: true, value: await parts.run(ctx, given as never) }),
  };
}

/** Does an act of the house. Its id is the act, unless one act has several operations. */
export function deedOperation<Code extends string = never, Body extends z.ZodType = z.ZodUndefined>(
  parts: Described & {
    readonly act?: string;
    readonly verb?: 'post' | 'put';
    readonly body?: Body;
    readonly reply?: z.ZodType;
    /** True where the request must name the version that it changes. */
    readonly isVersioned?: boolean;
    readonly status?: Operation['status'];
    readonly refusals?: Readonly<Record<Code, RefusalStatus>>;
    readonly sentence?: (lang: Lang, refused: Refused<NoInfer<Code>>) => string;
    readonly maxBytes?: number;
    readonly example?: Operation['example'];
    readonly presentVersion?: Operation['presentVersion'];
    readonly run: (
      ctx: Ctx,
      given: Given<Record<string, never>, z.infer<Body>>,
    ) => Promise<Outcome<Shown, NoInfer<Code>>>;
  },
): Operation {
  const whole = {
    act: parts.id,
    verb: 'post' as const,
    body: null,
    reply: null,
    isVersioned: false,
    status: 200 as const,
    refusals: {},
    sentence: () => '',
    maxBytes: smallBody,
    example: {},
    ...parts,
    kind: 'deed' as const,
    mediaTypes: [],
    query: nothingAsked,
  };
  return whole as unknown as Operation;
}

/** Does an act of the house with one file, which is the body of the request. */
export function uploadOperation<Code extends string, Query extends z.ZodObject>(
  parts: Described & {
    readonly act: string;
    /** Must hold `fileName`. */
    readonly query: Query;
    readonly reply: z.ZodType;
    readonly isVersioned?: boolean;
    readonly status?: Operation['status'];
    readonly refusals: Readonly<Record<Code, RefusalStatus>>;
    readonly sentence: (lang: Lang, refused: Refused<NoInfer<Code>>) => string;
    readonly example: Operation['example'];
    readonly presentVersion?: Operation['presentVersion'];
    readonly admit: NonNullable<Operation['admit']>;
    readonly run: (ctx: Ctx, given: GivenFile<z.infer<Query>>) => Promise<Outcome<Shown, NoInfer<Code>>>;
  },
): Operation {
  const whole = {
    verb: 'post' as const,
    body: null,
    isVersioned: false,
    status: 201 as const,
    maxBytes: 0,
    ...parts,
    kind: 'deed' as const,
    mediaTypes: [],
  };
  return whole as unknown as Operation;
}

/** The answer to a deed: the record as it is now, or the refusal. */
export async function thenShow<Value, Code extends string>(
  outcome: Outcome<Value, Code>,
  show: (value: Value) => Promise<Shown>,
): Promise<Outcome<Shown, Code>> {
  return outcome.ok ? done(await show(outcome.value)) : outcome;
}

/** The group of acts to which an operation belongs, `<module>.<noun>`: what the scope of a token names. */
export function groupOf(idOrAct: string): string {
  return idOrAct.split('.').slice(0, 2).join('.');
}

/** What a key must hold for an operation: any one of these sets. Reading is open to `read` unless it says otherwise. */
export function scopesOf(operation: Operation): readonly ScopeSet[] {
  const group = groupOf(operation.act ?? operation.id);
  return operation.scopes ?? (operation.verb === 'get' ? [['read'], [group]] : [[group]]);
}

/** Whether a key with these scopes is let through to an operation. */
export function isOpenTo(operation: Operation, scopes: readonly string[]): boolean {
  return scopesOf(operation).some((set) => set.every((scope) => scopes.includes(scope)));
}

/** The names in a path, in their order. */
export function pathParams(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}
