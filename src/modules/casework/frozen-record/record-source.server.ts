import { parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { ExportedList } from '#modules/lists/index.server.ts';
import { type AddressPart, readList, searchWord } from '#platform/list/address.ts';
import type { ListFilter, ListShape } from '#platform/list/filter.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { longestTitle } from './frozen-record.ts';
import type { Candidate, FrozenSingle } from './frozen-source.ts';
import { texts } from './texts.ts';

/** What a record says in one place, as its page calls it. */
export interface Said {
  readonly label: string;
  readonly text: string;
}

/** A record as this person sees it now: how it is called, with its number, and what it says. */
export interface SaidRecord {
  readonly title: string;
  readonly said: readonly Said[];
}

/** A kind of record that proves something by itself, described by the slice that has it. */
export interface RecordKind<Row> {
  readonly kind: string;
  name(lang: Lang): string;
  mayRead(actor: Actor): boolean;
  href(id: string): string;
  /** `NotFound` for one that this person may not see, and for one that is no proof yet. */
  read(ctx: Ctx, id: string): Promise<SaidRecord>;
  /** The list in which it is looked for. */
  readonly list: {
    readonly shape: ListShape;
    readonly next: ExportedList<Row>['next'];
    /** What is looked for beside what was typed. */
    readonly always?: readonly AddressPart[];
  };
  candidate(ctx: Ctx, row: Row): Candidate;
}

/** Records of one kind that are offered at once, to who searches and to who does not. */
const [mostFound, mostOffered] = [10, 3];

/** A kind of record as a source of proof. */
export function recordSource<Row>(kind: RecordKind<Row>): FrozenSingle {
  const read = (ctx: Ctx, query: string): Promise<SaidRecord> => {
    const id = parseId(query);
    if (id === undefined || !kind.mayRead(ctx.actor)) throw new NotFound();
    return kind.read(ctx, id);
  };
  const filterOf = (search: string): ListFilter =>
    readList(kind.list.shape, [...(kind.list.always ?? []), [searchWord, search] as const]);
  return {
    name: kind.kind,
    isList: false,
    mayFreeze: (actor) => kind.mayRead(actor),
    title: (ctx) => kind.name(ctx.lang),
    titleOf: async (ctx, query) => fileTitle((await read(ctx, query)).title),
    readQuery: (query) => parseId(query) ?? '',
    // A word that is no id names no record: that is not found, as one that nobody may see.
    unknownIn: () => '',
    href: (query) => kind.href(query),
    conditions: async (ctx, query) => [`${kind.name(ctx.lang)}: ${(await read(ctx, query)).title}`],
    count: async (ctx, query) => ({ rows: filled(await read(ctx, query)).length, isMore: false }),
    heads: (ctx) => [texts(ctx.lang).single.label, texts(ctx.lang).single.text],
    next: async (ctx, query) => ({
      rows: filled(await read(ctx, query)).map(({ label, text }) => [label, text]),
      after: undefined,
    }),
    candidates: async (ctx, search) => {
      if (!kind.mayRead(ctx.actor)) return [];
      const { rows } = await kind.list.next(
        ctx,
        filterOf(search),
        undefined,
        search === '' ? mostOffered : mostFound,
      );
      return rows.map((row) => kind.candidate(ctx, row));
    },
  };
}

function filled({ said }: SaidRecord): readonly Said[] {
  return said.filter(({ text }) => text !== '');
}

/** How a record is called, as the name of a file: numbers of documents are full of strokes. */
function fileTitle(title: string): string {
  return title
    .replaceAll(/[/\\]/g, '-')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, longestTitle)
    .trim();
}
