import { issuedPaperSource } from '#modules/casework/index.server.ts';
import { accountSource, officerSource, unitSource } from '#modules/directory/index.server.ts';
import { draftSource, planSource, targetSource, taskSource } from '#modules/planning/index.server.ts';
import type { SearchHit, SearchSource } from '#platform/search/search-source.ts';
import { isTooShort, readSearch, type SearchWords, textScore } from '#platform/search/search-words.ts';
import { withinTime } from '#platform/search/time-limit.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { placesOf } from './places.ts';
import { texts } from './texts.ts';

/** A kind of record that takes longer is left out, and the page says so. */
const patienceMs = 1_000;

const sources: readonly SearchSource[] = [
  taskSource,
  planSource,
  draftSource,
  targetSource,
  issuedPaperSource,
  officerSource,
  accountSource,
  unitSource,
];

export interface SearchGroup {
  readonly key: string;
  readonly title: string;
  readonly hits: readonly SearchHit[];
  /** Counted up to a thousand and one. */
  readonly total: number;
  /** The list of all of them; absent where the group is the whole, or has no list. */
  readonly allHref: string | undefined;
}

export interface SearchAnswer {
  /** `blank`: nothing to look for yet. `short`: too little. `near`: nothing matches, these are nearly so. */
  readonly state: 'blank' | 'short' | 'found' | 'near' | 'none';
  readonly groups: readonly SearchGroup[];
  /** True when some kind of record took too long and is missing. */
  readonly isCut: boolean;
}

/** Pages, beginnings and records that answer a search, of all that this person may see, at most `limit` of each kind. */
export async function searchEverything(ctx: Ctx, typed: string, limit: number): Promise<SearchAnswer> {
  const words = readSearch(typed);
  const places = placeGroup(ctx, words);
  if (!words) return { state: 'blank', groups: places, isCut: false };
  if (isTooShort(words)) return { state: 'short', groups: places, isCut: false };
  const found = await searchRecords(ctx, words, limit, false);
  const groups = [...places, ...found.groups];
  if (groups.length > 0 || found.isCut)
    return { ...found, groups, state: groups.length > 0 ? 'found' : 'none' };
  const near = await searchRecords(ctx, words, limit, true);
  return { ...near, state: near.groups.length > 0 ? 'near' : 'none' };
}

async function searchRecords(ctx: Ctx, words: SearchWords, limit: number, isNear: boolean) {
  const groups: SearchGroup[] = [];
  let isCut = false;
  for (const source of sources.filter((one) => one.isOpenTo(ctx.actor))) {
    const found = await withinTime(ctx.db, patienceMs, () => source.find(ctx, words, { limit, isNear }));
    if (!found) isCut = true;
    else if (found.hits.length > 0) {
      const hasMore = found.total > found.hits.length && !isNear;
      groups.push({
        ...found,
        key: source.key,
        title: source.title(ctx.lang),
        allHref: hasMore ? source.listHref?.(words.typed) : undefined,
      });
    }
  }
  return { groups, isCut };
}

/** The pages whose name answers; all of them while there is nothing to look for. */
function placeGroup(ctx: Ctx, words: SearchWords | undefined): SearchGroup[] {
  const t = texts(ctx.lang);
  const hits = placesOf(ctx.actor)
    .flatMap((place) => {
      const title = t.places[place.name];
      const score = words ? scoreOf(words, title, t.alsoCalled[place.name]) : 0;
      return score === undefined ? [] : [{ score, title, note: undefined, href: place.href }];
    })
    .sort((a, b) => b.score - a.score);
  return hits.length > 0
    ? [{ key: 'place', title: t.placeGroup, hits, total: hits.length, allHref: undefined }]
    : [];
}

/** A name counts more than what the page is also called. */
function scoreOf(words: SearchWords, title: string, alsoCalled: string): number | undefined {
  const named = textScore(words, title);
  if (named !== undefined) return named + 8;
  return textScore(words, `${title} ${alsoCalled}`);
}
