import type { Lang } from '#platform/i18n/lang.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { SearchWords } from './search-words.ts';

/** One record that answers a search, as a person recognises it. */
export interface SearchHit {
  readonly title: string;
  /** What tells it from others of the same name. */
  readonly note: string | undefined;
  readonly href: string;
}

/** The best answers of one kind. */
export interface SearchHits {
  readonly hits: readonly SearchHit[];
  /** How many there are in all, counted up to `mostCounted` and one. */
  readonly total: number;
}

export interface SearchHow {
  /** At most so many hits. */
  readonly limit: number;
  /** What is spelled nearly so, instead of what matches. */
  readonly isNear: boolean;
}

/** Records of one kind that a module offers to the search of everything. */
export interface SearchSource {
  readonly key: string;
  title(lang: Lang): string;
  /** False for those who may see none of these; they are not even asked for. */
  isOpenTo(actor: Actor): boolean;
  /** Only what this person may see, best first. */
  find(ctx: Ctx, words: SearchWords, how: SearchHow): Promise<SearchHits>;
  /** The list of all of them, filtered by the same words; absent where there is none. */
  listHref?(typed: string): string;
}
