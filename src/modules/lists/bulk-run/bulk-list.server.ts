import type { ComponentChildren } from 'preact';
import type { ListCount } from '#platform/list/count.server.ts';
import type { ListFilter, ListShape } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DeedInput } from './bulk-run.ts';

/** A row that was chosen: its record, and how it is called in the result. */
export interface BulkTarget {
  readonly id: string;
  readonly label: string;
}

/** What became of one row: done, with what it takes to put it back, or why not. */
export type RowResult =
  | { readonly ok: true; readonly undo: unknown }
  | { readonly ok: false; readonly reason: string };

/** A problem of what was filled in: beside which field, in which words. */
interface InputProblem {
  readonly fieldId: string;
  readonly text: string;
}

/** One deed that can be done on many rows: each row goes through the command that does it alone. */
export interface BulkDeed {
  /** As it stands in addresses. */
  readonly name: string;
  label(ctx: Ctx): string;
  /**
   * The deed wants the person at the keyboard proven, once for all rows. No proof waits in a queue: such a deed is done at
   * once, on no more rows than a person waits for.
   */
  readonly needsProof?: true;
  /** True for whom the deed may be done on some row at least; each row is judged by itself. */
  may(ctx: Ctx): boolean;
  /** The fields to fill in; nothing where there are none. */
  fields(ctx: Ctx, given: DeedInput, problems: readonly InputProblem[]): Promise<ComponentChildren>;
  /**
   * Fields for each row by itself, in place of `fields`, for so many rows at once. What is typed is done as it is sent,
   * without a preview: no address would hold it. Their names are made by `eachRowName`; rows left blank are left out.
   */
  readonly eachRow?: {
    readonly most: number;
    fields(
      ctx: Ctx,
      targets: readonly BulkTarget[],
      given: DeedInput,
      problems: readonly InputProblem[],
    ): Promise<ComponentChildren>;
  };
  /** What was filled in, checked; `words` say it in the preview. */
  read(
    ctx: Ctx,
    given: DeedInput,
  ): Promise<
    | { ok: true; input: DeedInput; words: readonly string[] }
    | { ok: false; problems: readonly InputProblem[] }
  >;
  /** What would become of each of these rows, without doing it: the reason where it would be refused. */
  foresee(
    ctx: Ctx,
    ids: readonly string[],
    input: DeedInput,
  ): Promise<ReadonlyMap<string, string | undefined>>;
  /** Does it to one row. A row out of sight or out of reach throws as the single command does. */
  run(ctx: Ctx, id: string, input: DeedInput): Promise<RowResult>;
  /** Puts one row back as it was. */
  undo(ctx: Ctx, id: string, undo: unknown): Promise<RowResult>;
}

/** A list on whose rows deeds can be done at once: what a slice says once for its list. */
export interface BulkList {
  /** The address of the list; deeds stand at `<path>/hang-loat`. */
  readonly path: string;
  /** The act that begins a deed on many rows, also the name of its job. */
  readonly act: string;
  readonly shape: ListShape;
  readonly deeds: readonly BulkDeed[];
  title(ctx: Ctx): string;
  /** The sentence of a reason. */
  reason(ctx: Ctx, code: string): string;
  count(ctx: Ctx, filter: ListFilter): Promise<ListCount>;
  /** Those of these rows that this person sees, in the order of the list. */
  find(ctx: Ctx, ids: readonly string[]): Promise<BulkTarget[]>;
  /** The first rows of the filter that this person sees. */
  all(ctx: Ctx, filter: ListFilter, most: number): Promise<BulkTarget[]>;
}
