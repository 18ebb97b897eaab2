import type { Expression, SqlBool } from 'kysely';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Tone } from '#ui/tag/tag.tsx';
import type { NoticeGroup } from '../notice-choice/notice-choice.ts';

/** A record of which people are told, as the list of notices shows it. */
export interface NoticedRecord {
  readonly title: string;
  readonly href: string;
}

/**
 * A kind of record of which people are told. Its slice describes it once, its module hands it on by its door; the list
 * of notices needs to know nothing else about it.
 */
export interface NoticeSource {
  /** The kind of the record, as in the audit. */
  readonly recordKind: string;
  /** Which notices this person may see, over `n.record_id`: the SQL twin of the record's reading right. */
  visibleTo(actor: Actor): Expression<SqlBool>;
  /** What these records are called; those that the person may not read are left out. */
  find(ctx: Ctx, recordIds: readonly string[]): Promise<ReadonlyMap<string, NoticedRecord>>;
  /** What happened, in a few words, and what it means for whoever reads it. */
  words(lang: Lang, kind: string): { readonly text: string; readonly tone: Tone };
  /** What a notice of this kind is about, by which people choose how they are told. */
  group(kind: string): NoticeGroup;
}
