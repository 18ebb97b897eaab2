import { type DataReply, data, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { longestSearch } from '#platform/search/search-words.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { HitList } from '#ui/hit-list/hit-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { searchLink } from '../../links.ts';
import { searchQuery } from '../input.ts';
import { allWords, answerWords, countWords } from '../parts/answer-words.tsx';
import { type SearchAnswer, type SearchGroup, searchEverything } from '../queries.server.ts';
import { texts } from '../texts.ts';

const onPage = 10;
const inPalette = 5;

/** Everything that answers the words in the address, kind by kind; without words, the places to go to. */
export async function searchPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { q } = searchQuery.parse(Object.fromEntries(req.query));
  const answer = await searchEverything(ctx, q, onPage);
  return page({
    title: q.trim() ? t.titleOf(q.trim()) : t.title,
    current: searchLink(),
    body: (
      <Stack>
        <PageHead title={t.title} lead={t.lead} />
        <FilterBar action={searchLink()} submitLabel={t.submit}>
          <TextField
            name="q"
            label={t.label}
            hint={t.hint}
            value={q}
            inputMode="search"
            maxLength={longestSearch}
            autocomplete="off"
          />
        </FilterBar>
        <Said ctx={ctx} answer={answer} typed={q.trim()} />
        {answer.groups.map((group) => (
          <GroupPanel key={group.key} ctx={ctx} group={group} />
        ))}
      </Stack>
    ),
  });
}

/** The same for the palette of every page: fewer of each kind, and what is said of them. */
export async function searchData(ctx: Ctx, req: Req): Promise<DataReply> {
  const { q } = searchQuery.parse(Object.fromEntries(req.query));
  const answer = await searchEverything(ctx, q, inPalette);
  return data({
    said: answerWords(ctx.lang, answer, q.trim()),
    groups: answer.groups.map((group) => ({
      title: group.title,
      hits: [
        ...(answer.state === 'blank' ? group.hits : group.hits.slice(0, inPalette)),
        ...(group.allHref ? [{ title: allWords(ctx.lang, group), href: group.allHref }] : []),
      ],
    })),
  });
}

function Said({ ctx, answer, typed }: { ctx: Ctx; answer: SearchAnswer; typed: string }) {
  const t = texts(ctx.lang);
  if (answer.state === 'none') {
    return <EmptyState title={t.none.title(typed)}>{answer.isCut ? t.cut : t.none.text}</EmptyState>;
  }
  if (answer.state === 'blank' || (answer.state === 'found' && !answer.isCut)) return null;
  return <Notice tone="info" title={answerWords(ctx.lang, answer, typed)} />;
}

function GroupPanel({ ctx, group }: { ctx: Ctx; group: SearchGroup }) {
  return (
    <Panel
      id={`found-${group.key}`}
      title={group.title}
      note={countWords(ctx.lang, group.total)}
      isFlush
      footer={group.allHref && <a href={group.allHref}>{allWords(ctx.lang, group)}</a>}
    >
      <HitList hits={group.hits} />
    </Panel>
  );
}
