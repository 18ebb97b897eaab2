import type { VNode } from 'preact';
import type { Ctx } from '#platform/session/ctx.ts';

/** A page inside the frame of the staff app or of the public portal; the frame is drawn by the composition root. */
export interface PageReply {
  readonly kind: 'page';
  readonly status?: 200 | 409 | 413 | 422;
  readonly title: string;
  /** The address of the menu entry that is current. */
  readonly current: string;
  readonly crumbs?: readonly Crumb[];
  readonly body: VNode;
  /** Seconds after which the browser asks again: for work in progress, without script. */
  readonly refreshSeconds?: number;
  /** The page has long forms, which are kept while they are typed into. */
  readonly keepsForms?: boolean;
  /** The form that was sent is done, and this page shows once what came of it. */
  readonly isDone?: boolean;
  /** The kind of record of this list, where the trash holds some that were in it. */
  readonly trash?: string;
  /** Two columns that need the whole window. */
  readonly isWide?: boolean;
  /** Scripts that the page is better with, by the names that the build gives them. */
  readonly scripts?: readonly string[];
  /** What the page shows one of, the main one first: who may read the audit finds its history at the end of the page. */
  readonly records?: readonly ShownRecord[];
}

/** A record by the kind and id that its audit lines bear; without an id, all records of the kind. */
export interface ShownRecord {
  readonly kind: string;
  readonly id?: string;
}

export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/** After a write: go to a page that can be loaded again, with one sentence about what was done. */
export interface SeeOtherReply {
  readonly kind: 'see-other';
  readonly to: string;
  readonly flash?: Flash;
  readonly cookies?: readonly CookieChange[];
}

export interface Flash {
  readonly tone: 'ok' | 'info' | 'late';
  readonly text: string;
  /** Takes back what was just done (POST): an address of the product. */
  readonly undo?: string;
}

/** A cookie to set, or to remove when `value` is null. */
export interface CookieChange {
  readonly name: string;
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
}

/** A file to save. */
export interface DownloadReply {
  readonly kind: 'download';
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

/** A long file to save, sent piece by piece, each read in a transaction of its own: nobody holds it whole. */
export interface PiecesReply {
  readonly kind: 'pieces';
  readonly fileName: string;
  readonly mediaType: string;
  /** The piece of this number, from 0; undefined after the last. */
  readonly piece: (ctx: Ctx, ordinal: number) => Promise<Uint8Array | undefined>;
}

/** A file that the store holds, sent as it is read, whole or the part that was asked for. */
export interface HeldReply {
  readonly kind: 'held';
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly byteCount: number;
}

/** An answer for a script of a page. */
export interface DataReply {
  readonly kind: 'data';
  readonly value: unknown;
}

/**
 * An answer whose making takes long and needs nothing more of the database: it is made after the transaction has ended,
 * so that no connection waits for it.
 */
export interface DeferredReply {
  readonly kind: 'deferred';
  readonly make: () => Promise<DownloadReply | SeeOtherReply>;
}

export type Reply =
  | PageReply
  | SeeOtherReply
  | DownloadReply
  | PiecesReply
  | HeldReply
  | DataReply
  | DeferredReply;

/** A page; 200 unless it says otherwise. */
export function page(parts: Omit<PageReply, 'kind'>): PageReply {
  return { kind: 'page', ...parts };
}

/** 303 to an address of the product. */
export function seeOther(to: string, flash?: Flash): SeeOtherReply {
  return flash ? { kind: 'see-other', to, flash } : { kind: 'see-other', to };
}

/** A file under a name of ours. */
export function download(fileName: string, mediaType: string, content: string | Uint8Array): DownloadReply {
  return { kind: 'download', fileName, mediaType, content };
}

/** A long file under a name of ours. */
export function inPieces(fileName: string, mediaType: string, piece: PiecesReply['piece']): PiecesReply {
  return { kind: 'pieces', fileName, mediaType, piece };
}

/** A file that the store holds, under the name that it was sent with. */
export function held(file: Omit<HeldReply, 'kind'>): HeldReply {
  return { kind: 'held', ...file };
}

/** JSON for a script of a page. */
export function data(value: unknown): DataReply {
  return { kind: 'data', value };
}

/** An answer to be made once the transaction has ended. */
export function deferred(make: DeferredReply['make']): DeferredReply {
  return { kind: 'deferred', make };
}
